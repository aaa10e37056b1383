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

test("until registration closes an innovator may take a proposal back, in two steps, and can still read it", async () => {
  await givenAProposalThatWasSent();
  await whenTheyOpenItsReceipt();
  await thenTheButtonIsHiddenBehindAStep();
  await whenTheyTakeItBack();
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
  await expectAccessible(page);
}

async function thenTheButtonIsHiddenBehindAStep() {
  await expect(page.getByRole("button", { name: "Tarik proposal" })).toBeHidden();
}

async function whenTheyTakeItBack() {
  await page.getByText("Saya ingin menarik proposal ini").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tarik proposal" }).click();
}

async function thenItSaysThatItTakesPartNoMore() {
  await expect(page.getByRole("heading", { level: 1, name: "Proposal ditarik kembali" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Proposal ini tidak ikut lagi" })).toBeVisible();
  await expectAccessible(page);
}

async function thenItsTextCanStillBeRead() {
  await page.getByRole("link", { name: "Baca isi proposal" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Isi proposal" })).toBeVisible();
  await expect(page.getByText(answerOf("ringkasan"))).toBeVisible();
  await expectAccessible(page);
}
