import { beforeEach, describe, expect, it } from "vitest";
import { askAs } from "#tests/support/request";
import { resultsWorld, reviewEverything, sendAs, setVersion, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, moveEntry, sendBackToDrafting } from "@/modules/results/actions";
import { loadDecision } from "@/modules/results/loaders";

/** Five general entries for a Top 3, one of the special group for its own level. */
let world: ResultsWorld;
beforeEach(async () => {
  world = await resultsWorld([{}, {}, {}, {}, {}, { group: "khusus" }]);
  await reviewEverything(world);
  await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  await sendAs(world.secretary, compose, world);
});

const REASON = "Pertimbangan sidang pleno tentang keterwakilan wilayah";

async function move(place: number, direction: "IN" | "OUT", { reason = REASON, level = "top-99", who = world.secretary as Staff, version = "" } = {}) {
  const fields = { code: world.entries[place]!.code, level, direction, reason, version: version || (await setVersion(world)) };
  return sendAs(who, moveEntry, world, fields);
}
const step = async (who: Staff, action: typeof declareReady) => sendAs(who, action, world, { version: await setVersion(world) });

async function opened() {
  askAs(world.secretary.sessionId);
  const { subject } = await loadDecision({ slug: world.edition.slug, result: "top-99", query: {} });
  return subject.composed!;
}
const codesOn = async (level: string) => (await opened()).levels.find((each) => each.level.key === level)!.listed.map(({ code }) => code);
const codeOf = (place: number) => world.entries[place]!.code;

describe("composing a decision set", () => {
  it("begins with the order of scores, each group on its own level", async () => {
    expect(await codesOn("top-99")).toEqual([codeOf(0), codeOf(1), codeOf(2)]);
    expect(await codesOn("finalis-khusus")).toEqual([codeOf(5)]);
    const { levels, problems } = await opened();
    expect(problems).toEqual([]);
    expect(levels[0]).toMatchObject({ entries: 3, eligible: 5, distance: "1/1" });
    expect(levels[0]!.counts.province).toEqual([{ value: "Pemerintah Provinsi Sulawesi Selatan", before: 3, after: 3 }]);
  });

  it("begins once, and not before the ranking is frozen", async () => {
    expect(await sendAs(world.secretary, compose, world)).toMatchObject({ status: "refused", key: "results.decision.begunAlready" });
    const unfrozen = await resultsWorld([{}]);
    expect(await sendAs(unfrozen.secretary, compose, unfrozen)).toMatchObject({ status: "refused", key: "results.decision.notFrozen" });
  });

  it("records a move with its reason and maker, and the opposite move takes it back", async () => {
    await move(2, "OUT");
    await move(3, "IN");
    expect(await codesOn("top-99")).toEqual([codeOf(0), codeOf(1), codeOf(3)]);
    await move(3, "OUT", { reason: "Keliru menyebut kode entri" });
    await move(2, "IN", { reason: "Keliru menyebut kode entri" });
    expect(await codesOn("top-99")).toEqual([codeOf(0), codeOf(1), codeOf(2)]);
    const { moves } = (await opened()).set;
    expect(moves.map(({ direction, movedBy }) => [direction, movedBy])).toEqual([
      ["OUT", world.secretary.name], ["IN", world.secretary.name], ["OUT", world.secretary.name], ["IN", world.secretary.name],
    ]);
    expect(await db.auditEvent.count({ where: { action: "results.moveEntry", editionId: world.edition.id } })).toBe(4);
  });

  it("refuses a move without a reason of ten characters, blanks not counted", async () => {
    expect(await move(2, "OUT", { reason: "sebab           " })).toMatchObject({ status: "invalid", errors: [{ field: "reason" }] });
  });

  it("refuses what cannot be: another group, an unknown entry, what changes nothing", async () => {
    expect(await move(5, "IN")).toMatchObject({ status: "refused", key: "results.problem.moveNotEligible" });
    expect(await move(0, "IN")).toMatchObject({ status: "refused", key: "results.problem.moveWithoutEffect" });
    expect(await move(0, "OUT", { level: "tidak-ada" })).toMatchObject({ status: "refused", key: "results.problem.moveUnknownLevel" });
    const foreign = await resultsWorld([{}]);
    const fields = { code: foreign.entries[0]!.code, level: "top-99", direction: "OUT", reason: REASON, version: await setVersion(world) };
    expect(await sendAs(world.secretary, moveEntry, world, fields)).toMatchObject({ status: "refused", key: "results.problem.moveUnknownEntry" });
  });

  it("accepts a code typed in lower case with blanks around it", async () => {
    const fields = { code: `  ${codeOf(2).toLowerCase()} `, level: "top-99", direction: "OUT", reason: REASON, version: await setVersion(world) };
    expect(await sendAs(world.secretary, moveEntry, world, fields)).toMatchObject({ status: "redirected" });
  });

  it("refuses a move on a set that changed meanwhile; of two at once one is recorded", async () => {
    const version = await setVersion(world);
    const both = await Promise.all([move(2, "OUT", { version }), move(1, "OUT", { version })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect(both.find(({ status }) => status === "refused")).toMatchObject({ key: "common.errors.changedMeanwhile" });
    expect((await opened()).set.moves).toHaveLength(1);
  });

  it("cannot be declared ready with a level that is too small, and then can", async () => {
    await move(2, "OUT");
    expect((await opened()).problems.map(({ key }) => key)).toEqual(["results.problem.levelTooSmall"]);
    expect(await step(world.secretary, declareReady)).toMatchObject({ status: "refused", key: "results.problem.levelTooSmall" });
    await move(4, "IN");
    expect(await step(world.secretary, declareReady)).toMatchObject({ status: "redirected" });
    expect((await opened()).set).toMatchObject({ status: "READY", composedBy: world.secretary.name });
  });

  it("cannot be changed once it is ready, until it is sent back, which its publisher may do too", async () => {
    await step(world.secretary, declareReady);
    expect(await move(2, "OUT")).toMatchObject({ status: "refused", key: "results.decision.isStatus.READY" });
    expect(await step(world.publisher, sendBackToDrafting)).toMatchObject({ status: "redirected" });
    expect(await move(2, "OUT")).toMatchObject({ status: "redirected" });
    expect(await step(world.secretary, sendBackToDrafting)).toMatchObject({ status: "refused", key: "results.decision.isStatus.DRAFT" });
  });

  it("is the secretariat's work: a publisher looks, everybody else finds nothing", async () => {
    expect(await move(2, "OUT", { who: world.publisher })).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    expect(await step(world.publisher, declareReady)).toMatchObject({ status: "refused", key: "common.errors.notAllowed" });
    const open = (who: Staff | null) => {
      askAs(who?.sessionId ?? null);
      return loadDecision({ slug: world.edition.slug, result: "top-99", query: {} });
    };
    expect((await open(world.publisher)).subject.may).toEqual({ compose: false, publish: true });
    for (const who of [null, world.judges[0]!, world.owner, world.agencyAdmin]) await expect(open(who)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
  });
});
