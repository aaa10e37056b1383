import { expect, test, type Page } from "@playwright/test";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { answerOf, givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { database } from "../../support/sign-in-as";

const UNIT = "32.73/dinas-kesehatan";

let page: Page;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("without JavaScript an innovator signs in on the demonstration and reaches their proposals", async () => {
  await page.goto("/masuk");
  await page.getByRole("button", { name: "Masuk sebagai Sari Peragaan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Proposal unit Anda" })).toBeVisible();
});

test("without JavaScript the result of checking eligibility is what the page comes back with", async () => {
  await arriveAs(page.context(), await givenPerson({ role: "INNOVATOR", name: "Mulai Tanpa Skrip", agency: UNIT }));
  await page.goto("/pengajuan/mulai?edisi=kipp-2021");
  await page.getByLabel("Judul inovasi").fill("Layanan Tanpa Skrip");
  await page.getByLabel("Bulan").selectOption({ label: "Januari" });
  await page.getByLabel("Tahun", { exact: true }).fill("2015");
  await page.getByLabel("Belum pernah", { exact: true }).check();
  await page.getByLabel("Ciptaan sendiri", { exact: true }).check();
  await page.getByLabel("Kategori").selectOption({ label: "Kesehatan" });
  await page.getByLabel("Penanda tangan").fill("Kepala Puskesmas");
  await page.getByRole("button", { name: "Periksa syarat" }).click();
  await expect(page.getByRole("region", { name: "Hasil pemeriksaan" })).toBeInViewport();
});

test("without JavaScript a section is saved by its button, the answers are checked and the proposal is sent", async () => {
  await givenAProposalWithOneEmptySection();
  await whenTheyWriteItAndPressTheButton();
  await thenTheServerHasIt();
  await whenTheyCheckAgreeAndSend();
  await thenTheReceiptSaysWhoMustActNow();
});

async function givenAProposalWithOneEmptySection() {
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tanpa Skrip", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Layanan Tanpa Skrip", without: ["dampak"] });
  await arriveAs(page.context(), owner);
}

async function whenTheyWriteItAndPressTheButton() {
  await page.goto(`/pengajuan/${proposal.code}/isi/dampak`);
  await page.getByRole("textbox").fill(answerOf("dampak"));
  await page.getByLabel("Ya, sudah selesai").check();
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await expect(page).not.toHaveURL(/\/isi\/dampak$/);
}

async function thenTheServerHasIt() {
  const { rows } = await database.query(`select body, "isDone" from "Answer" where "submissionId" = $1 and "sectionKey" = 'dampak'`, [proposal.id]);
  expect(rows).toEqual([{ body: answerOf("dampak"), isDone: true }]);
}

async function whenTheyCheckAgreeAndSend() {
  await page.goto(`/pengajuan/${proposal.code}/periksa`);
  await expect(page.getByText("Tidak ada masalah yang ditemukan")).toBeVisible();
  await page.getByRole("link", { name: "Lanjut ke pernyataan" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(3);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Kirim ke admin instansi" }).click();
  await expect(page.getByRole("alert")).toContainText("Masih ada 1 nama penanda tangan yang belum diisi.");
  await page.getByLabel("Penanda tangan: Pimpinan instansi").fill("Budi, Wali Kota");
  await page.getByRole("button", { name: "Kirim ke admin instansi" }).click();
}

async function thenTheReceiptSaysWhoMustActNow() {
  await expect(page.getByRole("heading", { level: 1, name: "Proposal dikirim ke admin instansi" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Belum sampai ke penyelenggara" })).toBeVisible();
}
