import { expect, test, type Page } from "@playwright/test";
import { arriveAs, givenAgency, givenPerson, type JourneyAgency, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

let page: Page;
let agency: JourneyAgency;
let owner: JourneyPerson;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("without JavaScript an agency endorses a proposal, files it, and its author finds the receipt's number", async () => {
  await givenAProposalThatWaitsForTheAgency();
  await whenTheAdminEndorsesIt();
  await whenTheyTickItAndFileIt();
  const number = await thenAReceiptIsShown();
  await thenTheAuthorReads(number);
});

async function givenAProposalThatWaitsForTheAgency() {
  agency = await givenAgency("Pemerintah Kota Tanpa Skrip");
  owner = await givenPerson({ role: "INNOVATOR", name: "Tulis Biasa", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner, title: "Formulir Biasa", status: "AGENCY_REVIEW" });
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Biasa", agency: agency.code }));
}

async function whenTheAdminEndorsesIt() {
  await page.goto(`/instansi-saya/proposal/${proposal.code}`);
  await page.getByRole("checkbox", { name: "sudah menandatangani surat pernyataan" }).check();
  await page.getByLabel("Bagaimana Anda memastikannya?").fill("Surat asli sudah dilihat");
  await page.getByRole("button", { name: "Setujui isi" }).click();
  await page.getByRole("status").getByRole("link", { name: "Ke halaman pengajuan" }).click();
}

async function whenTheyTickItAndFileIt() {
  await page.getByRole("checkbox", { name: proposal.code }).check();
  await page.getByRole("button", { name: "Periksa sebelum mengajukan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anda akan mengajukan 1 proposal" })).toBeVisible();
  await page.getByRole("button", { name: "Ajukan 1 proposal" }).click();
}

async function thenAReceiptIsShown(): Promise<string> {
  const notice = page.getByText(/Nomor tanda terima TT-/);
  await expect(notice).toBeVisible();
  return /TT-\d{4}-[0-9A-Z]{6}/.exec(await notice.innerText())?.[0] ?? "";
}

async function thenTheAuthorReads(number: string) {
  expect(number).toMatch(/^TT-/);
  await arriveAs(page.context(), owner);
  await page.goto(`/pengajuan/${proposal.code}/tanda-terima`);
  await expect(page.getByRole("heading", { name: "Sudah sampai ke penyelenggara" })).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();
}
