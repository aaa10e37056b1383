import { expect, test } from "@playwright/test";
import { givenAssignments, type JourneyAssignment } from "../../support/journey-judging";
import { arriveAs, givenPerson } from "../../support/journey-people";

const EDITION = "kipp-2021-penilaian";

let entry: JourneyAssignment;
test.beforeEach(async ({ context }) => {
  const judge = await givenPerson({ role: "EVALUATOR", name: "Nilai Lalu Pergi", edition: EDITION });
  entry = (await givenAssignments(judge, { edition: EDITION, stage: "penilaian", count: 1 }))[0]!;
  await arriveAs(context, judge);
});

test("who goes back after somebody signed out reads nothing of what was open", async ({ page }) => {
  await page.goto(`/penilaian/${entry.id}`);
  await expect(page.getByText(entry.title).first()).toBeVisible();
  await page.goto("/penilaian");
  await expect(page.getByText(entry.title).first()).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Keluar" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Masuk" })).toBeVisible();

  for (const _ of ["the desk", "the entry", "what was before"]) {
    await page.goBack();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(entry.code)).toHaveCount(0);
    await expect(page.getByText(entry.title)).toHaveCount(0);
  }
});
