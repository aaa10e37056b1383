import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { database, signInAs } from "../../support/sign-in-as";
import { arriveAs, givenPerson } from "../../support/journey-people";

const EDITION = "kipp-2021-penilaian";

let page: Page;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
});

test("while judges are at work the secretariat sees how far they are, no mark and no order, and cannot freeze", async () => {
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Pantau", edition: EDITION }));
  await whenTheyOpenTheRanking();
  await thenItShowsProgressAndNoScore();
  await thenTheFileIsNotThereEither();
  await whenTheyOpenAProposalThatWasRead();
  await thenItsReadersAreNamedWithoutAMark();
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

async function thenItShowsProgressAndNoScore() {
  await expect(page.getByRole("heading", { name: "Nilai dan urutan belum ditampilkan" })).toBeVisible();
  await expect(page.getByText("Tahapan Penilaian proposal belum ditutup.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Bekukan/ })).toHaveCount(0);
  await expect(page.getByRole("table")).toHaveCount(0);
  await expectAccessible(page);
}

async function thenTheFileIsNotThereEither() {
  const answer = await page.request.get(`/kelola/${EDITION}/peringkat/data.csv?hasil=top-99`);
  expect(answer.status()).toBe(404);
}

async function whenTheyOpenAProposalThatWasRead() {
  const { rows: [read] } = await database.query<{ code: string }>(
    `select s.code from "Submission" s join "Edition" e on e.id = s."editionId" and e.slug = $1
     join "Standing" st on st."submissionId" = s.id order by st.readings desc, s.code limit 1`, [EDITION]);
  await page.goto(`/kelola/${EDITION}/proposal/${read!.code}`);
  await expect(page.getByRole("heading", { level: 2, name: "Pembacaan juri" })).toBeVisible();
}

async function thenItsReadersAreNamedWithoutAMark() {
  await expect(page.getByText("sudah mengirim; nilainya tampil setelah tahapan ditutup").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Nilai tiap kriteria: Penilaian proposal" })).toHaveCount(0);
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
