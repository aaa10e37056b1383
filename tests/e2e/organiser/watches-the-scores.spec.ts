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
  await whenTheyOpenTheAssignments();
  await thenEveryJudgesProgressIsThereAndNoMark();
});

test("a judge who asks for the ranking by its address is told that nothing is there", async () => {
  await signInAs(page.context(), "evaluator@peragaan.example", "EVALUATOR");
  const answer = await page.goto(`/kelola/${EDITION}/peringkat?hasil=top-99`);
  expect(answer?.status()).toBe(404);
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
