import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, only } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { database } from "../../support/sign-in-as";
import { givenScriptsThatTakeLong } from "../../support/slow-scripts";

const HOURS = 60 * 60 * 1000;
const TEXT = "Warga menunggu dua jam di loket. Kini mereka memilih waktu dari rumah.";

let page: Page;
let proposal: JourneyProposal;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  const owner = await givenPerson({ role: "INNOVATOR", name: "Tulis Perjalanan", agency: "31.72/dinas-kesehatan" });
  proposal = await givenProposal({
    edition: "kipp-2021", unit: "31.72/dinas-kesehatan", owner, title: "Loket dari Rumah", without: ["ringkasan"],
  });
  await arriveAs(page.context(), owner);
});

test("what is typed is counted, saved by itself, and the line below says when by the server's clock", async () => {
  await givenADeviceWhoseClockIsThreeHoursFast();
  await whenTheyTypeWithTheKeyboardAlone();
  await thenTheWordsAreCountedAtOnce();
  await thenTheLineSaysSavedAtTheServersTime();
  await whenTheyWriteMoreWordsThanTheLimit();
  await thenTheOverrunIsMarkedAndSavedAllTheSame();
  await whenTheyMarkTheSectionAsFinishedAndGoOn();
  await thenTheNextSectionIsOpen();
});

test("without a network the line says not saved, and the words are saved as soon as it is back", async () => {
  await givenTheOpenSection();
  await page.context().setOffline(true);
  await whenTheyType();
  await thenTheLineSaysNotSaved();
  await page.context().setOffline(false);
  await thenTheWordsReachTheServerByThemselves();
});

test("a section sent without a network stays open with its words, and is sent once the network is back", async () => {
  await givenTheOpenSection();
  await page.context().setOffline(true);
  await whenTheyType();
  await page.getByLabel("Ya, sudah selesai").check();
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await thenThePageSaysThatTheServerDidNotAnswerAndKeepsTheWords();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await thenTheNextSectionIsOpen();
  await thenTheLanguageLinksLeadToThePageThatIsOpen();
});

test("words that never reached the server are offered again on the same device", async () => {
  await givenTheOpenSection();
  await givenAServerThatCannotBeReached();
  await whenTheyType();
  await thenTheLineSaysNotSaved();
  await whenThePageIsOpenedAgain();
  await thenTheUnsavedWordsAreOffered();
  await whenTheyUseThem();
  await thenTheWordsReachTheServerByThemselves();
});

test("words typed before the script of the page has arrived are counted and saved like any others", async () => {
  const theScriptArrives = await givenScriptsThatTakeLong(page);
  await whenTheyOpenThePageAndTypeAtOnce();
  theScriptArrives();
  await thenTheWordsAreCountedAtOnce();
  await thenTheLineSaysSavedAtTheServersTime();
});

test("words kept on the device are offered also to who began to type before the script arrived", async () => {
  await givenTheOpenSection();
  await givenAServerThatCannotBeReached();
  await whenTheyType();
  await thenTheLineSaysNotSaved();
  await page.unroute("**/api/jawaban");
  const theScriptArrives = await givenScriptsThatTakeLong(page);
  await page.goto(page.url(), { waitUntil: "commit" });
  await page.getByRole("textbox").fill("Saya mulai lagi dari awal.");
  theScriptArrives();
  await expect(page.getByRole("region", { name: /Ada tulisan di perangkat ini yang belum tersimpan/ })).toBeVisible();
  await whenTheyUseThem();
  await thenTheWordsReachTheServerByThemselves();
});

async function thenThePageSaysThatTheServerDidNotAnswerAndKeepsTheWords() {
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Server tidak menjawab. Isian Anda masih ada di sini.");
  await expect(page.getByRole("textbox")).toHaveValue(TEXT);
  await expect(page.getByLabel("Ya, sudah selesai")).toBeChecked();
  await expectAccessible(page);
}

async function thenTheLanguageLinksLeadToThePageThatIsOpen() {
  const english = page.getByRole("navigation", { name: "Bahasa" }).getByRole("link", { name: "English" });
  await expect(english).toHaveAttribute("href", `/en${new URL(page.url()).pathname}`);
}

