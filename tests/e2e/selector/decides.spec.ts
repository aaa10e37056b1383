import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, only, type JourneyPerson } from "../../support/journey-people";
import { database, signInAs } from "../../support/sign-in-as";

const EDITION = "kipp-2021-seleksi";
const EXPLANATION = "Judul dan isi proposal ini tidak saling sesuai.";

let page: Page;
let selector: JourneyPerson;
let code: string;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  selector = await givenPerson({ role: "ADMIN_SELECTOR", name: "Periksa Pertama", edition: EDITION });
  await arriveAs(page.context(), selector);
});

test("a selector takes the next proposal, answers the checklist and passes it, and nobody outside learns of it", async () => {
  await whenTheyTakeTheNextOne();
  await thenNobodyElseGetsTheSameOne();
  await whenTheyDecideBeforeTheChecklistIsComplete();
  await thenThePageCountsTheOpenLines();
  await whenTheyAnswerEveryLine();
  await whenTheyDecide("Lolos administrasi");
  await thenTheQueueSaysThatItIsSaved();
  await thenItsAuthorReadsNothingOfIt();
});

test("a fail needs a reason and stands only when a second selector agrees", async () => {
  await whenTheyTakeTheNextOne();
  await whenTheyAnswerEveryLineButTheLast();
  await whenTheyDecide("Tidak lolos administrasi");
  await thenThePageAsksForAReason();
  await whenTheyNameTheReasonAndExplain();
  await thenTheyCannotBeTheSecondReader();
  await whenASecondSelectorAgrees();
  await thenTheFailStands();
});

async function whenTheyTakeTheNextOne() {
  await page.goto("/verifikasi");
  await page.getByRole("button", { name: "Ambil berikutnya" }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Daftar periksa" })).toBeVisible();
  code = new URL(page.url()).pathname.split("/")[2] ?? "";
  expect(code).toMatch(/^INV-\d{4}-/);
  await expectAccessible(page);
}

async function thenNobodyElseGetsTheSameOne() {
  const other = await page.context().browser()?.newContext();
  if (!other) throw new Error("There is no browser.");
  await arriveAs(other, await givenPerson({ role: "ADMIN_SELECTOR", name: "Periksa Kedua", edition: EDITION }));
  const theirs = await other.newPage();
  await theirs.goto("/verifikasi");
  await theirs.getByRole("button", { name: "Ambil berikutnya" }).click();
  await expect(theirs.getByRole("heading", { level: 2, name: "Daftar periksa" })).toBeVisible();
  expect(theirs.url()).not.toContain(code);
  await theirs.goto(`/verifikasi/${code}`);
  await expect(theirs.getByText(/Dipegang Periksa Pertama/)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Simpan dan putuskan" })).toHaveCount(0);
  await expectAccessible(theirs);
  await other.close();
}

async function whenTheyDecideBeforeTheChecklistIsComplete() {
  await page.getByRole("button", { name: "Simpan dan putuskan" }).click();
}

async function thenThePageCountsTheOpenLines() {
  await expect(page.getByText("6 butir daftar periksa belum dinilai.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Lolos administrasi", exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Isi daftar periksa" }).click();
  await expect(page.getByRole("radiogroup")).toHaveCount(6);
}

async function whenTheyAnswerEveryLine() {
  for (const line of await page.getByRole("radiogroup").all()) await line.getByRole("radio", { name: "Sesuai", exact: true }).press("Space");
  await page.getByRole("button", { name: "Simpan dan putuskan" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Putusan" })).toBeVisible();
  await expectAccessible(page);
}

async function whenTheyAnswerEveryLineButTheLast() {
  const lines = await page.getByRole("radiogroup").all();
  for (const line of lines.slice(0, -1)) await line.getByRole("radio", { name: "Sesuai", exact: true }).check();
  await lines.at(-1)?.getByRole("radio", { name: "Tidak sesuai", exact: true }).check();
  await page.getByRole("textbox").last().fill("Kelompok yang dipilih bukan untuk inovasi ini.");
  await page.getByRole("button", { name: "Simpan dan putuskan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Putusan" })).toBeVisible();
}

async function whenTheyDecide(word: string) {
  await page.getByRole("radio", { name: word, exact: true }).press("Space");
  await page.getByRole("button", { name: "Simpan putusan" }).press("Enter");
}

async function thenTheQueueSaysThatItIsSaved() {
  await expect(page.getByRole("status").filter({ hasText: `Tersimpan untuk ${code}: ` })).toBeVisible();
  await expectAccessible(page);
}

async function thenItsAuthorReadsNothingOfIt() {
  const { rows } = await database.query<{ email: string }>(
    `select u.email from "Submission" s join "User" u on u.id = s."ownerId" where s.code = $1`, [code]);
  await signInAs(page.context(), only(rows, `the author of ${code}`).email, "INNOVATOR");
  await page.goto(`/pengajuan/${code}/tanda-terima`);
  await expect(page.getByText("Diajukan", { exact: true })).toBeVisible();
  await expect(page.getByText(/lolos/i)).toHaveCount(0);
  await arriveAs(page.context(), selector);
}

async function thenThePageAsksForAReason() {
  await expect(page.getByRole("alert").filter({ hasText: "Pilih paling sedikit satu alasan tidak lolos." })).toBeFocused();
  await expectAccessible(page);
}

async function whenTheyNameTheReasonAndExplain() {
  await page.getByRole("radio", { name: "Tidak lolos administrasi", exact: true }).check();
  await page.getByRole("group", { name: "Alasan tidak lolos" }).getByRole("checkbox").last().check();
  await page.getByLabel("Penjelasan untuk inovator").fill(EXPLANATION);
  await page.getByRole("button", { name: "Simpan putusan" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Tersimpan untuk ${code}: ` })).toBeVisible();
}

async function thenTheyCannotBeTheSecondReader() {
  await page.goto(`/verifikasi/${code}/putusan`);
  await expect(page.getByText("Menunggu", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Setuju tidak lolos" })).toHaveCount(0);
  await expectAccessible(page);
}

async function whenASecondSelectorAgrees() {
  await arriveAs(page.context(), await givenPerson({ role: "ADMIN_SELECTOR", name: "Pembaca Kedua", edition: EDITION }));
  await page.goto(`/verifikasi/${code}/putusan`);
  await expect(page.getByText(EXPLANATION)).toBeVisible();
  await page.getByRole("button", { name: "Setuju tidak lolos" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: `Tersimpan untuk ${code}: ` })).toBeVisible();
}

async function thenTheFailStands() {
  const { rows } = await database.query(
    `select d.outcome, d."secondById" is not null as "hasSecond" from "SelectionDecision" d join "Submission" s on s.id = d."submissionId" where s.code = $1`,
    [code]);
  expect(rows).toEqual([{ outcome: "FAIL", hasSecond: true }]);
}
