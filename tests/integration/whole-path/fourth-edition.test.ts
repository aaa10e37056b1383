import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { see, send, told, type Visitor } from "#tests/support/whole-path/at-doors";
import { settleCity, writersIn, type Agency } from "#tests/support/whole-path/city";
import { beginComposing, exchange, finishComposing, freezeRanking, publishList, type Of } from "#tests/support/whole-path/deciding";
import { firstSuperAdmin, invited, invitedAll } from "#tests/support/whole-path/invitations";
import { assignAsPreviewed, promiseToBeFair, scoreEverything, type MarksOf } from "#tests/support/whole-path/judging";
import { publishedList, titlesIn, toldInPublic } from "#tests/support/whole-path/public-eye";
import { release, selectEverything } from "#tests/support/whole-path/selecting";
import { timePassesTo } from "#tests/support/whole-path/timetable";
import { endorseAndFile, writeAndSend } from "#tests/support/whole-path/writing";
import { loadChainCheck } from "@/modules/audit/loaders";
import { openEdition } from "@/modules/competition/actions";
import { declareReady } from "@/modules/results/actions";
import { loadEdition, loadInnovation } from "@/modules/results/loaders";
import { loadOutcomeFor, loadSelectionRecap } from "@/modules/selection/loaders";
import { loadReference } from "../../../prisma/seed/reference";
import { seedTransaction } from "../../../prisma/seed/step";
import { readSources } from "../../architecture/checks/sources";

/**
 * A competition that comes as a text while the portal runs, from its first invitation to its second publication, each step
 * through the door that its people use. Only the passing of time is done behind them. The steps follow each other.
 */
const SLUG = "lomba-ambon-2031";
const CODE = "LOMBA-AMBON-2031";
const TOP_15: Of = { slug: SLUG, result: "limabelas" };
const TOP_5: Of = { slug: SLUG, result: "lima" };
const BOTH = [TOP_15.result, TOP_5.result];
const REASON = "Sidang menimbang keterwakilan warga kepulauan.";

let superAdmin: Visitor, secretary: Visitor, publisher: Visitor;
let selectors: [Visitor, Visitor];
let evaluators: Visitor[], panelists: Visitor[];
let agencies: Agency[];
const codeOf = new Map<string, string>();

const ideas = () => writersIn(agencies).map(({ idea }) => idea);
const titleAt = (place: number) => ideas()[place - 1]!.title;
const titlesAt = (places: readonly number[]) => places.map(titleAt);
const placeOf = (title: string) => ideas().find((idea) => idea.title === title)!.place;
const codeAt = (place: number) => codeOf.get(titleAt(place))!;
const entriesAt = (places: readonly number[]) => places.map((place) => ({ title: titleAt(place), code: codeAt(place) }));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const fifteen = [...upTo(14), 16];

/** The desk sees the first as the best; the fourth and the fifth are level until their use is compared. */
const deskMarks: MarksOf = (title) => {
  const place = placeOf(title);
  return place === 5 ? { guna: 15, mudah: 11, tahan: 11 } : { guna: 20 - place, mudah: 10, tahan: 10 };
};

/** The panel sees it the other way round. */
const panelMarks: MarksOf = (title) => ({ jelas: 40 + 3 * placeOf(title), jujur: 40 + 3 * placeOf(title) });

beforeAll(async () => {
  await seedTransaction(loadReference);
});