async function givenADeviceWhoseClockIsThreeHoursFast() {
  await page.clock.setFixedTime(Date.now() + 3 * HOURS);
  await givenTheOpenSection();
}

async function givenTheOpenSection() {
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await expect(page.getByRole("textbox")).toBeVisible();
}

async function givenAServerThatCannotBeReached() {
  await page.route("**/api/jawaban", (route) => route.abort());
}

async function whenTheyType() {
  await page.getByRole("textbox").pressSequentially(TEXT);
}

async function whenTheyOpenThePageAndTypeAtOnce() {
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`, { waitUntil: "commit" });
  await whenTheyType();
}

async function whenTheyTypeWithTheKeyboardAlone() {
  await page.getByRole("textbox").focus();
  await page.keyboard.type(TEXT);
}

async function thenTheWordsAreCountedAtOnce() {
  await expect(page.getByText("12 dari 300 kata", { exact: true }).first()).toBeVisible();
}

async function thenTheLineSaysSavedAtTheServersTime() {
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
  const { body, savedAt } = await storedAnswer();
  expect(body).toBe(TEXT);
  const clock = savedAt.toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta" });
  await expect(page.locator("[data-save-state]")).toContainText(`Tersimpan pukul ${clock} WIB`);
  await expectAccessible(page);
}

async function whenTheyWriteMoreWordsThanTheLimit() {
  await page.getByRole("textbox").fill(Array.from({ length: 301 }, (_, place) => `kata${place}`).join(" "));
}

async function thenTheOverrunIsMarkedAndSavedAllTheSame() {
  await expect(page.getByText("301 dari 300 kata, kelebihan 1 kata").first()).toBeVisible();
  await expect.poll(async () => (await storedAnswer()).body.split(" ").length).toBe(301);
  await expectAccessible(page);
}

async function whenTheyMarkTheSectionAsFinishedAndGoOn() {
  await page.getByRole("textbox").fill(TEXT);
  await page.getByLabel("Ya, sudah selesai").press("Space");
  await page.getByRole("button", { name: "Simpan dan lanjutkan" }).press("Enter");
}

async function thenTheNextSectionIsOpen() {
  await expect(page).toHaveURL(new RegExp(`/pengajuan/${proposal.code}/isi/${proposal.sections[1]}$`));
  expect(await storedAnswer()).toMatchObject({ body: TEXT, isDone: true });
}

async function thenTheLineSaysNotSaved() {
  await expect(page.locator('[data-save-state="waiting"]')).toContainText("Tersimpan di perangkat ini, belum di server");
  expect(await answersStored(), "nothing has reached the server").toBe(0);
}

async function thenTheWordsReachTheServerByThemselves() {
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible({ timeout: 30_000 });
  expect((await storedAnswer()).body).toBe(TEXT);
}

async function whenThePageIsOpenedAgain() {
  await page.unroute("**/api/jawaban");
  await page.reload();
}

async function thenTheUnsavedWordsAreOffered() {
  const offer = page.getByRole("region", { name: /Ada tulisan di perangkat ini yang belum tersimpan/ });
  await expect(offer).toBeVisible();
  await offer.getByText("Bandingkan").click();
  await expect(offer).toContainText(TEXT);
  await expect(page.getByRole("textbox"), "nothing is put in place of the server's text unasked").toHaveValue("");
  await expectAccessible(page);
}

async function whenTheyUseThem() {
  await page.getByRole("button", { name: "Pakai", exact: true }).click();
  await expect(page.getByRole("textbox")).toHaveValue(TEXT);
}

async function storedAnswer(): Promise<{ body: string; savedAt: Date; isDone: boolean }> {
  const { rows } = await database.query<{ body: string; savedAt: Date; isDone: boolean }>(
    `select body, "savedAt", "isDone" from "Answer" where "submissionId" = $1 and "sectionKey" = 'ringkasan'`, [proposal.id]);
  return only(rows, "the answer");
}

async function answersStored(): Promise<number> {
  const { rowCount } = await database.query(`select 1 from "Answer" where "submissionId" = $1 and "sectionKey" = 'ringkasan'`, [proposal.id]);
  return rowCount ?? 0;
}
