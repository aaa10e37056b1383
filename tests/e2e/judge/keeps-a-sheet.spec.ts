import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenAssignments, storedSheet, type JourneyAssignment } from "../../support/journey-judging";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

const EDITION = "kipp-2021-penilaian";
const SAVING = "/api/nilai";
const REMARK = "Tujuannya jelas dan terukur.";

let page: Page;
let judge: JourneyPerson;
let entry: JourneyAssignment;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  judge = await givenPerson({ role: "EVALUATOR", name: "Nilai Tersimpan", edition: EDITION });
  entry = (await givenAssignments(judge, { edition: EDITION, stage: "penilaian", count: 1 }))[0]!;
  await arriveAs(page.context(), judge);
});

test("marks typed without a network and left behind are there when the sheet is opened again, and are saved", async () => {
  await givenTheSheetWithoutAWayToTheServer();
  await whenTheyMarkAndCloseThePage();
  await whenTheyOpenTheSheetAgain();
  await expect(page.getByRole("region", { name: /Isian Anda yang belum dikirim dipulihkan dari perangkat ini/ })).toBeVisible();
  await thenTheBoxesHoldWhatWasTyped();
  await expect(page.getByRole("status").filter({ hasText: /Tersimpan \d{2}\.\d{2} WIB/ })).toBeVisible();
  await thenTheServerHasIt();
  await expectAccessible(page);
  await page.reload();
  await thenTheBoxesHoldWhatWasTyped();
  await expect(page.getByRole("region", { name: /perangkat ini/ })).toHaveCount(0);
});

test("where the sheet has changed meanwhile the judge is asked first", async () => {
  await givenTheSheetWithoutAWayToTheServer();
  await whenTheyMarkAndCloseThePage();
  await database.query(
    `with review as (insert into "Review" ("organizerId", "assignmentId", version, remark, "savedAt") select "organizerId", id, 1, '', now() from "Assignment" where id = $1 returning *)
     insert into "Score" ("organizerId", "assignmentId", "criterionKey", mark, remark) select "organizerId", "assignmentId", 'tujuan', 55, '' from review`, [entry.id]);
  await whenTheyOpenTheSheetAgain();
  const question = page.getByRole("region", { name: /Ada isian Anda yang belum dikirim di perangkat ini/ });
  await expect(question).toBeVisible();
  await expect(markBox("tujuan")).toHaveValue("55");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Pakai isian saya" }).click();
  await thenTheBoxesHoldWhatWasTyped();
  await thenTheServerHasIt();
});

test("what never reached the server before the close is shown, to be copied", async () => {
  const edition = "kipp-2021-penetapan";
  judge = await givenPerson({ role: "EVALUATOR", name: "Nilai Terlambat", edition });
  entry = (await givenAssignments(judge, { edition, stage: "penilaian", count: 1 }))[0]!;
  await arriveAs(page.context(), judge);
  await page.goto(`/penilaian/${entry.id}`);
  await expect(page.getByRole("heading", { name: "Lembar ini hanya dapat dibaca" })).toBeVisible();
  await expect.poll(storesOnTheDevice, "the page has looked for a copy").toContain("copies");
  await givenACopyOnTheDevice({ "marks.tujuan": { was: "", is: "80" }, "remarks.tujuan": { was: "", is: REMARK } });
  await page.reload();
  const left = page.getByRole("region", { name: /tidak punya kotak lagi di halaman ini/ });
  await expect(left).toContainText("Tujuan: 80");
  await expect(left).toContainText(REMARK);
  await expectAccessible(page);
  await left.getByRole("button", { name: "Buang" }).click();
  await expect(left).toHaveCount(0);
});

const storesOnTheDevice = () =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "sinovik")) return [];
    return new Promise<string[]>((resolve) => {
      const opening = indexedDB.open("sinovik");
      opening.onsuccess = () => {
        resolve([...opening.result.objectStoreNames]);
        opening.result.close();
      };
    });
  });

const givenACopyOnTheDevice = (value: unknown) =>
  page.evaluate(([writer, place, kept]) => new Promise<void>((resolve) => {
    const opening = indexedDB.open("sinovik");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("copies", "readwrite");
      writing.objectStore("copies").put({ value: kept, at: new Date().toISOString() }, [writer, place]);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  }), [judge.id, `lembar.${entry.id}`, value] as [string, string, unknown]);

/** A page of its own, so that the cut ends with it; what it sends while it closes is cut as well. */
async function givenTheSheetWithoutAWayToTheServer() {
  await page.addInitScript((address) => {
    const send = window.fetch;
    window.fetch = (...asked) => (String(asked[0]).includes(address) ? Promise.reject(new TypeError("no network")) : send(...asked));
  }, SAVING);
  await page.goto(`/penilaian/${entry.id}`);
  await expect(page.getByRole("group", { name: "Pilih tingkat Tujuan" }).getByRole("button").first(), "the script is there").toBeVisible();
}

async function whenTheyMarkAndCloseThePage() {
  await markBox("tujuan").fill("80");
  await page.locator('textarea[name="remarks.tujuan"]').fill(REMARK);
  await expect(page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini, belum di server" })).toBeVisible();
  await expect.poll(wordsOnTheDevice).toContain(REMARK);
  expect(await storedSheet(entry.id)).toMatchObject({ marks: 0 });
  await page.close();
}

const wordsOnTheDevice = () =>
  page.evaluate(() => new Promise<string>((resolve) => {
    const opening = indexedDB.open("sinovik");
    opening.onsuccess = () => {
      const reading = opening.result.transaction("copies").objectStore("copies").getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  }));

async function whenTheyOpenTheSheetAgain() {
  page = await page.context().newPage();
  await page.goto(`/penilaian/${entry.id}`);
}

async function thenTheBoxesHoldWhatWasTyped() {
  await expect(markBox("tujuan")).toHaveValue("80");
  await expect(page.locator('textarea[name="remarks.tujuan"]')).toHaveValue(REMARK);
}

async function thenTheServerHasIt() {
  await expect.poll(async () => (await database.query(`select mark, remark from "Score" where "assignmentId" = $1`, [entry.id])).rows).toEqual([{ mark: 80, remark: REMARK }]);
}

const markBox = (criterion: string) => page.locator(`input[name="marks.${criterion}"]`);
