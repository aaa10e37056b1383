import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { askAll, crawl, type Answer } from "../../support/journey-crawl";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

/*
 * Secrecy is tested with the thing that could leak: the ranking is frozen, composed and declared ready by the secretariat's
 * own screens first, so that everything but the publication exists. Then a stranger asks every public address.
 */
const EDITION = "kipp-2021-penetapan";
const CODE = "KIPP-2021-PENETAPAN";
const RESULT = "top-99";
const A_CODE = /IN[VO]-\d{4}-[0-9A-Z]{6}/g;
const FILES = ["data.csv", "data.json", "sha256sums.txt", "data-v1.csv", "data-v1.json"];

type Decided = { title: string; code: string; innovation: string };

let organiser: Page;
let stranger: Page;
let decided: Decided[];

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  const context = { baseURL: process.env.BASE_URL, locale: "id-ID" };
  organiser = await (await browser.newContext(context)).newPage();
  stranger = await (await browser.newContext(context)).newPage();
});
test.afterAll(async () => {
  await organiser.context().close();
  await stranger.context().close();
});

test("before publication no public address tells a stranger a single decided title or code", async () => {
  test.setTimeout(240_000);
  await givenASetThatIsReadyToBePublished();
  await givenTheNamesOfAllThatIsDecided();
  thenNone(await whenAStrangerWalksEveryLink());
  thenNone(await whenAStrangerAsksForTheResultInEveryWay());
  thenNone(await whenAStrangerSearchesForHalfOfEachTitle());
  await thenNoInnovationThatIsNotPublicHasAPage();
});

test("from the moment of publication a stranger finds all of them: on the page, in the data, in the library and by address", async () => {
  test.setTimeout(240_000);
  await whenThePublisherPublishes();
  await thenThePageAndTheDataNameAll();
  await thenTheLibraryFindsAll();
  await thenEveryInnovationHasItsPage();
  await thenTheHomePageLeadsToTheResult();
});

async function givenASetThatIsReadyToBePublished() {
  await arriveAs(organiser.context(), await givenPerson({ role: "SECRETARIAT", name: "Penyusun Rahasia", edition: EDITION }));
  await organiser.goto(`/kelola/${EDITION}/peringkat?hasil=${RESULT}`);
  await organiser.getByLabel("Ketik kode edisi").fill(CODE);
  await organiser.getByRole("button", { name: "Bekukan peringkat" }).click();
  await organiser.getByRole("link", { name: "Susun penetapan" }).click();
  await organiser.getByRole("button", { name: "Mulai menyusun" }).click();
  await organiser.getByRole("button", { name: "Nyatakan siap diterbitkan" }).click();
  await expect(organiser.getByText("Siap diterbitkan", { exact: true })).toBeVisible();
  await expectAccessible(organiser);
}

/** Titles as the publisher sees them before the act, without those that are public from another year or stand for two entries. */
async function givenTheNamesOfAllThatIsDecided() {
  await arriveAs(organiser.context(), await givenPerson({ role: "PUBLISHER", name: "Penerbit Rahasia", edition: EDITION }));
  await organiser.goto(`/kelola/${EDITION}/terbitkan/${RESULT}`);
  const listed = await organiser.getByRole("region", { name: "Yang akan dilihat publik" }).getByRole("rowheader").allInnerTexts();
  const { rows } = await database.query<Decided>(
    `select s.title, s.code, i.code as innovation from "Submission" s
     join "Edition" e on e.id = s."editionId" join "Innovation" i on i.id = s."innovationId"
     where e.slug = $1 and s.title = any($2) and not exists (select 1 from "PublicationEntry" p where p.title = s.title)
       and not exists (select 1 from "PastResult" r where r."innovationId" = i.id)
       and not exists (select 1 from "Submission" twin where twin."editionId" = e.id and twin.title = s.title and twin.id <> s.id)`, [EDITION, listed]);
  decided = rows;
  expect(listed.length, "the whole list is to be published").toBeGreaterThanOrEqual(99);
  expect(decided.length, "nearly all of it is new").toBeGreaterThan(90);
  for (const { code, innovation } of decided) expect(`${code} ${innovation}`.match(A_CODE), "a code is known where it stands").toEqual([code, innovation]);
}

