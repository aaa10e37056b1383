import { expect, test, type Page } from "@playwright/test";
import { arriveAs, givenPerson, only, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { givenProfile, type KillableBrowser, startBrowser } from "../../support/killable-browser";
import { database } from "../../support/sign-in-as";

const UNIT = "73.72/rsud-andi-makkasau";

/** What a killed browser may cost, in milliseconds. */
const MOST_LOST = 5_000;
const BETWEEN_WORDS = 300;

type TypedWord = { word: string; at: number };

let owner: JourneyPerson;
let proposal: JourneyProposal;
let browser: KillableBrowser;
let page: Page;
let typed: TypedWord[];
let killedAt: number;
const profile = givenProfile();

test.beforeEach(async () => {
  typed = [];
  owner = await givenPerson({ role: "INNOVATOR", name: "Peramban Mati", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Ditulis Tanpa Jeda", without: ["ringkasan"] });
  await whenTheBrowserStarts();
});

test.afterEach(() => browser.kill());
test.afterAll(() => profile.remove());

test("who types without a pause and loses the browser finds on the server all but the last five seconds", async () => {
  await whenTheyTypeSteadilyFor(40);
  await whenTheBrowserIsKilled();
  await expect.poll(async () => missingFrom(await textOnTheServer()), "words typed more than five seconds before").toEqual([]);
  await whenTheBrowserStarts();
  await expect(page.getByRole("textbox")).toHaveValue(await textOnTheServer());
});

test("without a server too: what the device kept is offered when the browser starts again", async () => {
  await page.route("**/api/jawaban", (route) => route.abort());
  await whenTheyTypeSteadilyFor(30);
  await expect(page.locator("[data-save-state]")).toContainText("Tersimpan di perangkat ini, belum di server");
  await whenTheBrowserIsKilled();
  expect(await textOnTheServer()).toBe("");
  await whenTheBrowserStarts();
  const offer = page.getByRole("region", { name: /Ada tulisan di perangkat ini yang belum tersimpan \(pukul \d\d\.\d\d WITA\)/ });
  await offer.getByText("Bandingkan").click();
  expect(missingFrom(await offer.innerText()), "words typed more than five seconds before").toEqual([]);
  await offer.getByRole("button", { name: "Pakai", exact: true }).click();
  await expect(page.locator('[data-save-state="saved"]')).toContainText(/Tersimpan pukul \d\d\.\d\d WITA/);
  expect(missingFrom(await textOnTheServer())).toEqual([]);
});

async function whenTheBrowserStarts() {
  browser = await startBrowser(profile.path);
  await arriveAs(browser.context, owner);
  page = await browser.context.newPage();
  await page.goto(`${process.env.BASE_URL}/pengajuan/${proposal.code}/isi/ringkasan`);
  await expect(page.getByRole("textbox")).toBeEditable();
}

/** As somebody who copies from paper: one word after the other, and no pause in which anything could be saved. */
async function whenTheyTypeSteadilyFor(words: number) {
  await page.getByRole("textbox").focus();
  for (let place = 1; place <= words; place += 1) {
    const word = `kata${place}`;
    await page.keyboard.type(`${word} `);
    typed.push({ word, at: Date.now() });
    await page.waitForTimeout(BETWEEN_WORDS);
  }
}

async function whenTheBrowserIsKilled() {
  killedAt = Date.now();
  await browser.kill();
}

const missingFrom = (text: string) =>
  typed.filter(({ word, at }) => at < killedAt - MOST_LOST && !new RegExp(`\\b${word}\\b`).test(text)).map(({ word }) => word);

async function textOnTheServer(): Promise<string> {
  const { rows } = await database.query<{ body: string }>(
    `select coalesce(max(body), '') as body from "Answer" where "submissionId" = $1 and "sectionKey" = 'ringkasan'`, [proposal.id]);
  return only(rows, "the answer").body;
}
