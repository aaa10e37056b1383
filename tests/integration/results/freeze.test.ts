import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { askAs } from "#tests/support/request";
import { moveStage, resultsWorld, review, reviewEverything, sendAs, setVersion, type Entry, type ResultsWorld } from "#tests/support/results-builders";
import { appendAudit } from "@/lib/audit";
import { db, inTransaction } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { compose, declareReady, freeze, publish } from "@/modules/results/actions";
import { loadRanking } from "@/modules/results/loaders";
import { marksHash } from "@/modules/review/queries/hand-in-hashes";

const snapshotOf = ({ edition }: ResultsWorld) => db.rankingSnapshot.findFirst({ where: { editionId: edition.id } });
const entriesOf = ({ edition }: ResultsWorld) =>
  db.rankingEntry.findMany({ where: { snapshot: { editionId: edition.id } }, orderBy: { rank: "asc" } });

describe("freezing a ranking", () => {
  it("stores the exact order, its text with the hash, and an audit event that names the hash", async () => {
    const world = await resultsWorld();
    await reviewEverything(world);
    const outcome = await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    expect(outcome).toEqual({ status: "redirected", to: `/kelola/${world.edition.slug}/peringkat?hasil=top-99` });

    const snapshot = (await snapshotOf(world))!;
    expect(snapshot.sha256).toBe(createHash("sha256").update(snapshot.body).digest("hex"));
    expect((await entriesOf(world)).map(({ rank, code, total }) => [rank, code, total])).toEqual(
      world.entries.map(({ code }, place) => [place + 1, code, `${90 - place}/1`]),
    );
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "results.freeze", subjectId: snapshot.id } });
    expect(event.body).toContain(snapshot.sha256);
  });

  it("keeps a mean of thirds as a fraction", async () => {
    const world = await resultsWorld([{}, {}]);
    for (const [judge, marks] of [70, 70, 71].entries()) await review(world, { entry: world.entries[0]!, judge, marks });
    for (const judge of [0, 1]) await review(world, { entry: world.entries[1]!, judge, marks: 70 });
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    expect((await entriesOf(world)).map(({ total, lowest, highest, readings }) => [total, lowest, highest, readings])).toEqual([
      ["211/3", "70/1", "71/1", 3],
      ["70/1", "70/1", "70/1", 2],
    ]);
  });

  it("falls through the declared tie-breaks, and names the one that decided", async () => {
    const world = await resultsWorld([{ filedMinute: 2 }, { filedMinute: 1 }, { filedMinute: 3 }], askingForTheFiling);
    const [later, earlier, stronger] = world.entries as [Entry, Entry, Entry];
    // All have 70 in total: 15 · (80 − 70) = 15 · (70 − 60).
    for (const judge of [0, 1]) {
      await review(world, { entry: later, judge, marks: 70 });
      await review(world, { entry: earlier, judge, marks: 70 });
      await review(world, { entry: stronger, judge, marks: { ...every(world, 70), signifikansi: 80, dampak: 60 } });
    }
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    const entries = await entriesOf(world);
    expect(entries.map(({ code, total, decidedBy }) => [code, total, decidedBy])).toEqual([
      [stronger.code, "70/1", "FIRST"],
      [earlier.code, "70/1", "CRITERION penilaian signifikansi"],
      [later.code, "70/1", "EARLIER_FILING"],
    ]);
  });

  it("happens once: a second attempt is told the hash, and of two at the same moment one succeeds", async () => {
    const world = await resultsWorld();
    await reviewEverything(world);
    const both = await Promise.all([sendAs(world.secretary, freeze, world, { editionCode: world.edition.code }), sendAs(world.secretary, freeze, world, { editionCode: world.edition.code })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect(await db.rankingSnapshot.count({ where: { editionId: world.edition.id } })).toBe(1);

    const again = await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    expect(again).toMatchObject({ status: "refused", key: "results.freeze.alreadyFrozen" });
    expect(again.status === "refused" && again.because).toContain((await snapshotOf(world))!.sha256);
  });

  it("is refused while the stage is open, by the database's clock", async () => {
    const world = await resultsWorld();
    await reviewEverything(world);
    await moveStage(world.edition.id, "penilaian", [-1, 1]);
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code })).toMatchObject({ status: "refused", key: "results.problem.stageNotClosed" });
    expect(await snapshotOf(world)).toBeNull();
  });

  it("is refused, by name, while another stage that it reads is open, although its own has closed", async () => {
    const world = await readInBothStages();
    await moveStage(world.edition.id, "penilaian", [-20, 1]);
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, result: "top-45" })).toMatchObject({
      status: "refused", key: "results.problem.stageNotClosed", because: expect.stringContaining(nameOf(world, "penilaian")),
    });
    expect(await db.rankingSnapshot.count({ where: { editionId: world.edition.id, resultKey: "top-45" } })).toBe(0);
  });

  it("needs somebody's word for an earlier stage that it reads too, and the page says so before", async () => {
    const world = await readInBothStages();
    const unread = world.entries[1]!;
    const inFirstStage = { submissionId: unread.id, stageId: world.edition.stages.find(({ key }) => key === "penilaian")!.id };
    await db.assignment.updateMany({ where: inFirstStage, data: { recusedAt: new Date() } });
    await db.standing.deleteMany({ where: inFirstStage });

    askAs(world.secretary.sessionId);
    const { ranking } = (await loadRanking({ slug: world.edition.slug, query: { hasil: "top-45" } })).subject;
    expect(ranking.kind === "LIVE" && ranking.problems).toMatchObject([
      { key: "results.problem.entriesUnread", values: { stage: "penilaian", entries: 1 }, codes: [unread.code] },
    ]);
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, result: "top-45" })).toMatchObject({
      status: "refused", key: "results.problem.entriesUnread", because: expect.stringContaining(nameOf(world, "penilaian")),
    });
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, result: "top-45", acknowledged: "yes" })).toMatchObject({ status: "redirected" });
  });

  it("needs somebody's word where entries were read too rarely, and never counts a missing reading as 0", async () => {
    const world = await resultsWorld([{}, {}]);
    await review(world, { entry: world.entries[0]!, judge: 0, marks: 60 });
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code })).toMatchObject({ status: "refused", key: "results.problem.entriesUnread" });

    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" });
    expect((await entriesOf(world)).map(({ code, total, decidedBy }) => [code, total, decidedBy])).toEqual([
      [world.entries[0]!.code, "60/1", "FIRST"],
      [world.entries[1]!.code, null, "INCOMPLETE"],
    ]);
  });

  it("is refused, with the codes, where a stored sum is not what the marks give", async () => {
    const world = await resultsWorld([{}, {}]);
    await reviewEverything(world);
    const wrong = await db.assignment.findFirstOrThrow({ where: { submissionId: world.entries[1]!.id } });
    await db.score.updateMany({ where: { assignmentId: wrong.id, criterionKey: "signifikansi" }, data: { mark: 1 } });
    const outcome = await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    expect(outcome).toMatchObject({ status: "refused", key: "results.problem.storedSumDiffers" });
    expect(outcome.status === "refused" && outcome.because).toContain(world.entries[1]!.code);
    expect(await snapshotOf(world)).toBeNull();
  });

  it("leaves out what was handed back, not finished or withdrawn", async () => {
    const world = await resultsWorld([{}, {}, {}]);
    await reviewEverything(world);
    const [handedBack] = await db.assignment.findMany({ where: { submissionId: world.entries[0]!.id }, orderBy: { id: "asc" } });
    await db.assignment.updateMany({ where: { id: handedBack!.id }, data: { recusedAt: new Date() } });
    await db.submission.updateMany({ where: { id: world.entries[2]!.id }, data: { status: "WITHDRAWN" } });
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" });
    const entries = await entriesOf(world);
    expect(entries.map(({ code }) => code)).toEqual([world.entries[0]!.code, world.entries[1]!.code]);
    expect(entries[0]!.readings).toBe(entries[1]!.readings - 1);
  });

  it("is for the secretariat of the edition alone", async () => {
    const world = await resultsWorld();
    await reviewEverything(world);
    for (const who of [world.publisher, world.judges[0]!, world.owner, world.agencyAdmin])
      expect(await sendAs(who, freeze, world, { editionCode: world.edition.code })).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    const other = await resultsWorld([{}]);
    expect(await sendAs(other.secretary, freeze, world, { editionCode: world.edition.code })).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    expect(await snapshotOf(world)).toBeNull();
  });

  it("cannot be changed afterwards, not even in the database", async () => {
    const world = await resultsWorld();
    await reviewEverything(world);
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    await expect(db.$executeRaw`update "RankingEntry" set rank = rank + 1000`).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`update "RankingSnapshot" set body = ''`).rejects.toThrow(/permission denied/);
    await expect(db.$executeRaw`delete from "RankingSnapshot"`).rejects.toThrow(/permission denied/);
  });
});

