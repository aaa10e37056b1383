import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../../support/accessible";
import { arriveAs, givenAgency, givenPerson, type JourneyAgency } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const STRANGE = `<script>document.title = "diretas"</script> "kutip" & 'petik' 🌾👩🏽‍🌾 \u202Eterbalik\u202C مرحبا`;
const LONGEST_WORD = "x".repeat(390);
const FAR_TOO_LONG = "kata demi kata ".repeat(14_000);

let page: Page;
let agency: JourneyAgency;
let proposal: JourneyProposal;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  agency = await givenAgency("Pemerintah Kota Tempel");
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tempel Perjalanan", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner, title: "Tempel Apa Saja", without: ["ringkasan"] });
  await arriveAs(page.context(), owner);
  page.on("dialog", (dialog) => {
    throw new Error(`The page ran what was pasted: ${dialog.message()}`);
  });
});

test("markup, emoji, marks of another direction and Arabic are kept and shown as the text they are", async () => {
  await whenTheyPasteItEverywhere();
  await thenTheInnovatorReadsItAsText();
  await thenTheAgencyReadsItAsText();
});

test("the longest title without a space breaks into lines and no page scrolls sideways", async () => {
  await page.goto(`/pengajuan/${proposal.code}/identitas`);
  await page.getByLabel("Judul inovasi").fill(LONGEST_WORD);
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const place of ["", "/periksa", "/tanda-terima"]) {
    await page.goto(`/pengajuan/${proposal.code}${place}`);
    await expectNoSidewaysScroll(page);
  }
});

test("two hundred thousand characters in one section are refused in words, and stay in the box", async () => {
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await page.getByRole("textbox").fill(FAR_TOO_LONG);
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText("terlalu panjang");
  expect((await page.getByRole("textbox").inputValue()).length).toBe(FAR_TOO_LONG.length);
  await expectAccessible(page);
});

async function whenTheyPasteItEverywhere() {
  await page.goto(`/pengajuan/${proposal.code}/identitas`);
  await page.getByLabel("Judul inovasi").fill(STRANGE);
  await page.getByLabel("Penanda tangan").fill(STRANGE);
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await expect(page).not.toHaveURL(/\/identitas$/);
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await page.getByRole("textbox").fill(STRANGE);
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await expect(page).not.toHaveURL(/\/isi\/ringkasan$/);
}

async function thenTheInnovatorReadsItAsText() {
  await page.goto(`/pengajuan/${proposal.code}/periksa`);
  await expect(page.getByText(`<script>document.title = "diretas"</script>`).first()).toBeVisible();
  await expect(page.getByText("🌾👩🏽‍🌾").first()).toBeVisible();
  await expect(page).not.toHaveTitle("diretas");
  await expectNoSidewaysScroll(page);
}

async function thenTheAgencyReadsItAsText() {
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Tempel", agency: agency.code }));
  await page.goto("/instansi-saya/proposal?edisi=kipp-2021");
  await expect(page.getByRole("link", { name: /<script>/ })).toBeVisible();
  await expect(page).not.toHaveTitle("diretas");
  await expectNoSidewaysScroll(page);
}
