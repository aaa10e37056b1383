import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { answerOf, givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { database } from "../../support/sign-in-as";

const UNIT = "31.74/dinas-kesehatan";

let page: Page;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("an unfinished proposal names what is missing, a finished one is sent and says that it has not arrived yet", async () => {
  await givenAProposalWithOneEmptySection();
  await whenTheyCheckTheirAnswers();
  await thenThePageNamesTheEmptySectionAndHasNoWayToSend();
  await whenTheyWriteTheMissingSection();
  await whenTheyCheckTheirAnswers();
  await thenNothingIsWrong();
  await whenTheySendWithoutAgreeingToTheStatements();
  await thenThePageCountsTheMissingStatements();
  await whenTheyAgreeToEachAndSend();
  await thenTheReceiptSaysThatItHasNotReachedTheOrganiser();
  await thenNoSectionCanBeChangedAnyMore();
});

async function givenAProposalWithOneEmptySection() {
  const owner = await givenPerson({ role: "INNOVATOR", name: "Kirim Perjalanan", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Satu Pintu Keluhan", without: ["pelajaran"] });
  await arriveAs(page.context(), owner);
}

async function whenTheyCheckTheirAnswers() {
  await page.goto(`/pengajuan/${proposal.code}`);
  await page.getByRole("link", { name: "Periksa jawaban" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Periksa jawaban" })).toBeVisible();
}

async function thenThePageNamesTheEmptySectionAndHasNoWayToSend() {
  await expect(page.getByText("Ada 1 hal yang harus diperbaiki")).toBeVisible();
  await expect(page.getByRole("link", { name: /belum diisi/ })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Lanjut ke pernyataan" })).toHaveCount(0);
  await expectAccessible(page);
}

async function whenTheyWriteTheMissingSection() {
  await page.getByRole("link", { name: /belum diisi/ }).click();
  await expect(page).toHaveURL(/\/isi\/pelajaran\?dari=periksa$/);
  await page.getByRole("textbox").fill(answerOf("pelajaran"));
  await page.getByLabel("Ya, sudah selesai").check();
  await page.getByRole("button", { name: "Simpan dan periksa lagi" }).click();
  await expect(page).toHaveURL(/\/periksa$/);
}

async function thenNothingIsWrong() {
  await expect(page.getByText("Tidak ada masalah yang ditemukan")).toBeVisible();
  await expectAccessible(page);
}

async function whenTheySendWithoutAgreeingToTheStatements() {
  await page.getByRole("link", { name: "Lanjut ke pernyataan" }).click();
  await expect(page.getByText("Penerima berikutnya: admin instansi")).toBeVisible();
  await page.getByLabel("Penanda tangan: Pimpinan instansi").fill("Budi, Wali Kota");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim ke admin instansi" }).click();
}

async function thenThePageCountsTheMissingStatements() {
  await expect(page.getByRole("alert").filter({ hasText: "Masih ada 3 pernyataan yang belum dicentang." })).toBeFocused();
  await expectAccessible(page);
}

async function whenTheyAgreeToEachAndSend() {
  for (const box of await page.getByRole("group", { name: "Pernyataan" }).getByRole("checkbox").all()) await box.press("Space");
  await page.getByRole("button", { name: "Kirim ke admin instansi" }).press("Enter");
}

async function thenTheReceiptSaysThatItHasNotReachedTheOrganiser() {
  await expect(page.getByRole("heading", { level: 1, name: "Proposal dikirim ke admin instansi" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Belum sampai ke penyelenggara" })).toBeVisible();
  await expect(page.getByText(/harus mengajukan paling lambat .* WIB \(.* WITA, .* WIT\)/)).toBeVisible();
  await expectAccessible(page);
  const { rows } = await database.query(`select status from "Submission" where id = $1`, [proposal.id]);
  expect(rows).toEqual([{ status: "AGENCY_REVIEW" }]);
}

async function thenNoSectionCanBeChangedAnyMore() {
  await page.goto(`/pengajuan/${proposal.code}/isi/pelajaran`);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText(answerOf("pelajaran"))).toBeVisible();
}
