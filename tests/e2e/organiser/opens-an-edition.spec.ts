import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { signInAs } from "../../support/sign-in-as";

const RULES = readFileSync(new URL("../../../prisma/rules/kipp-banyumas-2020.yaml", import.meta.url), "utf8");

let page: Page;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
});

test("a rules file with faults is refused with the lines that are wrong, and nothing is opened", async () => {
  await whenTwoFaultsArePasted();
  await thenEachIsNamedWithItsLine();
  await thenTheTextIsStillThere();
});

test("a rules file whose address is taken is refused in words", async () => {
  await whenTheyPaste(RULES);
  await expect(page.getByRole("alert").filter({ hasText: "kipp-banyumas-2020" })).toContainText("sudah dipakai edisi lain");
  await expectAccessible(page);
});

test("a new edition begins from the rules of another", async () => {
  await page.goto("/kelola/baru");
  await page.getByRole("link", { name: "Salin aturannya KIPP 2021", exact: true }).click();
  await expect(page.getByLabel("Isi berkas aturan")).toHaveValue(/^format: 1\nedition:\n {2}slug: kipp-2021\n/);
  await expectAccessible(page);
});

async function whenTwoFaultsArePasted() {
  const faulty = RULES.replace("year: 2020", "year: 2020\n  tahun: 2020").replace("maxWords: 200", "maxWords: banyak");
  await whenTheyPaste(faulty);
}

async function whenTheyPaste(text: string) {
  await page.goto("/kelola/baru");
  await expectAccessible(page);
  await page.getByLabel("Isi berkas aturan").fill(text);
  await page.getByRole("button", { name: "Periksa dan buka edisi" }).click();
}

async function thenEachIsNamedWithItsLine() {
  const unknown = lineOf("  tahun: 2020");
  const problems = page.getByRole("region", { name: "Baris yang perlu diperbaiki" }).getByRole("listitem");
  await expect(problems.first()).toHaveText(`Baris ${unknown}: Kunci “tahun” tidak dikenal. Perbaiki ejaannya atau hapus.`);
  await expect(problems.nth(1)).toContainText(`Baris ${lineOf("      maxWords: banyak")}:`);
  await expect(page.getByRole("alert").filter({ hasText: "Edisi belum dibuka." })).toBeFocused();
  await expectAccessible(page);
}

async function thenTheTextIsStillThere() {
  await expect(page.getByLabel("Isi berkas aturan")).toHaveValue(/tahun: 2020/);
}

/** Where the fault stands in what was pasted. */
function lineOf(line: string): number {
  const lines = RULES.replace("year: 2020", "year: 2020\n  tahun: 2020").replace("maxWords: 200", "maxWords: banyak").split("\n");
  return lines.indexOf(line) + 1;
}
