import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";

const EDITION = "kipp-2021-seleksi";
const REASON = "Gangguan listrik di dua provinsi.";

let page: Page;
let stage: Locator;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("the secretariat moves the close of a stage with a reason, and everybody reads both", async () => {
  await givenTheTimetable();
  await whenTheyMoveTheCloseIntoTheNextStage();
  await thenThePageSaysWhatStandsInTheWay();
  await whenTheyMoveItByADayWithoutAReason();
  await thenThePageAsksForOne();
  await whenTheyGiveTheReason();
  await thenThePublicPageShowsTheChange();
});

async function givenTheTimetable() {
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Jadwal", edition: EDITION }));
  await page.goto(`/kelola/${EDITION}/tahapan`);
  stage = page.getByRole("region", { name: "Penilaian proposal" });
}

async function whenTheyMoveTheCloseIntoTheNextStage() {
  await stage.getByLabel("Ditutup").fill(await dayAfterClose(60));
  await stage.getByLabel("Alasan perubahan").fill(REASON);
  await stage.getByRole("button", { name: "Ubah jadwal Penilaian proposal" }).click();
}

async function thenThePageSaysWhatStandsInTheWay() {
  await expect(stage.getByRole("alert")).toContainText("dibuka sebelum");
  await expectAccessible(page);
}

async function whenTheyMoveItByADayWithoutAReason() {
  await page.reload();
  await page.getByRole("button", { name: "Buang, pakai isian yang tersimpan di server" }).click();
  await expect(stage.getByLabel("Alasan perubahan")).toHaveValue("");
  await stage.getByLabel("Ditutup").fill(await dayAfterClose(1));
  await stage.getByRole("button", { name: "Ubah jadwal Penilaian proposal" }).press("Enter");
}

async function thenThePageAsksForOne() {
  await expect(stage.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
}

async function whenTheyGiveTheReason() {
  await stage.getByLabel("Alasan perubahan").fill(REASON);
  await stage.getByRole("button", { name: "Ubah jadwal Penilaian proposal" }).press("Enter");
  await expect(page.getByText(REASON)).toBeVisible();
}

async function thenThePublicPageShowsTheChange() {
  await page.context().clearCookies();
  await page.goto(`/kompetisi/${EDITION}`);
  await expect(page.getByText(new RegExp(`^Diubah .*: ditutup .*, sebelumnya .* Alasan: ${REASON}$`))).toBeVisible();
  await expectAccessible(page);
}

/** The close that the form shows, so many days later. */
async function dayAfterClose(days: number): Promise<string> {
  const close = await stage.getByLabel("Ditutup").inputValue();
  const later = new Date(`${close}Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 16);
}