describe("the ranking page", () => {
  it("shows what stands now, then what was frozen, and pages forward", async () => {
    const world = await resultsWorld(Array.from({ length: 52 }, (_, index) => ({ group: index % 4 === 0 ? "khusus" : "umum" })));
    for (const [place, entry] of world.entries.entries()) await review(world, { entry, judge: 0, marks: 99 - place });
    const open = async (query: Record<string, string> = {}) => {
      askAs(world.secretary.sessionId);
      return (await loadRanking({ slug: world.edition.slug, query: { hasil: "top-99", ...query } })).subject.ranking;
    };
    const live = await open();
    expect(live.kind).toBe("LIVE");
    expect(live.rows.map(({ code }) => code)).toEqual(world.entries.slice(0, 50).map(({ code }) => code));
    expect((await open({ setelah: live.next! })).rows.map(({ code }) => code)).toEqual(world.entries.slice(50).map(({ code }) => code));
    expect((await open({ kelompok: "khusus" })).rows).toHaveLength(13);
    expect((await open({ setelah: "'; drop table" })).rows).toHaveLength(50);
    expect(live.kind === "LIVE" && live.problems.map(({ key }) => key)).toEqual(["results.problem.entriesUnderRead"]);

    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" });
    const frozen = await open();
    expect(frozen).toMatchObject({ kind: "FROZEN", next: "50", frozen: { entries: 52, frozenBy: world.secretary.name } });
    expect((await open({ setelah: "50" })).rows.map(({ code }) => code)).toEqual(world.entries.slice(50).map(({ code }) => code));
  });
});

