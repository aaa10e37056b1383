import { expect, test, type Page } from "@playwright/test";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";

const UNIT = "31.74/dinas-kesehatan";
const HERS = "Tulisan Rina yang belum sampai ke server.";
const HIS = "Tulisan Budi yang belum sampai ke server.";

let page: Page;
let rina: JourneyPerson;
let budi: JourneyPerson;
let proposal: JourneyProposal;

test("on a shared computer unsaved words are offered to their writer alone, and leave it when the writer signs out", async ({ page: opened }) => {
  page = opened;
  await givenTwoColleaguesAtOneComputer();
  await whenTheSectionIsOpenedBy(rina);
  await whenTheyWriteWhatNeverReachesTheServer(HERS);
  await whenTheSectionIsOpenedBy(budi);
  await whenTheyWriteWhatNeverReachesTheServer(HIS);
  await expect(offer(), "his page has looked for a copy, and hers is not his").toHaveCount(0);
  await whenTheSectionIsOpenedBy(rina);
  await expect(offer()).toContainText(HERS);
  await whenSheSignsOut();
  await thenNoneOfHerWordsAreOnTheComputer();
});

async function givenTwoColleaguesAtOneComputer() {
  rina = await givenPerson({ role: "INNOVATOR", name: "Rina Bersama", agency: UNIT });
  budi = await givenPerson({ role: "INNOVATOR", name: "Budi Bersama", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner: rina, title: "Satu Komputer Berdua", without: ["ringkasan"] });
  await page.addInitScript(leaveNothingToTheServer);
}

/** In the page itself: what a page sends while it is left does not pass the browser's own interception. */
function leaveNothingToTheServer() {
  const ask = window.fetch;
  window.fetch = (input, init) => (String(input).includes("/api/jawaban") ? Promise.reject(new TypeError("unreachable")) : ask(input, init));
}

async function whenTheyWriteWhatNeverReachesTheServer(text: string) {
  await page.getByRole("textbox").pressSequentially(text);
  await expect(page.locator('[data-save-state="waiting"]')).toBeVisible();
}

async function whenTheSectionIsOpenedBy(person: JourneyPerson) {
  await arriveAs(page.context(), person);
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await expect(page.getByRole("textbox")).toBeEditable();
}

async function whenSheSignsOut() {
  await page.getByRole("button", { name: "Keluar" }).click();
  await expect(page.getByRole("link", { name: "Masuk", exact: true })).toBeVisible();
}

async function thenNoneOfHerWordsAreOnTheComputer() {
  expect(await page.evaluate(everythingKept)).not.toContain(HERS);
}

/** All that the device keeps for the portal, whoever wrote it. */
async function everythingKept(): Promise<string> {
  const store = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("sinovik");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("There is no store."));
  });
  const kept = await new Promise<unknown[]>((resolve) => {
    const all = store.transaction("copies").objectStore("copies").getAll();
    all.onsuccess = () => resolve(all.result);
  });
  return JSON.stringify([kept, { ...localStorage }]);
}

const offer = () => page.getByRole("region", { name: /Ada tulisan di perangkat ini yang belum tersimpan/ });
