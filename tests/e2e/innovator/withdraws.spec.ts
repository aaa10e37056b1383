import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { answerOf, givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const UNIT = "31.75/dinas-kesehatan";

let page: Page;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("until registration closes an innovator may take a proposal back, understanding that it is for good, and can still read it", async () => {
  await givenAProposalThatWasSent();
  await whenTheyOpenItsReceipt();
  await whenTheyAskToWithdrawWithoutTickingTheBox();
  await thenTheyAreToldThatItIsForGood();
  await whenTheyTickItAndWithdraw();
  await thenItSaysThatItTakesPartNoMore();
  await thenItsTextCanStillBeRead();
});

async function givenAProposalThatWasSent() {
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tarik Perjalanan", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Pinjam Alat Tani", status: "AGENCY_REVIEW" });
  await arriveAs(page.context(), owner);
}

async function whenTheyOpenItsReceipt() {
  await page.goto(`/pengajuan/${proposal.code}/tanda-terima`);
}

async function whenTheyAskToWithdrawWithoutTickingTheBox() {
  await page.getByRole("link", { name: "Batalkan keikutsertaan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Batalkan keikutsertaan" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Batalkan keikutsertaan" }).click();
}

async function thenTheyAreToldThatItIsForGood() {
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Centang kotak ini jika Anda tetap ingin membatalkan.");
  await expectAccessible(page);
}

async function whenTheyTickItAndWithdraw() {
  await page.getByLabel("Alasan pembatalan").fill("Alatnya dijual.");
  await page.getByLabel("Saya mengerti").check();
  await page.getByRole("button", { name: "Batalkan keikutsertaan" }).click();
}

async function thenItSaysThatItTakesPartNoMore() {
  await expect(page.getByRole("heading", { level: 1, name: "Keikutsertaan dibatalkan" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Proposal ini tidak ikut lagi" })).toBeVisible();
  await expectAccessible(page);
}

async function thenItsTextCanStillBeRead() {
  await page.getByRole("link", { name: "Baca isi proposal" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Isi proposal" })).toBeVisible();
  await expect(page.getByText(answerOf("ringkasan"))).toBeVisible();
  await expectAccessible(page);
}
