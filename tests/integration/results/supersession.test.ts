import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { resultsWorld, reviewEverything, sendAs, setVersion, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { asOwner } from "#tests/support/owner";
import { askAs } from "#tests/support/request";
import { db } from "@/lib/db";
import { compose, confirmSupersession, declareReady, freeze, moveEntry, publish, requestSupersession, ruleOnMissing, withdrawSupersession } from "@/modules/results/actions";
import { loadDecision, loadPublishing, loadRanking, loadResultSteps } from "@/modules/results/loaders";
import { snapshotText } from "@/modules/results/queries/supersession";

const REASON = "Nilai satu juri tertukar antara dua entri.";

/** Four general entries for a Top 3 and one of the special group, frozen. */
let world: ResultsWorld;
beforeEach(async () => {
  world = await resultsWorld([{}, {}, {}, {}, { group: "khusus" }]);
  await reviewEverything(world);
  await frozen();
});

const frozen = () => sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
const ask = (who: Staff, reason = REASON) => sendAs(who, requestSupersession, world, { reason });
const confirm = (who: Staff) => sendAs(who, confirmSupersession, world, { editionCode: world.edition.code });
const refusal = (key: string) => ({ status: "refused", key });
const deskOf = async (who: Staff) => {
  askAs(who.sessionId);
  return (await loadResultSteps({})).subject.notes["top-99"];
};
const ranking = async () => {
  askAs(world.secretary.sessionId);
  return (await loadRanking({ slug: world.edition.slug, query: { hasil: "top-99" } })).subject;
};

describe("a freeze that rests on an error", () => {
  it("counts until another person confirms it, then can be frozen anew; the old record stays byte for byte", async () => {
    const before = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId: world.edition.id } });
    expect(await ask(world.secretary, "salah")).toMatchObject({ status: "invalid" });
    expect(await ask(world.secretary)).toMatchObject({ status: "redirected" });
    expect(await ask(world.publisher)).toMatchObject(refusal("results.supersede.requestedAlready"));
    expect(await confirm(world.secretary)).toMatchObject(refusal("results.supersede.twoPeople"));
    const { supersession: { open, others } } = await ranking();
    expect([open?.requestedBy, others]).toEqual([world.secretary.name, [world.publisher.name, world.otherPublisher.name].sort()]);
    expect(await deskOf(world.publisher)).toMatchObject({ asked: { by: world.secretary.name, at: open?.requestedAt } });
    expect(await frozen()).toMatchObject(refusal("results.freeze.alreadyFrozen"));
    expect(await confirm(world.publisher)).toMatchObject({ status: "redirected" });
    expect((await ranking()).ranking.kind).toBe("LIVE");

    await db.assignment.updateMany({ where: { submissionId: world.entries[0]!.id, judgeId: world.judges[0]!.userId }, data: { recusedAt: new Date() } });
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" })).toMatchObject({ status: "redirected" });
    const view = await ranking();
    expect(view.ranking.kind).toBe("FROZEN");
    expect(view.supersession.past).toMatchObject([
      { version: 1, sha256: before.sha256, reason: REASON, requestedBy: world.secretary.name, confirmedBy: world.publisher.name },
    ]);
    const { body, sha256 } = (await snapshotText(view, 1))!;
    expect([body, createHash("sha256").update(body).digest("hex")]).toEqual([before.body, sha256]);
    expect(await db.rankingSnapshot.count({ where: { editionId: world.edition.id } })).toBe(2);
  });

  it("is superseded once, when two confirm at the same moment", async () => {
    await ask(world.secretary);
    const both = await Promise.all([confirm(world.publisher), confirm(world.otherPublisher)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
  });

  it("goes on counting when the request is withdrawn", async () => {
    await ask(world.secretary);
    expect(await sendAs(world.secretary, withdrawSupersession, world)).toMatchObject({ status: "redirected" });
    expect(await confirm(world.publisher)).toMatchObject(refusal("results.supersede.noRequest"));
    expect((await ranking()).ranking.kind).toBe("FROZEN");
  });

  it("that was published from is followed by a set of its own, whose version gives the reason", async () => {
    const publishAs = async (decree: Record<string, string>) =>
      sendAs(world.publisher, publish, world, { version: await currentVersion(), decreeNumber: "", decreeDate: "", editionCode: world.edition.code, ...decree });
    const ready = async () => sendAs(world.secretary, declareReady, world, { version: await currentVersion() });
    await sendAs(world.secretary, compose, world);
    await ready();
    await publishAs({});
    await ask(world.secretary);
    await confirm(world.publisher);
    expect((await ranking()).published).toEqual({ version: 1, state: "PROVISIONAL" });
    expect(await deskOf(world.secretary)).toEqual({ asked: null, version: 1 });
    askAs(world.publisher.sessionId);
    expect((await loadPublishing({ slug: world.edition.slug, result: "top-99" })).subject).toMatchObject({ publishable: null, published: { version: 1 } });
    await frozen();
    await sendAs(world.secretary, compose, world);
    await ready();
    expect(await publishAs({})).toMatchObject({ status: "redirected" });
    expect(await db.publication.findMany({ where: { editionId: world.edition.id }, orderBy: { version: "asc" } })).toMatchObject([
      { version: 1, reason: "" }, { version: 2, reason: REASON },
    ]);
    for (const statement of [`delete from "SnapshotSupersession"`, `update "SetReopening" set reason = ''`]) {
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
      await expect(asOwner(statement)).rejects.toThrow(/only grows/);
    }
  });
});

