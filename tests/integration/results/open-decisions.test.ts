import { describe, expect, it } from "vitest";
import { askAs } from "#tests/support/request";
import { resultsWorld, review, sendAs, setVersion, type EntryWish, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { compose, declareReady, freeze, moveEntry, ruleOnMissing, takeBackRuling } from "@/modules/results/actions";
import { loadDecision, loadRanking } from "@/modules/results/loaders";

const REASON = "Sidang menimbang jangkauan layanan di kepulauan.";

const entriesOf = ({ edition }: ResultsWorld) =>
  db.rankingEntry.findMany({ where: { snapshot: { editionId: edition.id } }, orderBy: [{ rank: "asc" }, { code: "asc" }] });
const step = async (world: ResultsWorld, action: typeof declareReady, fields: Record<string, string> = {}, who: Staff = world.secretary) =>
  sendAs(who, action, world, { version: await setVersion(world), ...fields });
const bringIn = (world: ResultsWorld, code: string, level = "top-99") => step(world, moveEntry, { code, level, direction: "IN", reason: REASON });
const opened = async (world: ResultsWorld) => {
  askAs(world.secretary.sessionId);
  return (await loadDecision({ slug: world.edition.slug, result: "top-99", query: {} })).subject.composed!;
};
/** Frozen and being composed; the n-th entry has the n-th marks from two readers, none where there are none. */
async function composed(wishes: EntryWish[], marks: (number | null)[], wanted?: (rules: EditionRules) => EditionRules): Promise<ResultsWorld> {
  const world = await resultsWorld(wishes, wanted);
  for (const [place, mark] of marks.entries())
    for (const judge of mark === null ? [] : [0, 1]) await review(world, { entry: world.entries[place]!, judge, marks: mark! });
  expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" })).toMatchObject({ status: "redirected" });
  expect(await sendAs(world.secretary, compose, world)).toMatchObject({ status: "redirected" });
  return world;
}
const sizes = (wished: Record<string, number>) => (rules: EditionRules): EditionRules => ({
  ...rules,
  results: rules.results.map((result) => ({ ...result, levels: result.levels.map((level) => ({ ...level, size: wished[level.key] ?? level.size })) })),
});
/** One entry of the special group, so that its level of one is filled. */
const SPECIAL = { group: "khusus" };

describe("the 99th and the 100th, equal in everything", () => {
  it("share a rank, stand on neither side of the line, and keep the set from being ready until people decide", async () => {
    const wishes: EntryWish[] = [...Array.from({ length: 100 }, (_, place) => ({ filedMinute: place > 97 ? 500 : place })), SPECIAL];
    const marks = [...Array.from({ length: 98 }, (_, place) => 100 - (place >> 1)), 40, 40, 30];
    const world = await composed(wishes, marks, sizes({ "top-99": 99 }));
    const [one, other] = [world.entries[98]!.code, world.entries[99]!.code].sort() as [string, string];
    const equal = (await entriesOf(world)).filter(({ code }) => code === one || code === other);
    expect(equal.map(({ rank }) => rank)).toEqual([99, 99]);

    const outcome = await step(world, declareReady);
    expect(outcome).toMatchObject({ status: "refused", key: "results.problem.tieAtLine" });
    expect(outcome.status === "refused" && [one, other].every((code) => outcome.because.includes(code))).toBe(true);

    const { levels } = await opened(world);
    expect(levels[0]).toMatchObject({ entries: 98, decisions: [{ decision: { kind: "TIE", seats: 1, codes: [one, other], settled: false } }] });
    expect(levels[0]!.aroundCut.filter(({ isTied }) => isTied).map(({ code, rank, isIn }) => [code, rank, isIn])).toEqual([[one, 99, false], [other, 99, false]]);

    // The one with the later code: nothing but the plenary's word brings it in.
    expect(await bringIn(world, other)).toMatchObject({ status: "redirected" });
    expect(await step(world, declareReady)).toMatchObject({ status: "redirected" });
    expect((await opened(world)).levels[0]!.decisions).toMatchObject([{ decision: { kind: "TIE", settled: true } }]);
  }, 120_000);
});

describe("entries that an agency filed in one act", () => {
  it("are equal where an edition asks for the earlier filing too", async () => {
    const byFiling = (rules: EditionRules): EditionRules => ({ ...rules, results: rules.results.map((result) => ({ ...result, tieBreaks: [{ by: "EARLIER_FILING" as const }] })) });
    const world = await composed([{ filedMinute: 1 }, { filedMinute: 2 }, { filedMinute: 9 }, { filedMinute: 9 }, SPECIAL], [90, 70, 70, 70, 60], byFiling);
    const ranks = new Map((await entriesOf(world)).map(({ code, rank, decidedBy }) => [code, [rank, decidedBy.replace("TOTAL", "")]]));
    expect(world.entries.slice(0, 4).map(({ code }) => ranks.get(code)![0])).toEqual([1, 2, 3, 3]);
    expect(await step(world, declareReady)).toMatchObject({ status: "refused", key: "results.problem.tieAtLine" });
  });

  it("are not told apart by who clicked first where the rules do not ask for it", async () => {
    const world = await composed([{ filedMinute: 1 }, { filedMinute: 2 }, { filedMinute: 3 }, { filedMinute: 4 }, SPECIAL], [90, 80, 70, 70, 60]);
    expect(await step(world, declareReady)).toMatchObject({ status: "refused", key: "results.problem.tieAtLine" });
  });

  it("all come in where the rules let the level grow by the tie, and the rules' word is in the frozen text", async () => {
    const growing = (rules: EditionRules): EditionRules => ({ ...rules, results: rules.results.map((result) => ({ ...result, levels: result.levels.map((level) => ({ ...level, growForTie: 1 })) })) });
    const world = await composed([{}, {}, {}, {}, SPECIAL], [90, 80, 70, 70, 60], growing);
    expect((await opened(world)).levels[0]).toMatchObject({ entries: 4, decisions: [] });
    expect(await step(world, declareReady)).toMatchObject({ status: "redirected" });
    const { body } = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId: world.edition.id } });
    expect(JSON.parse(body)).toMatchObject({ format: 2, result: { levels: [{ key: "top-99", growForTie: 1 }, { growForTie: 1 }] } });
  });
});

