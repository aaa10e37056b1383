import { expect, test, type Locator, type Page } from "@playwright/test";
import { givenOwnEdition, type OwnEdition } from "../../support/journey-editions";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { givenProposal } from "../../support/journey-proposals";
import { moveTimetable } from "../../support/journey-timetable";

/* Registration is to close earlier than announced: one person asks, another decides. */

const REASON = "Anggaran lomba harus selesai lebih awal.";
const STAGE = "Pendaftaran";
const WORK = "Yang belum diajukan sekarang: 1 proposal pada inovator dan 1 pada admin instansi, dari 1 instansi.";

let page: Page;
let edition: OwnEdition;
let first: JourneyPerson;
let second: JourneyPerson;
let announced: string;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

/** Nobody else is to be offered a competition that is left open. */
test.afterEach(async () => {
  await moveTimetable(edition.slug, "daftar", "after");
});

test("an earlier close is asked by one person of the secretariat and decided by another", async () => {
  await givenARegistrationInWhichPeopleWrite();
  await whenTheFirstAsks();
  await thenThePageSaysWhoDecidesAndNothingHasChanged();
  await whenTheSecondDeclines();
  await thenTheDatesAreAsAnnounced();
  await whenTheFirstAsks();
  await whenTheSecondAgrees();
  await thenEverybodyReadsTheEarlierClose();
});

async function givenARegistrationInWhichPeopleWrite() {
  edition = await givenOwnEdition(page, "Maju");
  await moveTimetable(edition.slug, "daftar", "in");
  first = await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Peminta", edition: edition.slug });
  second = await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Pemutus", edition: edition.slug });
  const { unit } = edition.city;
  const owner = await givenPerson({ role: "INNOVATOR", name: "Masih Menulis", agency: unit });
  await givenProposal({ edition: edition.slug, unit, owner, title: "Belum Selesai Ditulis" });
  await givenProposal({ edition: edition.slug, unit, owner, title: "Menunggu Admin Instansi", status: "AGENCY_REVIEW" });
}

async function whenTheFirstAsks() {
  await become(first);
  await page.goto(`/kelola/${edition.slug}/tahapan`);
  announced = await close().inputValue();
  await close().fill(daysOn(announced, -5));
  await stage().getByLabel("Alasan perubahan").fill(REASON);
  await submit().click();
  await expect(stage().getByText(/^Belum ada yang diubah\. Penutupan lebih awal membutuhkan orang kedua/)).toBeVisible();
  await expect(stage().getByText(WORK)).toBeVisible();
  await expect(close()).toHaveValue(daysOn(announced, -5));
  await submit().click();
  await expect(stage().getByText(/^Sekretariat Peminta meminta pada .* agar tahapan ini ditutup lebih awal: /)).toBeVisible();
}

async function thenThePageSaysWhoDecidesAndNothingHasChanged() {
  await expect(stage().getByText(/^Menunggu keputusan .* Yang dapat memutuskan: Sekretariat Pemutus\. Tanpa keputusan, permintaan ini gugur/)).toBeVisible();
  await expect(stage().getByRole("button", { name: /^Setujui/ })).toHaveCount(0);
  await expect(close()).toHaveValue(announced);
  await page.goto(`/kompetisi/${edition.slug}`);
  await expect(page.getByText(REASON)).toHaveCount(0);
}

async function whenTheSecondDeclines() {
  await whenTheSecondFollowsTheDesk();
  await stage().getByRole("button", { name: "Tolak permintaan ini" }).click();
}

async function thenTheDatesAreAsAnnounced() {
  await expect(close()).toHaveValue(announced);
  await expect(stage().getByText(/meminta pada/)).toHaveCount(0);
}

async function whenTheSecondAgrees() {
  await whenTheSecondFollowsTheDesk();
  await expect(stage().getByText(WORK)).toBeVisible();
  await expect(stage().getByRole("listitem").filter({ hasText: "Menjadi:" })).toHaveCount(1);
  await stage().getByRole("button", { name: `Setujui penutupan lebih awal ${STAGE}` }).click();
  await expect(close()).toHaveValue(daysOn(announced, -5));
}

async function thenEverybodyReadsTheEarlierClose() {
  await page.context().clearCookies();
  await page.goto(`/kompetisi/${edition.slug}`);
  await expect(page.getByText(new RegExp(`^Diubah .*: ditutup .*, sebelumnya .* Alasan: ${REASON}$`))).toBeVisible();
}

/** The desk says that a request waits, and until when. */
async function whenTheSecondFollowsTheDesk() {
  await become(second);
  await page.goto("/kelola");
  await expect(page.getByText(/^Penutupan lebih awal menunggu keputusan sampai /)).toBeVisible();
  await page.getByRole("link", { name: "Jadwal tahapan" }).click();
}

async function become(person: JourneyPerson) {
  await page.context().clearCookies();
  await arriveAs(page.context(), person);
}

const stage = (): Locator => page.getByRole("region", { name: STAGE, exact: true });
const close = () => stage().getByLabel("Ditutup");
const submit = () => stage().getByRole("button", { name: `Ubah jadwal ${STAGE}` });

function daysOn(local: string, days: number): string {
  const moved = new Date(`${local}Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 16);
}
