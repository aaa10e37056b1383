import { expect, test, type Page } from "@playwright/test";
import { givenAssignments, storedSheet, type JourneyAssignment } from "../../support/journey-judging";
import { arriveAs, givenPerson, only } from "../../support/journey-people";

const EDITION = "kipp-banyumas-2020";
const CRITERIA = 4;

let page: Page;
let entry: JourneyAssignment;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("without JavaScript a panelist marks every criterion by form, is told what is missing, and hands in", async () => {
  await givenAPanelistWithOneEntry();
  await whenTheyMarkAllButOneAndHandIn();
  await thenThePageNamesTheMissingOne();
  await whenTheyMarkItAndHandIn();
  await thenTheSheetCounts();
});

async function givenAPanelistWithOneEntry() {
  const judge = await givenPerson({ role: "PANELIST", name: "Panel Tanpa Skrip", edition: EDITION });
  entry = only(await givenAssignments(judge, { edition: EDITION, stage: "presentasi", count: 1 }), "an entry");
  await arriveAs(page.context(), judge);
  await page.goto(`/penilaian/${entry.id}`);
  await expect(markBoxes()).toHaveCount(CRITERIA);
}

async function whenTheyMarkAllButOneAndHandIn() {
  for (const box of (await markBoxes().all()).slice(1)) await box.fill("75");
  await page.getByRole("button", { name: "Simpan dan berikutnya" }).click();
}

async function thenThePageNamesTheMissingOne() {
  await expect(page.getByRole("alert").getByRole("link", { name: "Isi nilai Penyampaian" })).toBeVisible();
  await expect(markBoxes().nth(1)).toHaveValue("75");
  expect(await storedSheet(entry.id)).toMatchObject({ marks: CRITERIA - 1, finishedAt: null });
}

async function whenTheyMarkItAndHandIn() {
  await markBoxes().first().fill("90");
  await page.getByRole("button", { name: "Simpan dan berikutnya" }).click();
}

async function thenTheSheetCounts() {
  await expect(page.getByText("1 dari 1 selesai")).toBeVisible();
  expect(await storedSheet(entry.id)).toMatchObject({ marks: CRITERIA, finishedAt: expect.any(Date) });
}

const markBoxes = () => page.locator('input[id^="field-marks-"]');
