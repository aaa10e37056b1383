import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenAssignments, storedSheet, type JourneyAssignment } from "../../support/journey-judging";
import { tabTo } from "../../support/journey-keyboard";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { givenScriptsThatTakeLong } from "../../support/slow-scripts";

const EDITION = "kipp-2021-penilaian";
const CRITERIA = 11;

let page: Page;
let assignments: JourneyAssignment[];
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  const judge = await givenPerson({ role: "EVALUATOR", name: "Nilai Papan Ketik", edition: EDITION });
  assignments = await givenAssignments(judge, { edition: EDITION, stage: "penilaian", count: 3 });
  await arriveAs(page.context(), judge);
});

test("a judge scores three entries from the first to the last criterion without touching the mouse", async () => {
  await givenTheJudgesDesk();
  await whenTheyStartWithTheKeyboard();
  for (let entry = 1; entry <= 3; entry += 1) {
    await thenTheRoomNamesTheEntryAtTheTopAndAtTheButton();
    await whenTheyMarkEveryCriterion();
    await thenTheTotalIsThatOfTheMarks();
    await whenTheySaveAndGoOn();
  }
  await thenTheDeskSaysThatAllIsDone();
  await thenTheServerHoldsThreeFinishedSheets();
});

test("the keys are listed, act only inside the sheet, and can be switched off", async () => {
  await givenAnOpenSheet();
  await whenTheyAskForTheKeys();
  await thenTheListOfKeysIsShown();
  await whenTheySwitchTheKeysOff();
  await thenSaveAndNextByKeyDoesNothing();
});

test("a mark that looks like a slip of the finger is asked about, and a low one needs a reason", async () => {
  await givenAnOpenSheet();
  await whenTheyTypeEightIntoTheFirstBox();
  await thenThePageAsksWhetherEightyWasMeant();
  await whenTheyHandInTheRestWithoutAReason();
  await thenThePageNamesWhatIsMissingAndKeepsWhatWasMarked();
});

test("who presses the button at once after typing is told which criterion is not a whole number", async () => {
  await givenAnOpenSheet();
  await markBox("tujuan").fill("8,5");
  await page.getByRole("button", { name: "Simpan dan berikutnya" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Tujuan: Isi nilai dengan bilangan bulat, tanpa koma.");
  await expect(markBox("tujuan")).toHaveValue("8,5");
});

test("a skip link leads to the first mark, and every box that no save takes is named and linked", async () => {
  await givenAnOpenSheet();
  await tabTo(page, page.getByRole("link", { name: "Langsung ke nilai" }));
  await page.keyboard.press("Enter");
  await expect(markBox("tujuan")).toBeFocused();
  await page.keyboard.type("101");
  await markBox("dampak").fill("999");
  const line = page.getByRole("status").filter({ hasText: "Belum tersimpan: Tujuan, Dampak." });
  await line.getByRole("link", { name: "Dampak" }).click();
  await expect(markBox("dampak")).toBeFocused();
  await page.getByRole("button", { name: "Simpan dulu" }).click();
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary.getByRole("link")).toHaveText([/^Nilai Tujuan harus 0 sampai 100/, /^Nilai Dampak harus 0 sampai 100/]);
  await summary.getByRole("link", { name: /Tujuan/ }).click();
  await expect(markBox("tujuan")).toBeFocused();
  await expectAccessible(page);
});

test("marks typed before the script of the page has arrived are added up and saved like any others", async () => {
  const theScriptArrives = await givenScriptsThatTakeLong(page);
  await page.goto(`/penilaian/${assignments[0]?.id}`, { waitUntil: "commit" });
  await markBox("tujuan").fill("8");
  await markBox("keselarasan").fill("70");
  theScriptArrives();
  await thenThePageAsksWhetherEightyWasMeant();
  await expect(page.getByText(`2 / ${CRITERIA} kriteria`)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /Tersimpan \d{2}\.\d{2} WIB/ })).toBeVisible();
  expect(await storedSheet(assignments[0]?.id ?? "")).toMatchObject({ marks: 2, finishedAt: null });
});