describe("what the panel decided on a ranking that counts no more", () => {
  const MOVED = "Sidang mengeluarkan entri ini karena bukti layanannya dicabut.";
  const opened = async () => {
    askAs(world.secretary.sessionId);
    return (await loadDecision({ slug: world.edition.slug, result: "top-99", query: {} })).subject.composed!;
  };
  const step = async (action: typeof moveEntry, fields: Record<string, string> = {}) => sendAs(world.secretary, action, world, { version: await currentVersion(), ...fields });
  const move = (entry: number, direction: "IN" | "OUT") => step(moveEntry, { code: world.entries[entry]!.code, level: "top-99", direction, reason: MOVED });
  const publishNow = async () =>
    sendAs(world.publisher, publish, world, { version: await currentVersion(), decreeNumber: "", decreeDate: "", editionCode: world.edition.code });
  const frozenAnew = async () => {
    await ask(world.secretary);
    await confirm(world.publisher);
    expect(await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, acknowledged: "yes" })).toMatchObject({ status: "redirected" });
    await sendAs(world.secretary, compose, world);
  };
  const recused = (entry: number) => db.assignment.updateMany({ where: { submissionId: world.entries[entry]!.id }, data: { recusedAt: new Date() } });

  /** The first of the ranking is out by decision, the fourth is in for it; published. */
  beforeEach(async () => {
    await sendAs(world.secretary, compose, world);
    await move(0, "OUT");
    await move(3, "IN");
    await step(declareReady);
    expect(await publishNow()).toMatchObject({ status: "redirected" });
  });

  it("is carried over to the new set, with its reason and who decided, and the composers see what differs from the list that is public", async () => {
    await frozenAnew();
    const { set, levels, problems, changes } = await opened();
    expect(set.moves.map(({ code, direction, reason, movedBy }) => [code, direction, reason, movedBy])).toEqual([
      [world.entries[0]!.code, "OUT", MOVED, world.secretary.name], [world.entries[3]!.code, "IN", MOVED, world.secretary.name],
    ]);
    expect(levels[0]!.listed.map(({ code }) => code)).toEqual([1, 2, 3].map((entry) => world.entries[entry]!.code));
    expect(problems).toEqual([]);
    expect(changes).toEqual({ entered: [], left: [], moved: [] });
  });

  it("is named and keeps the set from being ready where it cannot be carried, until the panel decides", async () => {
    const [gone, first] = [world.entries[3]!, world.entries[0]!];
    await recused(3);
    await db.selectionDecision.updateMany({ where: { submissionId: gone.id }, data: { outcome: "FAIL" } });
    await frozenAnew();
    const { set, levels, changes } = await opened();
    expect(set.moves.map(({ code, direction }) => [code, direction])).toEqual([[first.code, "OUT"]]);
    expect(levels[0]!.decisions).toContainEqual(expect.objectContaining({ decision: { kind: "CARRIED", level: "top-99", codes: [gone.code], settled: false } }));
    expect(changes?.left.map(({ code }) => code)).toEqual([gone.code]);

    await sendAs(world.secretary, ruleOnMissing, world, { version: await currentVersion(), kind: "UNFILLED", level: "top-99", reason: MOVED });
    await move(0, "IN");
    expect(await step(declareReady)).toMatchObject(refusal("results.problem.carriedUndecided"));
    expect(await step(ruleOnMissing, { kind: "CARRIED", level: "top-99", reason: MOVED })).toMatchObject({ status: "redirected" });
    expect(await step(declareReady)).toMatchObject({ status: "redirected" });
  });

  it("outlives a ranking on which it was not needed, and what the composers took back stays taken back", async () => {
    await recused(0);
    await frozenAnew();
    expect((await opened()).set.moves).toEqual([]);
    await db.assignment.updateMany({ where: { submissionId: world.entries[0]!.id }, data: { recusedAt: null } });
    await frozenAnew();
    expect((await opened()).set.moves.map(({ code }) => code)).toEqual([0, 3].map((entry) => world.entries[entry]!.code));
    await move(3, "OUT");
    await move(0, "IN");
    await frozenAnew();
    expect((await opened()).set.moves).toEqual([]);
  });
});

/** Of the set on the ranking that counts. */
async function currentVersion(): Promise<string> {
  const set = await db.decisionSet.findFirst({ where: { editionId: world.edition.id, resultKey: "top-99", snapshot: { supersession: null } } });
  return set ? String(set.version) : setVersion(world);
}
