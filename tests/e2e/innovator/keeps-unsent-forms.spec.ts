import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenAgency, givenPerson, type JourneyAgency } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const RESTORED = /Isian Anda yang belum dikirim dipulihkan dari perangkat ini/;

let page: Page;
let agency: JourneyAgency;
let proposal: JourneyProposal;

test.beforeEach(async ({ page: opened }) => {
  page = opened;
  agency = await givenAgency("Kota Isian");
});

test("a title changed in the identity form is there again after the language was changed and the page loaded anew", async () => {
  const writer = await givenPerson({ role: "INNOVATOR", name: "Isi Identitas", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner: writer, title: "Judul Lama" });
  await arriveAs(page.context(), writer);
  await page.goto(`/pengajuan/${proposal.code}/identitas`);
  await page.getByLabel("Judul").fill("Judul Baru");
  await expect(page.getByText("Isian ini tersimpan di perangkat ini, belum dikirim")).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("region", { name: /restored from this device/ })).toBeVisible();
  await page.goto(`/pengajuan/${proposal.code}/identitas`);
  await expect(page.getByRole("region", { name: RESTORED })).toBeVisible();
  await expect(page.getByLabel("Judul")).toHaveValue("Judul Baru");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Buang, pakai isian yang tersimpan di server" }).click();
  await expect(page.getByLabel("Judul")).toHaveValue("Judul Lama");
  await page.reload();
  await expect(page.getByLabel("Judul")).toHaveValue("Judul Lama");
  await expect(page.getByRole("region", { name: RESTORED })).toHaveCount(0);
});

test("two tabs in which one form is filled in both say that the device keeps only what was typed last", async () => {
  const writer = await givenPerson({ role: "INNOVATOR", name: "Dua Tab", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner: writer, title: "Judul Lama" });
  await arriveAs(page.context(), writer);
  const path = `/pengajuan/${proposal.code}/identitas`;
  await page.goto(path);
  await page.getByLabel("Judul").fill("Judul Satu");
  await expect(page.getByText("Isian ini tersimpan di perangkat ini, belum dikirim")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(path);
  await expect(other.getByRole("region", { name: RESTORED })).toBeVisible();
  await other.getByLabel("Judul").fill("Judul Dua");
  for (const tab of [page, other]) await expect(tab.getByText("Formulir ini juga sedang diisi di tab lain.")).toBeVisible();
  await expect(page.getByLabel("Judul")).toHaveValue("Judul Satu");
  await expectAccessible(page);
});

test("notes an agency's admin has written and not sent are there again when they come back to the proposal", async () => {
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tulis Isian", agency: agency.unit });
  const admin = await givenPerson({ role: "AGENCY_ADMIN", name: "Baca Isian", agency: agency.code });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner, title: "Dibaca Setengah", status: "AGENCY_REVIEW" });
  await arriveAs(page.context(), admin);
  const note = page.locator('textarea[name="notes._"]');
  await page.goto(`/instansi-saya/proposal/${proposal.code}`);
  await note.fill("Sebutkan angkanya.");
  await expect(page.getByText("Isian ini tersimpan di perangkat ini, belum dikirim")).toBeAttached();
  await page.goto("/instansi-saya/proposal");
  await page.goto(`/instansi-saya/proposal/${proposal.code}`);
  await expect(page.getByRole("region", { name: RESTORED })).toBeVisible();
  await expect(note).toHaveValue("Sebutkan angkanya.");
  await page.locator('button[name="at"][value="_"]').click();
  await expect(page.getByText("Sebutkan angkanya.").first()).toBeVisible();
  await expect(note).toHaveValue("");
  await page.reload();
  await expect(note, "what was sent is not offered again").toHaveValue("");
});