test("without a network a sheet stays open with its marks", async () => {
  await givenAnOpenSheet();
  await expect(levelKeys("Tujuan").first(), "the script is there").toBeVisible();
  await page.context().setOffline(true);
  await markBox("tujuan").fill("80");
  await page.getByRole("button", { name: "Simpan dulu" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Server tidak menjawab. Isian Anda masih ada di sini.");
  await expect(markBox("tujuan")).toHaveValue("80");
  await page.context().setOffline(false);
});

async function givenTheJudgesDesk() {
  await page.goto("/penilaian");
  await expect(page.getByText("0 dari 3 selesai")).toBeVisible();
}

async function givenAnOpenSheet() {
  await page.goto(`/penilaian/${assignments[0]?.id}`);
  await expect(markBox("tujuan")).toBeVisible();
}

async function whenTheyStartWithTheKeyboard() {
  await tabTo(page, page.getByRole("link", { name: "Mulai menilai" }));
  await page.keyboard.press("Enter");
  await expect(markBox("tujuan")).toBeVisible();
}

async function thenTheRoomNamesTheEntryAtTheTopAndAtTheButton() {
  const entry = assignments.find(({ id }) => new URL(page.url()).pathname.endsWith(id));
  expect(entry, "the room is one of the judge's own entries").toBeDefined();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(entry?.title ?? "");
  await expect(page.getByText(`Nilai untuk ${entry?.code}`)).toBeVisible();
}

/** The first one by digits, one by its level key, the others by digits again. */
async function whenTheyMarkEveryCriterion() {
  await tabTo(page, markBox("tujuan"));
  await page.keyboard.type("80");
  await tabTo(page, levelKeys("Keselarasan").first());
  await page.keyboard.press("4");
  await expect(markBox("keselarasan")).toHaveValue("80");
  for (const criterion of ["signifikansi", "kebaruan", "transferabilitas", "sumber-daya", "strategi-keberlanjutan", "dampak", "evaluasi", "keterlibatan", "pelajaran"]) {
    await tabTo(page, markBox(criterion));
    await page.keyboard.type("80");
  }
}

async function thenTheTotalIsThatOfTheMarks() {
  await expect(page.getByText(`${CRITERIA} / ${CRITERIA} kriteria`)).toBeVisible();
  await expect(page.getByText("Nilai sementara 80,00 dari 100")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /Tersimpan \d{2}\.\d{2} WIB/ })).toBeVisible();
}

async function whenTheySaveAndGoOn() {
  const before = page.url();
  await page.keyboard.press("Control+Enter");
  await expect(page).not.toHaveURL(before);
}

async function thenTheDeskSaysThatAllIsDone() {
  await expect(page.getByText("3 dari 3 selesai")).toBeVisible();
  await expect(page.getByText("Semua entri Anda sudah dinilai.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "80,00" })).toHaveCount(3);
  await expectAccessible(page);
}

async function thenTheServerHoldsThreeFinishedSheets() {
  for (const { id } of assignments) expect(await storedSheet(id)).toMatchObject({ marks: CRITERIA, finishedAt: expect.any(Date) });
}

async function whenTheyAskForTheKeys() {
  await levelKeys("Tujuan").first().focus();
  await page.keyboard.press("?");
}

async function thenTheListOfKeysIsShown() {
  await expect(page.getByText("Ctrl + Enter")).toBeVisible();
  await expectAccessible(page);
}

async function whenTheySwitchTheKeysOff() {
  await page.getByRole("checkbox", { name: "Pakai pintasan" }).press("Space");
  await expect(page.getByRole("checkbox", { name: "Pakai pintasan" })).not.toBeChecked();
}

async function thenSaveAndNextByKeyDoesNothing() {
  await levelKeys("Tujuan").first().focus();
  await page.keyboard.press("3");
  await expect(markBox("tujuan"), "the level key is off too").toHaveValue("");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  expect(page.url()).toContain(assignments[0]?.id);
  expect(await storedSheet(assignments[0]?.id ?? "")).toMatchObject({ marks: 0, finishedAt: null });
}

async function whenTheyTypeEightIntoTheFirstBox() {
  await markBox("tujuan").focus();
  await page.keyboard.type("8");
}

async function thenThePageAsksWhetherEightyWasMeant() {
  await expect(page.getByText("8 atau 80?")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Ya, 8 memang nilai Tujuan" })).not.toBeChecked();
  await expectAccessible(page);
}

async function whenTheyHandInTheRestWithoutAReason() {
  await page.getByRole("checkbox", { name: "Ya, 8 memang nilai Tujuan" }).check();
  await markBox("keselarasan").fill("70");
  await page.getByRole("button", { name: "Simpan dan berikutnya" }).click();
}

async function thenThePageNamesWhatIsMissingAndKeepsWhatWasMarked() {
  const summary = page.getByRole("alert").filter({ hasText: "sebelum lembar ini selesai" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link", { name: "Tulis alasan nilai Tujuan, karena nilainya 8" })).toBeVisible();
  await expect(summary.getByRole("link", { name: /^Isi nilai / })).toHaveCount(CRITERIA - 2);
  await expect(markBox("tujuan")).toHaveValue("8");
  await expect(markBox("keselarasan")).toHaveValue("70");
  await expectAccessible(page);
  expect(await storedSheet(assignments[0]?.id ?? "")).toMatchObject({ marks: 2, finishedAt: null });
}

const markBox = (criterion: string) => page.locator(`#field-marks-${criterion}`);

const levelKeys = (criterion: string) => page.getByRole("group", { name: `Pilih tingkat ${criterion}` }).getByRole("button");
