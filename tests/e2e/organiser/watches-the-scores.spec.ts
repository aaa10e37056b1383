import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { signInAs } from "../../support/sign-in-as";
import { arriveAs, givenPerson } from "../../support/journey-people";

const EDITION = "kipp-2021-penilaian";

let page: Page;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
});

test("while judges are at work the secretariat sees scores under embargo and cannot freeze them", async () => {
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Pantau", edition: EDITION }));
  await whenTheyOpenTheRanking();
  await thenItIsMarkedAsSecretAndCannotBeFrozen();
  await thenTheWholeListCanBeSavedAsATable();
  await whenTheyOpenAProposalThatWasRead();
  await thenItsReadingsStandBesideEachOther();
  await whenTheyOpenTheAssignments();
  await thenEveryJudgesProgressIsThereAndNoMark();
});

test("a judge who asks for the ranking by its address, or for its file, is told that nothing is there", async () => {
  await signInAs(page.context(), "evaluator@peragaan.example", "EVALUATOR");
  for (const address of ["peringkat", "peringkat/data.csv"]) {
    const answer = await page.goto(`/kelola/${EDITION}/${address}?hasil=top-99`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Halaman tidak ditemukan" })).toBeVisible();
  }
});

async function whenTheyOpenTheRanking() {
  await page.goto("/kelola");
  await page.getByRole("link", { name: "Peringkat: Finalis: Top 99, replikasi, dan khusus" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Peringkat" })).toBeVisible();
}

async function thenItIsMarkedAsSecretAndCannotBeFrozen() {
  await expect(page.getByText("Tahapan Penilaian proposal belum ditutup.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Bekukan/ })).toHaveCount(0);
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page);
}

async function thenTheWholeListCanBeSavedAsATable() {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh sebagai CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${EDITION}-top-99-peringkat-SEMENTARA-\\d{8}T\\d{4}Z\\.csv$`));
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(lines[0]).toBe("\uFEFFcode,title,agency,group,category,total,lowest,highest,readings");
  expect(lines.length).toBeGreaterThan(50); // more than a page of the table
}

async function whenTheyOpenAProposalThatWasRead() {
  const code = await page.getByRole("table").getByRole("row").nth(1).getByText(/^INV-/).innerText();
  await page.goto(`/kelola/${EDITION}/proposal/${code}`);
  await expect(page.getByRole("heading", { level: 2, name: "Pembacaan juri" })).toBeVisible();
}

async function thenItsReadingsStandBesideEachOther() {
  await expect(page.getByText("Nilai dan nama juri dirahasiakan")).toBeVisible();
  const total = page.getByRole("table", { name: "Nilai tiap kriteria: Penilaian proposal" }).getByRole("row").filter({ hasText: "Nilai terbobot" });
  await expect(total.getByRole("cell").first()).toHaveText(/^\d{1,3},\d{2}$/);
  await expectAccessible(page);
}

async function whenTheyOpenTheAssignments() {
  await page.goto("/kelola");
  await page.getByRole("link", { name: "Penugasan: Penilaian proposal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Penugasan: Penilaian proposal" })).toBeVisible();
}

async function thenEveryJudgesProgressIsThereAndNoMark() {
  await expect(page.getByRole("table", { name: "Juri" }).getByRole("row").filter({ hasText: "Hasan Peragaan" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Nilai", exact: true })).toHaveCount(0);
  await expectAccessible(page);
}