async function whenAStrangerWalksEveryLink(): Promise<Answer[]> {
  const answers = await crawl(stranger.request, ["/", "/en", "/robots.txt", "/sitemap.xml"]);
  const addresses = answers.map(({ address }) => address);
  expect(addresses).toEqual(expect.arrayContaining([`/kompetisi/${EDITION}`, `/en/kompetisi/${EDITION}`, `/kompetisi/${EDITION}/hasil/${RESULT}`]));
  expect(answers.length, "the crawl has been everywhere").toBeGreaterThan(300);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  return answers;
}

async function whenAStrangerAsksForTheResultInEveryWay(): Promise<Answer[]> {
  const page = `/kompetisi/${EDITION}/hasil/${RESULT}`;
  const addresses = [page, `${page}?versi=1`, ...FILES.map((file) => `${page}/${file}`), `/kompetisi/${EDITION}`, "/inovasi", "/sitemap.xml", "/"];
  const both = addresses.flatMap((address) => [address, address === "/" ? "/en" : `/en${address}`]);
  return [...(await askAll(stranger.request, both)), ...(await askAll(stranger.request, both, { rsc: "1" }))];
}

async function whenAStrangerSearchesForHalfOfEachTitle(): Promise<Answer[]> {
  return askAll(stranger.request, decided.map(({ title }) => `/inovasi?cari=${encodeURIComponent(halfOf(title))}`));
}

function thenNone(answers: readonly Answer[]) {
  expect(answers.length).toBeGreaterThan(0);
  const leaks = answers.flatMap(({ address, text }) => {
    // A page holds a few codes; to look for each of hundreds in megabytes of text takes longer than to ask for the pages.
    const codes = new Set(text.match(A_CODE));
    return decided.filter(({ title, code, innovation }) => codes.has(code) || codes.has(innovation) || text.includes(title)).map(({ title }) => `${address}: ${title}`);
  });
  expect(leaks).toEqual([]);
}

async function thenNoInnovationThatIsNotPublicHasAPage() {
  const answers = await askAll(stranger.request, decided.flatMap(({ innovation }) => [`/inovasi/${innovation}`, `/en/inovasi/${innovation}`]));
  expect(answers.filter(({ status }) => status !== 404)).toEqual([]);
  const leaks = answers.filter(({ text }) => decided.some(({ title }) => text.includes(title)));
  expect(leaks).toEqual([]);
}

async function whenThePublisherPublishes() {
  await organiser.getByLabel("Nomor keputusan").fill("PERAGAAN/9/2026");
  await organiser.getByLabel("Tanggal keputusan").fill("2026-11-20");
  await organiser.getByLabel("Ketik kode edisi").fill(CODE);
  await organiser.getByRole("button", { name: "Terbitkan hasil ini" }).click();
  await expect(organiser.getByRole("heading", { name: "Hasil sudah ditetapkan dan terbit" })).toBeVisible();
  await expectAccessible(organiser);
}

async function thenThePageAndTheDataNameAll() {
  const page = `/kompetisi/${EDITION}/hasil/${RESULT}`;
  const answers = await askAll(stranger.request, [page, `/en${page}`, `${page}/data.csv`, `${page}/data.json`]);
  for (const { address, status, text } of answers) {
    expect(status, address).toBe(200);
    expect(decided.filter(({ title }) => !text.includes(title) && !text.includes(JSON.stringify(title).slice(1, -1))), address).toEqual([]);
  }
  await stranger.goto(page);
}

async function thenTheLibraryFindsAll() {
  const answers = await askAll(stranger.request, decided.map(({ title }) => `/inovasi?cari=${encodeURIComponent(title)}`));
  const found = decided.filter(({ title, innovation }) =>
    answers.some(({ address, text }) => address.endsWith(encodeURIComponent(title)) && text.includes(`/inovasi/${innovation}`)));
  expect(found).toHaveLength(decided.length);
}

async function thenEveryInnovationHasItsPage() {
  const answers = await askAll(stranger.request, decided.map(({ innovation }) => `/inovasi/${innovation}`));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const named = decided.filter(({ title, innovation }) => answers.some(({ address, text }) => address.endsWith(innovation) && text.includes(title)));
  expect(named).toHaveLength(decided.length);
}

async function thenTheHomePageLeadsToTheResult() {
  await stranger.goto("/");
  await expect(stranger.locator(`a[href="/kompetisi/${EDITION}/hasil/${RESULT}"]`)).not.toHaveCount(0);
}

/** Enough to be found, too little to be the title when the page repeats the question. */
function halfOf(title: string): string {
  const words = title.split(" ");
  return words.slice(0, Math.ceil(words.length / 2)).join(" ");
}
