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

test("rules of the past can be checked and kept, and not be opened", async () => {
  await whenTheyPaste(RULES.replaceAll("slug: kipp-banyumas-2020", "slug: kipp-banyumas-lagi").replaceAll("code: BANYUMAS-2020", "code: BANYUMAS-LAGI"));
  await expect(page.getByRole("region", { name: "Baris yang perlu dilihat" })).toContainText("Tahapan “pendaftaran” sudah lewat");
  await page.getByRole("button", { name: "Simpan sebagai rancangan" }).click();
  await expect(page.getByRole("region", { name: "Baris yang perlu diperbaiki" })).toContainText("Tahapan “pendaftaran” sudah lewat");
  await expect(page.getByRole("button", { name: "Buka edisi" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Lihat pratinjau" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Pertanyaan formulir" })).toBeVisible();
  await expectAccessible(page);
});

test("a rules file whose address is taken is refused in words", async () => {
  await page.goto("/kelola/baru");
  await page.getByLabel("Isi berkas aturan").fill(RULES.replaceAll(/\b2020-(\d\d-\d\dT)/g, "2039-$1"));
  await page.getByRole("button", { name: "Periksa saja" }).click();
  await expect(page.getByRole("region", { name: "Baris yang perlu diperbaiki" })).toContainText("Nama “kipp-banyumas-2020” sudah dipakai edisi lain.");
  await page.getByRole("button", { name: "Simpan sebagai rancangan" }).click();
  await expect(page).toHaveURL(/\/kelola\/baru\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("region", { name: "Baris yang perlu diperbaiki" })).toContainText("Nama “kipp-banyumas-2020” sudah dipakai edisi lain.");
  await expect(page.getByRole("button", { name: "Buka edisi" })).toHaveCount(0);
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
  await page.getByLabel("Isi berkas aturan").fill(text);
  await page.getByRole("button", { name: "Periksa saja" }).click();
}

async function thenEachIsNamedWithItsLine() {
  const unknown = lineOf("  tahun: 2020");
  const problems = page.getByRole("region", { name: "Baris yang perlu diperbaiki" }).getByRole("listitem");
  await expect(problems.first()).toContainText(`Baris ${unknown} · edition.tahun: Kunci “tahun” tidak dikenal. Perbaiki ejaannya atau hapus.`);
  await expect(problems.first().locator("code")).toHaveText("tahun: 2020");
  await expect(problems.nth(1)).toContainText(`Baris ${lineOf("      maxWords: banyak")} ·`);
  await expect(problems.nth(1).locator("code")).toHaveText("maxWords: banyak");
  await expect(page.getByRole("alert").filter({ hasText: "baris aturan perlu diperbaiki" })).toBeFocused();
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
