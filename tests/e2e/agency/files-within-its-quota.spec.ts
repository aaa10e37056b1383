import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { whenAlive } from "../../support/alive";
import { arriveAs, givenAgency, givenPerson, type JourneyAgency } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { database } from "../../support/sign-in-as";

const QUOTA = 10;
const LEFT = 2;

let page: Page;
let agency: JourneyAgency;
let ready: JourneyProposal[];
let twinTab: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("an agency files what its quota allows, once, whatever is pressed twice, and gets a receipt with number, time and zone", async () => {
  await givenThreeEndorsedProposalsAndTwoPlacesLeft();
  await whenTheAdminTicksAllThree();
  await thenTheThirdTickIsTakenBackWithTheRule();
  await whenTheyGoOnToCheck();
  await thenThePageNamesWhatIsFiledAndWhatStays();
  await givenTheSamePageInASecondTab();
  await whenTheyPressTheButtonTwice();
  await thenOneReceiptIsShown();
  await whenTheSecondTabIsSentToo();
  await thenItShowsTheSameReceipt();
  await thenTheDatabaseHoldsOneReceiptOfTwo();
  await thenTheReceiptCanBeKept();
});

test("who asks for more than the quota by address alone is told the rule in words", async () => {
  await givenThreeEndorsedProposalsAndTwoPlacesLeft();
  await page.goto(`/instansi-saya/ajukan?edisi=kipp-2021&langkah=periksa&${ready.map(({ code }) => `pilih=${code}`).join("&")}`);
  await expect(page.getByRole("heading", { name: "Pilihan melebihi kuota" })).toBeVisible();
  await expect(page.getByText("Kelompok umum: 3 dipilih, padahal kuota instansi 10 dan 8 sudah diajukan. Kurangi 1 pilihan.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ajukan/ })).toHaveCount(0);
});

async function givenThreeEndorsedProposalsAndTwoPlacesLeft() {
  agency = await givenAgency("Pemerintah Kota Kuota");
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tulis Kuota", agency: agency.unit });
  const made = (title: string, status: "ENDORSED" | "SUBMITTED") => givenProposal({ edition: "kipp-2021", unit: agency.unit, owner, title, status });
  for (let place = 1; place <= QUOTA - LEFT; place += 1) await made(`Sudah Diajukan ${place}`, "SUBMITTED");
  ready = [await made("Siap Pertama", "ENDORSED"), await made("Siap Kedua", "ENDORSED"), await made("Siap Ketiga", "ENDORSED")];
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Kuota", agency: agency.code }));
}

async function whenTheAdminTicksAllThree() {
  await page.goto("/instansi-saya/ajukan?edisi=kipp-2021");
  await expect(page.getByRole("checkbox")).toHaveCount(3);
  await whenAlive(page);
  for (const { code } of ready) await page.getByRole("checkbox", { name: code }).press("Space");
}

async function thenTheThirdTickIsTakenBackWithTheRule() {
  await expect(page.getByText("Tidak terpilih: kuota Kelompok umum hanya cukup untuk 2 proposal lagi. Hapus pilihan lain lebih dahulu.").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(LEFT);
  await expectAccessible(page);
}

async function whenTheyGoOnToCheck() {
  await page.getByRole("button", { name: "Periksa sebelum mengajukan" }).press("Enter");
}

async function thenThePageNamesWhatIsFiledAndWhatStays() {
  await expect(page.getByRole("heading", { level: 1, name: "Anda akan mengajukan 2 proposal" })).toBeVisible();
  await expect(page.getByRole("region", { name: /1 proposal lain tetap di instansi dan tidak ikut kompetisi/ })).toContainText("Siap Ketiga");
  await expectAccessible(page);
}

async function givenTheSamePageInASecondTab() {
  twinTab = await page.context().newPage();
  await twinTab.goto(page.url());
}

async function whenTheyPressTheButtonTwice() {
  await page.getByRole("button", { name: "Ajukan 2 proposal" }).dblclick();
}

async function thenOneReceiptIsShown() {
  await expect(page.getByRole("status").filter({ hasText: "2 proposal diajukan ke penyelenggara" })).toContainText(/Nomor tanda terima TT-\d{4}-[0-9A-Z]{6}/);
  await expectAccessible(page);
}

async function whenTheSecondTabIsSentToo() {
  await twinTab.getByRole("button", { name: "Ajukan 2 proposal" }).click();
}

async function thenItShowsTheSameReceipt() {
  await expect(twinTab.getByText("2 proposal sudah diajukan sebelumnya. Tidak ada yang diajukan dua kali.")).toBeVisible();
  await expectAccessible(twinTab);
}

async function thenTheDatabaseHoldsOneReceiptOfTwo() {
  const { rows } = await database.query(
    `select r.number, count(*)::int as items from "Receipt" r join "ReceiptItem" i on i."receiptId" = r.id
     where i."submissionId" = any($1) group by r.number`, [ready.map(({ id }) => id)]);
  expect(rows).toEqual([{ number: expect.stringMatching(/^TT-/), items: 2 }]);
}

async function thenTheReceiptCanBeKept() {
  await page.getByRole("region", { name: "Hasil pengajuan" }).getByRole("link", { name: /^Tanda terima TT-/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Tanda terima TT-/ })).toBeVisible();
  await expect(page.getByText(/pukul \d{2}\.\d{2} WIB \(.*\d{2}\.\d{2} WITA, .*\d{2}\.\d{2} WIT\)/)).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2);
  await expectAccessible(page);
}