const nameOf = ({ edition }: ResultsWorld, key: string) => edition.rules.stages.find((stage) => stage.key === key)!.name.id;

/** A first result that is published, and the panel's readings of all its entries. */
async function readInBothStages(): Promise<ResultsWorld> {
  const world = await resultsWorld([{}, {}, {}, { group: "khusus" }]);
  await reviewEverything(world);
  await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  await sendAs(world.secretary, compose, world);
  await sendAs(world.secretary, declareReady, world, { version: await setVersion(world) });
  await sendAs(world.publisher, publish, world, { version: await setVersion(world), decreeNumber: "", decreeDate: "", editionCode: world.edition.code });
  await reviewEverything(world, "presentasi");
  return world;
}

const askingForTheFiling = (rules: EditionRules): EditionRules => ({
  ...rules, results: rules.results.map((result) => ({ ...result, tieBreaks: [...result.tieBreaks, { by: "EARLIER_FILING" as const }] })),
});

/** Every criterion of the proposal rubric at one mark. */
function every({ edition }: ResultsWorld, mark: number): Record<string, number> {
  const rubric = edition.rules.rubrics.find(({ key }) => key === edition.rules.stages.find((stage) => stage.key === "penilaian")!.scoring!.rubric)!;
  return Object.fromEntries(rubric.criteria.map(({ key }) => [key, mark]));
}

describe("the marks of a frozen ranking", () => {
  let world: ResultsWorld;
  let first: string;
  beforeEach(async () => {
    world = await resultsWorld([{}, {}]);
    await reviewEverything(world);
    first = (await db.assignment.findFirstOrThrow({ where: { submissionId: world.entries[0]!.id } })).id;
  });

  const frozen = () => sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  const marksOf = async (assignmentId: string) =>
    Object.fromEntries((await db.score.findMany({ where: { assignmentId } })).map(({ criterionKey, mark }) => [criterionKey, mark]));
  const handedIn = async (assignmentId: string) => {
    const details = { marksSha256: marksHash(await marksOf(assignmentId)), version: 1 };
    await inTransaction((tx) => appendAudit(tx, {
      actorId: world.judges[0]!.userId, action: "review.finish", subject: { type: "assignment", id: assignmentId }, editionId: world.edition.id, details,
    }));
  };
  /** As somebody with the database in hand would: one mark, and the stored sum with it, so that the two agree. */
  const lowerOneMark = async (assignmentId: string) => {
    const { criterionKey, mark } = await db.score.findFirstOrThrow({ where: { assignmentId } });
    const { weight } = world.edition.rules.rubrics.flatMap(({ criteria }) => criteria).find(({ key }) => key === criterionKey)!;
    await db.score.updateMany({ where: { assignmentId, criterionKey }, data: { mark: mark - 10 } });
    await db.review.updateMany({ where: { assignmentId }, data: { weightedSum: { decrement: 10 * weight } } });
  };

  it("are those that were handed in, or nothing is frozen and the reading is named", async () => {
    await handedIn(first);
    await lowerOneMark(first);
    const outcome = await frozen();
    expect(outcome).toMatchObject({ status: "refused", key: "results.problem.marksDiffer" });
    expect(JSON.stringify(outcome)).toContain(`${world.entries[0]!.code} (${first})`);
    await handedIn(first);
    expect(await frozen()).toMatchObject({ status: "redirected" });
  });

  it("must have been handed in by somebody, outside a demonstration", async () => {
    await db.edition.update({ where: { id: world.edition.id }, data: { isDemo: false } });
    expect(await frozen()).toMatchObject({ status: "refused", key: "results.problem.marksDiffer" });
    for (const { id } of await db.assignment.findMany({ where: { submissionId: { in: world.entries.map(({ id }) => id) } } })) await handedIn(id);
    expect(await frozen()).toMatchObject({ status: "redirected" });
  });
});
