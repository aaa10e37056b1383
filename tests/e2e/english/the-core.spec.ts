import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenAssignments, storedSheet } from "../../support/journey-judging";
import { arriveAs, givenAgency, givenPerson, only, type JourneyAgency, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const TEXT = "People waited two hours at the counter. Now they choose a time from home.";

let page: Page;
let agency: JourneyAgency;
let innovator: JourneyPerson;
let proposal: JourneyProposal;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("in English an innovator writes and sends, and the agency endorses and files", async () => {
  await givenAProposalWithOneEmptySection();
  await whenTheInnovatorWritesIt();
  await whenTheInnovatorSends();
  await whenTheAgencyEndorsesAndFiles();
  await thenTheInnovatorReadsThatItHasArrived();
});

test("in English a panelist signs the pact and scores an entry", async () => {
  const judge = await givenPerson({ role: "PANELIST", name: "English Panelist", edition: "kipp-banyumas-2020" });
  const entry = only(await givenAssignments(judge, { edition: "kipp-banyumas-2020", stage: "presentasi", count: 1 }), "an entry");
  await arriveAs(page.context(), judge);
  await page.goto("/en/penilaian");
  await expect(page.getByText("0 of 1 finished")).toBeVisible();
  await page.getByRole("link", { name: "Start scoring" }).click();
  await expect(page.getByText(`Score for ${entry.code}`)).toBeVisible();
  for (const box of await page.locator('input[id^="field-marks-"]').all()) await box.fill("82");
  await expect(page.getByText("Running score 82.00 of 100")).toBeVisible();
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(page.getByText("1 of 1 finished")).toBeVisible();
  expect((await storedSheet(entry.id)).finishedAt).not.toBeNull();
});

test("in English a publisher reads what was published, and the public reads the result", async () => {
  await arriveAs(page.context(), await givenPerson({ role: "PUBLISHER", name: "English Publisher", edition: "kipp-2020" }));
  await page.goto("/en/kelola/kipp-2020/terbitkan/top-99");
  await expect(page.getByRole("heading", { name: "The result is final and published" })).toBeVisible();
  await page.getByRole("link", { name: "Open the public page" }).click();
  await expect(page).toHaveURL(/\/en\/kompetisi\/kipp-2020\/hasil\/top-99$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("rowheader")).toHaveCount(114);
});

test("the language is changed on any page and the page stays the same", async () => {
  await page.goto("/inovasi?cari=puskesmas");
  await page.getByRole("navigation", { name: "Bahasa" }).getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/inovasi\?cari=puskesmas$/);
  await expect(page.getByRole("status")).toContainText("for “puskesmas”");
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Indonesia" }).click();
  await expect(page).toHaveURL(/\/inovasi\?cari=puskesmas$/);
  await expect(page.getByRole("status")).toContainText("untuk “puskesmas”");
});

async function givenAProposalWithOneEmptySection() {
  agency = await givenAgency("Pemerintah Kota Inggris");
  innovator = await givenPerson({ role: "INNOVATOR", name: "English Innovator", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner: innovator, title: "Counter from Home", without: ["ringkasan"] });
}

async function whenTheInnovatorWritesIt() {
  await arriveAs(page.context(), innovator);
  await page.goto(`/en/pengajuan/${proposal.code}`);
  await expect(page.getByText("It has not reached the organiser")).toBeVisible();
  await page.getByRole("link", { name: "Summary", exact: true }).click();
  await page.getByRole("textbox").fill(TEXT);
  await expect(page.locator('[data-save-state="saved"]')).toContainText(/Saved at \d{2}:\d{2} WIB/);
  await expectAccessible(page);
  await page.getByLabel("Yes, it is finished").check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(new RegExp(`/en/pengajuan/${proposal.code}/isi/${proposal.sections[1]}$`));
}

async function whenTheInnovatorSends() {
  await page.goto(`/en/pengajuan/${proposal.code}/kirim`);
  const remarks = page.getByRole("group", { name: "Things to look at again" }).getByRole("checkbox");
  for (const box of [...(await page.getByRole("group", { name: "Statements" }).getByRole("checkbox").all()), ...(await remarks.all())]) await box.check();
  await page.getByLabel("Signatory: Head of the agency").fill("Budi, Mayor");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to the agency admin" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The proposal has been sent to the agency admin" })).toBeVisible();
}

async function whenTheAgencyEndorsesAndFiles() {
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "English Admin", agency: agency.code }));
  await page.goto("/en/instansi-saya?edisi=kipp-2021");
  await expect(page.getByRole("region", { name: "Who must act" })).toContainText(/With you\s*1/);
  await page.getByRole("link", { name: proposal.title }).first().click();
  await page.getByRole("checkbox", { name: "have signed the statements" }).check();
  await page.getByLabel("How do you know?").fill("Saw the signed letter");
  await page.getByRole("button", { name: "Endorse", exact: true }).click();
  await expect(page.getByRole("button", { name: "Take the endorsement back" })).toBeVisible();
  await page.goto("/en/instansi-saya/ajukan?edisi=kipp-2021");
  await page.getByRole("checkbox", { name: proposal.code }).check();
  await page.getByRole("button", { name: "Check before filing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are about to file 1 proposal" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "File 1 proposal" }).click();
  await expect(page.getByText(/TT-\d{4}-[0-9A-Z]{6}/).first()).toBeVisible();
  await expectAccessible(page);
}

async function thenTheInnovatorReadsThatItHasArrived() {
  await arriveAs(page.context(), innovator);
  await page.goto(`/en/pengajuan/${proposal.code}/tanda-terima`);
  await expect(page.getByRole("heading", { name: "It has reached the organiser" })).toBeVisible();
  await expect(page.getByText(/pukul/), "dates are written in English").toHaveCount(0);
}
