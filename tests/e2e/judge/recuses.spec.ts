import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenAssignments, storedSheet, type JourneyAssignment } from "../../support/journey-judging";
import { arriveAs, givenPerson, only, type JourneyPerson } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

const EDITION = "kipp-2021-penilaian";
const REASON = "Saya pernah membina tim pengusul.";

let page: Page;
let judge: JourneyPerson;
let entry: JourneyAssignment;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a judge who names a conflict loses the entry at once, also by its address", async () => {
  await givenAJudgeWithTwoEntries();
  await whenTheyNameAConflictWithoutAReason();
  await thenThePageAsksForIt();
  await whenTheyNameItWithAReason();
  await thenTheNextEntryIsOpen();
  await thenTheListShowsNeitherItsTitleNorAWayIn();
  await thenItsAddressOpensNothing();
});

test("before the first entry a judge signs the pact and names where they belong, and entries from there are taken away", async () => {
  await givenAJudgeWithTwoEntriesWhoHasNotSigned();
  await thenTheDeskAsksForThePactFirst();
  await whenTheyLookUpTheAgencyOfTheEntry();
  await whenTheySignThePact();
  await thenThatEntryIsNoLongerTheirs();
});

async function givenAJudgeWithTwoEntries() {
  judge = await givenPerson({ role: "EVALUATOR", name: "Juri Konflik", edition: EDITION });
  entry = only(await givenAssignments(judge, { edition: EDITION, stage: "penilaian", count: 2 }), "an entry");
  await arriveAs(page.context(), judge);
  await page.goto(`/penilaian/${entry.id}`);
}

async function whenTheyNameAConflictWithoutAReason() {
  await page.getByRole("link", { name: "Tidak menilai" }).click();
  await page.getByRole("button", { name: "Nyatakan konflik dan tidak menilai" }).click();
}

async function thenThePageAsksForIt() {
  await expect(page.getByRole("alert").getByRole("link", { name: /Tulis alasannya/ })).toBeVisible();
  await expectAccessible(page);
}

async function whenTheyNameItWithAReason() {
  await page.getByLabel("Alasan konflik kepentingan").fill(REASON);
  await expect(page.getByText(/hanya sekretariat yang dapat mencabutnya/)).toBeVisible();
  await page.getByRole("button", { name: "Nyatakan konflik dan tidak menilai" }).press("Enter");
  // The answer to this press, and not the one before, which asked for the reason too.
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Ada 1 hal yang perlu diperbaiki");
  await page.getByRole("main").getByRole("alert").getByRole("link", { name: /Centang bahwa Anda memang tidak menilai/ }).click();
  expect((await storedSheet(entry.id)).recusedAt, "one press takes nothing away").toBeNull();
  await page.getByLabel("Ya, saya tidak menilai entri ini").press("Space");
  await page.getByRole("button", { name: "Nyatakan konflik dan tidak menilai" }).press("Enter");
}

async function thenTheNextEntryIsOpen() {
  await expect(page).not.toHaveURL(new RegExp(`/penilaian/${entry.id}`));
  await expect(page.getByRole("button", { name: "Simpan dan berikutnya" })).toBeVisible();
  await expect(page.getByText("0 dari 1 entri selesai")).toBeVisible();
}

async function thenTheListShowsNeitherItsTitleNorAWayIn() {
  await page.goto("/penilaian");
  const row = page.getByRole("row").filter({ hasText: entry.code });
  await expect(row).toContainText("Isinya tidak ditampilkan.");
  await expect(row).toContainText(REASON);
  await expect(row.getByRole("link")).toHaveCount(0);
  await expect(page.getByText(entry.title)).toHaveCount(0);
}

async function thenItsAddressOpensNothing() {
  const answer = await page.goto(`/penilaian/${entry.id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("Anda tidak menilai entri ini.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Daftar entri" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(entry.title)).toHaveCount(0);
  expect((await storedSheet(entry.id)).recusedAt).not.toBeNull();
}

async function givenAJudgeWithTwoEntriesWhoHasNotSigned() {
  judge = await givenPerson({ role: "EVALUATOR", name: "Juri Pakta", edition: EDITION });
  entry = only(await givenAssignments(judge, { edition: EDITION, stage: "penilaian", count: 2 }), "an entry");
  await database.query(`delete from "IntegrityPact" where "judgeId" = $1`, [judge.id]);
  await arriveAs(page.context(), judge);
}

async function thenTheDeskAsksForThePactFirst() {
  await page.goto("/penilaian");
  await expect(page.getByRole("heading", { name: "Setujui pakta integritas dulu" })).toBeVisible();
  await expect(page.getByText(entry.title)).toHaveCount(0);
  await page.getByRole("link", { name: "Buka pakta integritas" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pakta integritas" })).toBeVisible();
}

async function whenTheyLookUpTheAgencyOfTheEntry() {
  const { rows } = await database.query<{ code: string; name: string }>(
    `select a.code, a.name from "Submission" s join "Agency" a on a.id = s."agencyId" where s.code = $1`, [entry.code]);
  const { code, name } = only(rows, "the agency");
  await page.getByLabel("Jabatan dan lembaga Anda").fill("Dosen, Universitas Peragaan");
  await page.getByLabel("Cari instansi atau unit").fill(name);
  await page.getByRole("button", { name: "Cari dan perbarui daftar" }).click();
  await page.locator(`input[type="checkbox"][value="${code}"]`).check();
  await page.getByRole("button", { name: "Cari dan perbarui daftar" }).click();
  await expect(page.getByRole("group", { name: "Instansi yang dipilih" }).locator(`input[value="${code}"]`)).toBeChecked();
  await expectAccessible(page);
}

async function whenTheySignThePact() {
  await expect(page.getByLabel("Jabatan dan lembaga Anda")).toHaveValue("Dosen, Universitas Peragaan");
  await page.getByRole("button", { name: "Setujui dan lanjutkan" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Centang pernyataan ini untuk melanjutkan" })).toBeVisible();
  await page.getByLabel("Saya menyatakan hal di atas").press("Space");
  await page.getByRole("button", { name: "Setujui dan lanjutkan" }).press("Enter");
}

async function thenThatEntryIsNoLongerTheirs() {
  await expect(page.getByRole("status").filter({ hasText: "tidak lagi Anda nilai" })).toBeVisible();
  await expect(page.getByText(entry.title)).toHaveCount(0);
  await expectAccessible(page);
  const answer = await page.goto(`/penilaian/${entry.id}`);
  expect(answer?.status()).toBe(404);
}
