import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const UNIT = "33.74/dinas-kesehatan";

let page: Page;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("on a telephone a section is found by touch, written, saved by itself and finished", async () => {
  await givenAProposalWithOneEmptySection();
  await whenTheyTapTheEmptySection();
  await thenTheTextHasTheWidthOfTheScreen();
  await whenTheyWrite();
  await thenTheWordsAreSaved();
  await thenCountAndStateAreInViewBesideTheGuidance();
  await whenTheyTapSaveAndGoOn();
  await thenTheTaskListCallsItFinished();
});

async function givenAProposalWithOneEmptySection() {
  const owner = await givenPerson({ role: "INNOVATOR", name: "Telepon Perjalanan", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Layanan di Genggaman", without: ["ringkasan"] });
  await arriveAs(page.context(), owner);
  await page.goto(`/pengajuan/${proposal.code}`);
}

async function whenTheyTapTheEmptySection() {
  await page.getByRole("link", { name: "Ringkasan", exact: true }).tap();
  await expect(page).toHaveURL(/\/isi\/ringkasan$/);
}

async function thenTheTextHasTheWidthOfTheScreen() {
  await expectAccessible(page);
  const box = await page.getByRole("textbox").boundingBox();
  expect(box?.width).toBeGreaterThan(300);
}

async function whenTheyWrite() {
  await page.getByRole("textbox").tap();
  await page.keyboard.type("Pasien memilih jam kunjungan dari telepon, lalu datang tanpa antre.");
}

async function thenTheWordsAreSaved() {
  await expect(page.locator('[data-save-state="saved"]')).toContainText("Tersimpan pukul");
}

async function thenCountAndStateAreInViewBesideTheGuidance() {
  await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  await expect(page.locator('[data-save-state="saved"]')).toBeInViewport();
  await expect(page.getByText("10 dari", { exact: false }).first()).toBeInViewport();
  const [guide, box] = await Promise.all([page.getByText("Bagian ini dibaca juri").first().boundingBox(), page.getByRole("textbox").boundingBox()]);
  expect(guide!.y).toBeLessThan(box!.y);
}

async function whenTheyTapSaveAndGoOn() {
  await page.getByLabel("Ya, sudah selesai").tap();
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).tap();
  await expect(page).not.toHaveURL(/\/isi\/ringkasan$/);
}

async function thenTheTaskListCallsItFinished() {
  await page.goto(`/pengajuan/${proposal.code}`);
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Ringkasan", exact: true }) })).toContainText("Selesai");
}
