import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenOwnEdition, type OwnEdition } from "../../support/journey-editions";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { givenProposal } from "../../support/journey-proposals";
import { moveTimetable } from "../../support/journey-timetable";
import { database } from "../../support/sign-in-as";

/* Selection is finished early: it is released, and all that follow move forward in one act, so that judges read at once. */

const REASON = "Seleksi selesai lebih cepat dari jadwal.";
const NEXT = "Penilaian proposal";
const LATER = ["Presentasi", "Pengumuman"];

let page: Page;
let edition: OwnEdition;
let distances: number[];
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("what was released early opens the next stage at once, and all that follow move with it", async () => {
  await givenASelectionThatIsDecidedWhileItsStageRuns();
  await whenTheSecretariatReleasesIt();
  await whenItOpensTheNextStageWithAllThatFollow();
  await thenTheNewDatesAreShownAndNothingHasChanged();
  await whenItPressesOnceMore();
  await thenTheNextStageIsOpenAndTheRestKeptItsDistance();
  await thenEverybodyReadsTheChanges();
});

async function givenASelectionThatIsDecidedWhileItsStageRuns() {
  edition = await givenOwnEdition(page, "Geser");
  const secretary = await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Geser", edition: edition.slug });
  const owner = await givenPerson({ role: "INNOVATOR", name: "Inovator Geser", agency: edition.city.unit });
  const { id } = await givenProposal({ edition: edition.slug, unit: edition.city.unit, owner, title: "Selesai Lebih Cepat", status: "SUBMITTED" });
  await moveTimetable(edition.slug, "periksa", "in");
  await database.query(
    `insert into "SelectionDecision" ("organizerId", "submissionId", "editionId", "takenById", outcome, "decidedAt")
     select "organizerId", id, "editionId", $2, 'PASS', now() from "Submission" where id = $1`, [id, secretary.id]);
  await arriveAs(page.context(), secretary);
}

async function whenTheSecretariatReleasesIt() {
  await page.goto("/verifikasi/rekap");
  await page.getByLabel("Ketik kode edisi").fill(edition.code);
  await page.getByRole("button", { name: "Umumkan hasil" }).click();
  await expect(page.getByRole("heading", { name: /^Diumumkan .* oleh / })).toBeVisible();
}

async function whenItOpensTheNextStageWithAllThatFollow() {
  await page.goto(`/kelola/${edition.slug}/tahapan`);
  await expect(stage("Seleksi administrasi").getByText(/^Ditutup .*, saat hasilnya diumumkan/)).toBeVisible();
  distances = await daysBetween();
  await stage(NEXT).getByLabel("Buka begitu disimpan").check();
  await stage(NEXT).getByLabel("Geser juga semua tahapan sesudahnya").check();
  await stage(NEXT).getByLabel("Alasan perubahan").fill(REASON);
  await submit().press("Enter");
}

async function thenTheNewDatesAreShownAndNothingHasChanged() {
  await expect(stage(NEXT).getByRole("status").filter({ hasText: "Belum ada yang diubah." })).toBeVisible();
  await expect(planned()).toHaveCount(1 + LATER.length);
  for (const [place, name] of [NEXT, ...LATER].entries()) await expect(planned().nth(place)).toContainText(name);
  await expect(stage(NEXT).getByLabel("Alasan perubahan")).toHaveValue(REASON);
  await expect(stage(NEXT).getByLabel("Geser juga semua tahapan sesudahnya")).toBeChecked();
  await expectAccessible(page);
}

async function whenItPressesOnceMore() {
  await submit().press("Enter");
  await expect(stage(NEXT).getByText(`Alasan: ${REASON}`)).toBeVisible();
}

async function thenTheNextStageIsOpenAndTheRestKeptItsDistance() {
  await page.reload();
  await expect(page.getByRole("main")).toContainText(/Tahapan sekarang\s*Penilaian proposal/);
  expect(await daysBetween()).toEqual(distances);
  await expectAccessible(page);
}

async function thenEverybodyReadsTheChanges() {
  await page.context().clearCookies();
  await page.goto(`/kompetisi/${edition.slug}`);
  await expect(page.getByText(`Alasan: ${REASON}`)).toHaveCount(1 + LATER.length);
  await expectAccessible(page);
}

const stage = (name: string): Locator => page.getByRole("region", { name, exact: true });
const submit = () => stage(NEXT).getByRole("button", { name: `Ubah jadwal ${NEXT}` });
const planned = () => stage(NEXT).getByRole("listitem").filter({ hasText: "Menjadi:" });

/** Whole days from the close of the next stage to that of each later one, as the forms show them. */
async function daysBetween(): Promise<number[]> {
  const close = async (name: string) => Date.parse(`${await stage(name).getByLabel("Ditutup").inputValue()}Z`);
  const first = await close(NEXT);
  return Promise.all(LATER.map(async (name) => Math.round((await close(name) - first) / 86_400_000)));
}
