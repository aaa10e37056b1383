import { expect, test, type Page } from "@playwright/test";
import { acceptPact } from "../../support/journey-judging";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

/* A judge falls ill: the role is ended, the unread entries go to a new judge, who reads them all. */
const EDITION = "kipp-2021-penilaian";

let page: Page;
let ill: JourneyPerson;
let fresh: JourneyPerson;
let secretary: JourneyPerson;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a judge who can do no more is replaced: role ended, entries handed over, read and complete", async () => {
  await givenAJudgeWithTwoUnreadEntries();
  await givenANewJudge();
  await whenTheSecretariatEndsTheRole();
  await thenTheAssignmentsSayWhatIsLeftBehind();
  await thenTheNewJudgeHoldsNothingYet();
  await whenItHandsTheEntriesOverWithoutAReason();
  await thenThePageAsksForIt();
  await whenItGivesTheReason();
  await thenTheNewJudgeHasThem();
  await whenTheNewJudgeReadsBoth();
  await thenTheSecretariatSeesThemFinished();
});

async function givenAJudgeWithTwoUnreadEntries() {
  secretary = await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Ganti", edition: EDITION });
  ill = await givenPerson({ role: "EVALUATOR", name: "Juri Sakit", edition: EDITION });
  await acceptPact(ill, EDITION);
  const { rowCount } = await database.query(
    `update "Assignment" set "judgeId" = $1 where id in (
       select distinct on (a."submissionId") a.id from "Assignment" a join "Stage" g on g.id = a."stageId" join "Edition" e on e.id = g."editionId"
       join "User" u on u.id = a."judgeId"
       where e.slug = $2 and g.key = 'penilaian' and a."recusedAt" is null and u.email not in ('evaluator@peragaan.example', 'evaluator2@peragaan.example')
         and not exists (select from "Review" r where r."assignmentId" = a.id)
       order by a."submissionId", a.id limit 2)`, [ill.id, EDITION]);
  expect(rowCount).toBe(2);
}

async function givenANewJudge() {
  fresh = await givenPerson({ role: "EVALUATOR", name: "Juri Baru", edition: EDITION });
  await acceptPact(fresh, EDITION);
}

async function whenTheSecretariatEndsTheRole() {
  await arriveAs(page.context(), secretary);
  await page.goto(`/kelola/${EDITION}/peserta?cari=${encodeURIComponent(ill.email)}`);
  const row = page.getByRole("row").filter({ hasText: ill.name });
  await row.getByText("Akhiri peran").click();
  await expect(row).toContainText("Masih memegang 2 entri yang belum selesai dibaca:");
  await expect(row.getByRole("link", { name: "Penilaian proposal: 2 entri" })).toHaveAttribute("href", new RegExp(`/penugasan/pembaca\\?tahap=penilaian&juri=${ill.id}`));
  await row.getByRole("button", { name: /Akhiri sekarang/ }).click();
}

async function thenTheAssignmentsSayWhatIsLeftBehind() {
  const said = page.getByRole("status").filter({ hasText: `Peran juri berakhir: ${ill.name}` });
  await expect(said).toContainText("2 entri yang belum selesai tidak lagi dihitung sebagai bacaannya.");
  await said.getByRole("link", { name: "Penilaian proposal: 2 entri" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Alihkan 2 entri yang belum dibaca" })).toBeVisible();
  await page.goto("/kelola");
  await expect(page.getByRole("listitem").filter({ hasText: "Penilaian proposal" }).filter({ hasText: /\d+ entri kurang juri/ })).toBeVisible();
  await page.goto(`/kelola/${EDITION}/penugasan?tahap=penilaian`);
  const row = page.getByRole("table", { name: "Juri" }).getByRole("row").filter({ hasText: ill.name });
  await expect(row).toContainText("Bukan lagi juri edisi ini. 2 entri belum selesai dan perlu dialihkan.");
  await row.getByRole("link", { name: ill.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: ill.name })).toBeVisible();
}

async function thenTheNewJudgeHoldsNothingYet() {
  const here = page.url();
  await page.goto(`/kelola/${EDITION}/penugasan/pembaca?tahap=penilaian&juri=${fresh.id}`);
  await expect(page.getByText("Juri ini tidak memegang entri di tahapan ini")).toBeVisible();
  await page.goto(here);
}

async function whenItHandsTheEntriesOverWithoutAReason() {
  await page.getByLabel("Kepada").selectOption(fresh.id);
  await page.getByRole("button", { name: "Alihkan 2 entri" }).click();
}

async function thenThePageAsksForIt() {
  await expect(page.getByRole("alert").getByRole("link", { name: /Tulis alasannya/ })).toBeVisible();
  await expect(page.getByLabel("Kepada")).toHaveValue(fresh.id);
}

async function whenItGivesTheReason() {
  await page.getByLabel("Alasan").fill("Dirawat di rumah sakit");
  await page.getByRole("button", { name: "Alihkan 2 entri" }).click();
  await expect(page.getByRole("status")).toContainText("2 entri dialihkan.");
}

async function thenTheNewJudgeHasThem() {
  await page.context().clearCookies();
  await arriveAs(page.context(), fresh);
  await page.goto("/penilaian");
  await expect(page.getByText("0 dari 2 selesai")).toBeVisible();
}

async function whenTheNewJudgeReadsBoth() {
  await page.getByRole("link", { name: "Mulai menilai" }).click();
  for (let entry = 0; entry < 2; entry += 1) {
    // The page of the entry before has as many boxes: without a script nothing waits for the next one.
    await expect(page.getByText(`${entry} dari 2 entri selesai`)).toBeVisible();
    for (const box of await page.locator('input[id^="field-marks-"]').all()) await box.fill("75");
    await page.getByRole("button", { name: "Simpan dan berikutnya" }).click();
  }
  await expect(page.getByText("2 dari 2 selesai")).toBeVisible();
}

async function thenTheSecretariatSeesThemFinished() {
  await page.context().clearCookies();
  await arriveAs(page.context(), secretary);
  await page.goto(`/kelola/${EDITION}/penugasan/pembaca?tahap=penilaian&juri=${fresh.id}`);
  const rows = page.getByRole("table", { name: "Bacaan juri ini" }).getByRole("row").filter({ hasText: /INV-/ });
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await expect(row).toContainText("Selesai");
  await rows.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: "Pembaca entri ini" })).toBeVisible();
}
