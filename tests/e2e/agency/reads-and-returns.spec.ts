import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenAgency, givenPerson, type JourneyAgency, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const NOTE = "Sebutkan tahun dan sumber angka ini.";
const OTHER_NOTE = "Ringkas menjadi satu kalimat.";
const REASON = "Mohon lengkapi data sebelum dan sesudah.";

let page: Page;
let agency: JourneyAgency;
let innovator: JourneyPerson;
let proposal: JourneyProposal;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  agency = await givenAgency("Pemerintah Kota Telaah");
  innovator = await givenPerson({ role: "INNOVATOR", name: "Tulis Telaah", agency: agency.unit });
  proposal = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner: innovator, title: "Kartu Sehat Lansia", status: "AGENCY_REVIEW" });
});

test("an agency admin reads, leaves a note at a section, and returns the proposal with a reason that its author reads", async () => {
  await givenTheAdminAtTheirDesk();
  await whenTheyOpenTheProposalThatWaits();
  await whenTheyReturnItWithoutAWord();
  await thenThePageAsksForAReason();
  await whenTheyLeaveANoteAtASection();
  await whenTheyReturnItWithAReason();
  await thenTheBallIsWithTheInnovator();
  await thenNothingOfItWaitsOnTheDevice();
  await thenTheInnovatorReadsReasonAndNote();
});

test("an agency admin endorses: what they ticked and typed for it is sent, and not offered again", async () => {
  await givenTheAdminAtTheirDesk();
  await whenTheyOpenTheProposalThatWaits();
  await page.getByRole("checkbox", { name: /sudah menandatangani surat pernyataan/ }).check();
  await page.getByLabel("Bagaimana Anda memastikannya?").fill("Surat asli sudah dilihat.");
  await page.getByLabel("Alasan pengembalian").fill(REASON);
  await expect(page.locator("[data-form-kept]")).toBeAttached();
  await page.getByRole("button", { name: "Setujui isi" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Isi disetujui" })).toBeFocused();
  await thenNothingOfItWaitsOnTheDevice();
});

test("the admin of another agency is told that no such proposal exists", async () => {
  const other = await givenAgency("Pemerintah Kota Lain");
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Lain", agency: other.code }));
  const answer = await page.goto(`/instansi-saya/proposal/${proposal.code}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText(proposal.title)).toHaveCount(0);
});

async function givenTheAdminAtTheirDesk() {
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Telaah", agency: agency.code }));
  await page.goto("/instansi-saya?edisi=kipp-2021");
  await expect(page.getByRole("region", { name: "Siapa yang harus bertindak" })).toContainText(/Di tangan Anda\s*1/);
}

async function whenTheyOpenTheProposalThatWaits() {
  await page.getByRole("region", { name: /Menunggu Anda/ }).getByRole("link", { name: proposal.title }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: proposal.title })).toBeVisible();
}

async function whenTheyReturnItWithoutAWord() {
  await page.getByRole("button", { name: "Kembalikan ke inovator" }).click();
}

async function thenThePageAsksForAReason() {
  await expect(page.getByRole("alert").filter({ hasText: "Tulis alasan, atau paling sedikit satu catatan" })).toBeFocused();
  await expectAccessible(page);
}

async function whenTheyLeaveANoteAtASection() {
  await page.getByLabel("Alasan pengembalian").fill(REASON);
  const notes = page.locator("#catatan-signifikansi");
  await notes.getByRole("textbox").fill(NOTE);
  await notes.getByRole("button", { name: "Simpan catatan" }).press("Enter");
  await expect(notes.getByText(NOTE)).toBeVisible();
  await expect(notes.getByRole("status")).toContainText("Catatan tersimpan");
  await expectAccessible(page);
}

async function whenTheyReturnItWithAReason() {
  await expect(page.getByLabel("Alasan pengembalian"), "what was typed before the note is kept").toHaveValue(REASON);
  await page.locator("#catatan-ringkasan").getByRole("textbox").fill(OTHER_NOTE);
  await page.getByRole("button", { name: "Kembalikan ke inovator" }).click();
}

async function thenTheBallIsWithTheInnovator() {
  await expect(page.getByRole("status").filter({ hasText: "Proposal dikembalikan ke inovator" })).toBeFocused();
  await expect(page.getByText("Proposal ini di tangan inovator.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Setujui isi" })).toHaveCount(0);
  await expectAccessible(page);
}

async function thenNothingOfItWaitsOnTheDevice() {
  const offered = page.getByRole("region", { name: /Isian Anda yang belum dikirim/ });
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
  await expect(offered).toHaveCount(0);
  await page.reload();
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
  await expect(offered).toHaveCount(0);
}

async function thenTheInnovatorReadsReasonAndNote() {
  await arriveAs(page.context(), innovator);
  await page.goto(`/pengajuan/${proposal.code}`);
  await expect(page.getByText("Dikembalikan oleh admin instansi")).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await expect(page.getByText(OTHER_NOTE), "what was typed and not saved apart").toBeVisible();
  await page.goto(`/pengajuan/${proposal.code}/isi/signifikansi`);
  await expect(page.getByText(NOTE)).toBeVisible();
  await expect(page.getByRole("textbox")).toBeEditable();
  await expectAccessible(page);
}

const keptOnDevice = (on: Page) =>
  on.evaluate(() => new Promise<string[]>((resolve, reject) => {
    const opening = indexedDB.open("sinovik", 1);
    opening.onerror = () => reject(opening.error ?? new Error("There is no store."));
    opening.onsuccess = () => {
      const asking = opening.result.transaction("copies").objectStore("copies").getAll() as IDBRequest<{ value: unknown }[]>;
      asking.onsuccess = () => resolve(asking.result.map(({ value }) => JSON.stringify(value)));
    };
  }));