describe("an entry that nobody read in a stage that counts", () => {
  const gap = () => composed([{}, {}, {}, {}, SPECIAL], [90, 80, 70, null, 60]);

  it("is named, keeps the set from being ready although the level is full, and is settled by a decision on record", async () => {
    const world = await gap();
    const missing = world.entries[3]!.code;
    expect(await step(world, declareReady)).toMatchObject({ status: "refused", key: "results.problem.missingUndecided", because: expect.stringContaining(missing) });
    expect((await opened(world)).levels[0]!.decisions).toMatchObject([{ decision: { kind: "MISSING", settled: false }, rows: [{ code: missing, rank: null, missing: ["penilaian"] }] }]);

    expect(await step(world, ruleOnMissing, { kind: "MISSING", level: "top-99", reason: "pendek" })).toMatchObject({ status: "invalid" });
    expect(await step(world, ruleOnMissing, { kind: "MISSING", level: "top-99", reason: REASON })).toMatchObject({ status: "redirected" });
    const [ruling] = (await opened(world)).set.rulings;
    expect(ruling).toMatchObject({ kind: "MISSING", level: "top-99", codes: [missing], reason: REASON, decidedBy: world.secretary.name, withdrawnAt: null });
    expect(await db.auditEvent.count({ where: { editionId: world.edition.id, action: "results.ruleOnMissing", body: { contains: missing } } })).toBe(1);
    expect(await step(world, declareReady)).toMatchObject({ status: "redirected" });
    await expect(db.$executeRaw`update "DecisionRuling" set reason = 'lain'`).rejects.toThrow(/only withdrawn/);
    await expect(db.$executeRaw`delete from "DecisionRuling"`).rejects.toThrow(/only withdrawn/);
  });

  it("may be brought in by the plenary with a reason, in the place of another", async () => {
    const world = await gap();
    await step(world, moveEntry, { code: world.entries[2]!.code, level: "top-99", direction: "OUT", reason: REASON });
    expect(await bringIn(world, world.entries[3]!.code)).toMatchObject({ status: "redirected" });
    expect(await step(world, declareReady)).toMatchObject({ status: "redirected" });
    expect((await opened(world)).levels[0]!.listed.map(({ code }) => code)).toEqual([0, 1, 3].map((place) => world.entries[place]!.code));
  });

  it("is open again when the decision is taken back, which is possible once and only while composing", async () => {
    const world = await gap();
    await step(world, ruleOnMissing, { kind: "MISSING", level: "top-99", reason: REASON });
    const ruling = (await opened(world)).set.rulings[0]!.id;
    expect(await step(world, takeBackRuling, { ruling })).toMatchObject({ status: "redirected" });
    expect(await step(world, takeBackRuling, { ruling })).toMatchObject({ status: "refused", key: "results.ruling.notInForce" });
    expect(await step(world, declareReady)).toMatchObject({ status: "refused", key: "results.problem.missingUndecided" });
    expect((await opened(world)).set.rulings).toMatchObject([{ withdrawnBy: world.secretary.name }]);
    await step(world, ruleOnMissing, { kind: "MISSING", level: "top-99", reason: REASON });
    await step(world, declareReady);
    const again = (await opened(world)).set.rulings[1]!.id;
    expect(await step(world, takeBackRuling, { ruling: again })).toMatchObject({ status: "refused", key: "results.decision.isStatus.READY" });
  });
});

describe("a level that cannot be filled", () => {
  it("is named, blocks, and is published smaller only by a decision on record; another person's stale page decides nothing", async () => {
    const world = await composed([{}, {}, SPECIAL], [90, 80, 60]);
    expect(await step(world, declareReady)).toMatchObject({ status: "refused", key: "results.problem.levelUnfilled" });
    const stale = await setVersion(world);
    const both = await Promise.all([0, 1].map(() => sendAs(world.secretary, ruleOnMissing, world, { version: stale, kind: "UNFILLED", level: "top-99", reason: REASON })));
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect(await step(world, ruleOnMissing, { kind: "UNFILLED", level: "top-99", reason: REASON })).toMatchObject({ status: "refused", key: "results.ruling.nothingOpen" });
    expect(await step(world, ruleOnMissing, { kind: "UNFILLED", level: "top-99", reason: REASON }, world.publisher)).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    expect(await step(world, declareReady)).toMatchObject({ status: "redirected" });
  });

  it("does not hide entries of its groups that have no rank: the page of the frozen ranking shows them without one", async () => {
    const world = await composed([{}, {}, {}, SPECIAL], [90, null, null, 60]);
    askAs(world.secretary.sessionId);
    const { ranking } = (await loadRanking({ slug: world.edition.slug, query: { hasil: "top-99" } })).subject;
    expect(ranking.rows.map((row) => ("rank" in row ? [row.rank, row.total] : null))).toEqual([[1, "90/1"], [2, "60/1"], [3, null], [3, null]]);
    expect((await opened(world)).problems.map(({ key }) => key)).toEqual(["results.problem.missingUndecided", "results.problem.levelUnfilled"]);
  });
});