describe("a fourth competition, brought as a text", () => {
  test("is opened by the super admin", async () => {
    superAdmin = await firstSuperAdmin();
    const rules = readFileSync("tests/integration/whole-path/fourth-edition.yaml", "utf8");
    const wrong = await told(superAdmin, openEdition, { rules: rules.replace("weight: 50", "weight: 49") });
    expect(wrong).toMatchObject({ status: "refused", key: "competition.refused.rules" });
    expect(await send(superAdmin, openEdition, { rules })).toBe(`/kompetisi/${SLUG}`);
  });

  test("gets its people by invitation, each from whoever may invite them", async () => {
    const editionSlug = SLUG;
    secretary = await invited(superAdmin, "SECRETARIAT", { editionSlug });
    publisher = await invited(superAdmin, "PUBLISHER", { editionSlug });
    selectors = [await invited(secretary, "ADMIN_SELECTOR", { editionSlug }), await invited(secretary, "ADMIN_SELECTOR", { editionSlug })];
    evaluators = await invitedAll(secretary, "EVALUATOR", { count: 4, editionSlug });
    panelists = await invitedAll(secretary, "PANELIST", { count: 2, editionSlug });
    agencies = await settleCity(superAdmin);
    expect(writersIn(agencies)).toHaveLength(18);
  });

  test("is written in eighteen units, by land in two sections and by sea in three, once registration has opened", async () => {
    await timePassesTo(SLUG, "daftar");
    for (const writer of writersIn(agencies)) codeOf.set(writer.idea.title, await writeAndSend(SLUG, writer));
    expect(new Set(codeOf.values()).size).toBe(18);
  });

  test("is endorsed and filed by six agencies, each with a receipt for its three", async () => {
    for (const agency of agencies) {
      const own = agency.writers.map(({ idea }) => codeOf.get(idea.title)!);
      const receipt = await endorseAndFile(SLUG, agency, own);
      expect(receipt.answer!.items.map(({ code, outcome }) => [code, outcome]).sort()).toEqual(own.map((code) => [code, "FILED"]).sort());
    }
  });

  test("is selected: two fail, each confirmed by the other selector, and nobody knows before the release", async () => {
    await timePassesTo(SLUG, "saring");
    await selectEverything(selectors, { titles: titlesAt([17, 18]), check: "milik-sendiri", reason: "milik-orang" });
    const { recap } = await see(secretary, loadSelectionRecap, {});
    expect(recap).toMatchObject({ total: { filed: 18, passed: 16, failed: 2, awaitingSecond: 0, undecided: 0 }, problems: [] });

    const { innovator, idea } = writersIn(agencies)[16]!;
    const outcome = async () => (await see(innovator, loadOutcomeFor, { code: codeOf.get(idea.title)! })).outcome;
    expect(await outcome()).toBeNull();
    await release(secretary, CODE);
    expect(await outcome()).toMatchObject({ passed: false, reasons: [{ id: "Layanan ini dijalankan oleh pihak lain." }] });
  });

  test("is spread over four evaluators, two to an entry and none to the entries of their own agency", async () => {
    const [bound, ...others] = evaluators;
    await promiseToBeFair(bound!, [agencies[0]!.code]);
    for (const judge of others) await promiseToBeFair(judge);
    expect(await assignAsPreviewed(secretary, SLUG, "meja")).toMatchObject({ made: 32, shortages: [], lightest: 8, heaviest: 8 });
  });

  test("is scored to the last sheet by every evaluator", async () => {
    await timePassesTo(SLUG, "meja");
    const read: string[][] = [];
    for (const judge of evaluators) read.push(await scoreEverything(judge, deskMarks));
    expect(read.flat().sort()).toEqual([...titlesAt(upTo(16)), ...titlesAt(upTo(16))].sort());
    expect(titlesAt([1, 2, 3]).filter((title) => read[0]!.includes(title))).toEqual([]);
  });

  test("is ranked by the weights 50-30-20 out of 20, and the tie of the fourth and the fifth is decided by their use", async () => {
    await timePassesTo(SLUG, "panggung");
    const rows = await freezeRanking(secretary, TOP_15, CODE);
    expect(rows.map(({ title }) => title)).toEqual(titlesAt(upTo(16)));
    // (50 × 19 + 30 × 10 + 20 × 10) / 20 = 72.5; fourth and fifth 1300 / 20; the last 700 / 20.
    const line = (rank: number) => [rows[rank - 1]!.total, rows[rank - 1]!.decidedBy];
    expect([1, 4, 5, 16].map(line)).toEqual([["145/2", "FIRST"], ["65/1", "TOTAL"], ["65/1", "CRITERION meja guna"], ["35/1", "TOTAL"]]);
  });

  test("is composed with one exchange at the cut, and nothing of it is public", async () => {
    await beginComposing(secretary, TOP_15);
    await exchange(secretary, TOP_15, { level: "top-15", out: codeAt(15), in: codeAt(16), reason: REASON });
    await finishComposing(secretary, TOP_15);
    expect(await toldInPublic(SLUG, BOTH, entriesAt(upTo(18)))).toEqual([]);
  });

  test("has its Top 15 published by the other person: exactly these fifteen, in every file", async () => {
    expect(await told(publisher, declareReady, { ...TOP_15, version: "1" })).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    await publishList(publisher, TOP_15, CODE);
    expect((await titlesIn(TOP_15)).sort()).toEqual(titlesAt(fifteen).sort());
    for (const { body } of Object.values(await publishedList(TOP_15))) {
      expect(ideas().map(({ title }) => title).filter((title) => body.includes(title))).toEqual(titlesAt(fifteen));
    }
    expect(await toldInPublic(SLUG, BOTH, entriesAt([15, 17, 18]))).toEqual([]);
  });

  test("is heard by a panel of two, one to an entry", async () => {
    for (const judge of panelists) await promiseToBeFair(judge);
    expect(await assignAsPreviewed(secretary, SLUG, "panggung")).toMatchObject({ made: 15, shortages: [] });
    const heard: string[] = [];
    for (const judge of panelists) heard.push(...(await scoreEverything(judge, panelMarks)));
    expect(heard.sort()).toEqual(titlesAt(fifteen).sort());
  });

  test("has its Top 5 by 40 parts of the desk and 60 of the panel, secret until it is published", async () => {
    await timePassesTo(SLUG, "umum");
    const rows = await freezeRanking(secretary, TOP_5, CODE);
    // The 16th: 0.4 × 35 + 0.6 × 88 = 66.8.
    expect(rows.slice(0, 5).map(({ title, total }) => [placeOf(title), total])).toEqual([
      [16, "334/5"], [14, "326/5"], [13, "322/5"], [12, "318/5"], [11, "314/5"],
    ]);
    await beginComposing(secretary, TOP_5);
    await finishComposing(secretary, TOP_5);
    expect((await publishedList(TOP_5)).data.status).toBe(404);
    await publishList(publisher, TOP_5, CODE);
    expect((await titlesIn(TOP_5)).sort()).toEqual(titlesAt([16, 14, 13, 12, 11]).sort());
  });

  test("shows on the page of an innovation what it reached, level by level", async () => {
    const reached = async (place: number) => (await loadInnovation({ code: codeAt(place) }))?.reached.map(({ level, year }) => [level.id, year]);
    expect(await reached(16)).toEqual([["Top 5", 2031], ["Top 15", 2031]]);
    expect(await reached(1)).toEqual([["Top 15", 2031]]);
    expect(await reached(15)).toBeUndefined();
    expect((await loadEdition({ slug: SLUG }))!.published.map(({ resultKey }) => resultKey).sort()).toEqual([...BOTH].sort());
  });

  test("left an unbroken chain of events", async () => {
    const auditor = await invited(superAdmin, "AUDITOR");
    const { events, fault } = await see(auditor, loadChainCheck, {});
    expect(fault).toBeNull();
    expect(Number(events)).toBeGreaterThan(250);
  });

  test("is named by no line of code", () => {
    const code = { ...readSources("src"), ...readSources("prisma"), ...readSources("scripts") };
    expect(Object.keys(code).length).toBeGreaterThan(300);
    expect(Object.keys(code).filter((path) => /lomba.?ambon/i.test(code[path]!))).toEqual([]);
  });
});
