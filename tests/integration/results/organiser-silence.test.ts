import { beforeEach, describe, expect, it } from "vitest";
import { NOT_FOUND } from "#tests/support/knock";
import { askAs } from "#tests/support/request";
import { moveStage, resultsWorld, reviewEverything, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { rankingFile } from "@/modules/results/endpoints";
import { loadDecision, loadProposalReadings, loadRanking, loadResultSteps } from "@/modules/results/loaders";
import { loadAssignmentBoard } from "@/modules/review/loaders";

let world: ResultsWorld;
beforeEach(async () => {
  world = await resultsWorld([{}, {}, { group: "khusus" }]);
  await reviewEverything(world);
});

describe("while scoring is open", () => {
  beforeEach(async () => {
    await moveStage(world.edition.id, "penilaian", [-3, 3]);
    await moveStage(world.edition.id, "presentasi", [4, 6]);
  });

  it.each(["secretary", "publisher"] as const)("everything the %s can be told is the same whatever the marks are", async (role) => {
    const before = await everythingToldTo(world[role]);
    await otherMarks();
    expect(await everythingToldTo(world[role])).toBe(before);
  });

  it("they are told how far the reading is, by name and without a mark", async () => {
    askAs(world.secretary.sessionId);
    const { subject: { ranking } } = await loadRanking({ slug: world.edition.slug, query: {} });
    expect(ranking).toMatchObject({ kind: "LIVE", rows: [], next: null, progress: { entrants: 3, short: [] } });
    expect(ranking.kind === "LIVE" && ranking.secretUntil).toBeInstanceOf(Date);
    expect((await readings())[0]!.readings.map(({ state }) => state)).toEqual(["SECRET", "SECRET"]);
  });

  it("the file of the ranking is not there, and nothing is recorded as seen", async () => {
    for (const who of [world.secretary, world.publisher]) await expect(fileFor(who)).rejects.toMatchObject({ digest: NOT_FOUND });
    await everythingToldTo(world.secretary);
    expect(await looks()).toEqual([]);
  });
});

describe("a result that combines a stage that is over with one that is open", () => {
  it("shows the marks of the first and neither order nor marks of the second", async () => {
    await moveStage(world.edition.id, "presentasi", [-1, 3]);
    await reviewEverything(world, "presentasi");
    askAs(world.secretary.sessionId);
    const { subject: { ranking } } = await loadRanking({ slug: world.edition.slug, query: { hasil: "top-45" } });
    expect(ranking).toMatchObject({ kind: "LIVE", rows: [] });
    const states = (await readings()).map(({ key, readings: given }) => [key, [...new Set(given.map(({ state }) => state))]]);
    expect(states).toEqual([["penilaian", ["HANDED_IN"]], ["presentasi", ["SECRET"]]]);
  });
});

describe("once scoring has closed", () => {
  it("each look at marks and at the order is in the trail, once for each person and page in ten minutes", async () => {
    for (const who of [world.secretary, world.secretary, world.publisher]) {
      askAs(who.sessionId);
      await loadRanking({ slug: world.edition.slug, query: { hasil: "top-99" } });
      await loadProposalReadings({ slug: world.edition.slug, code: world.entries[0]!.code });
    }
    const order = `${world.edition.slug}/top-99`;
    expect(await looks()).toEqual([
      ["results.lookAtMarks", world.entries[0]!.id, world.publisher.userId], ["results.lookAtMarks", world.entries[0]!.id, world.secretary.userId],
      ["results.lookAtOrder", order, world.publisher.userId], ["results.lookAtOrder", order, world.secretary.userId],
    ].toSorted());
  });
});

async function looks(): Promise<unknown[]> {
  const events = await db.auditEvent.findMany({ where: { editionId: world.edition.id, action: { startsWith: "results.look" } } });
  return events.map(({ action, subjectId, actorId }) => [action, subjectId, actorId]).toSorted();
}

async function readings() {
  return (await loadProposalReadings({ slug: world.edition.slug, code: world.entries[0]!.code })).subject.rounds;
}

/** All that the pages of those who run the edition hold, under every order and filter that an address may ask for. */
async function everythingToldTo(who: Staff): Promise<string> {
  const { slug } = world.edition;
  askAs(who.sessionId);
  const queries = [{}, { hasil: "top-45" }, { kelompok: "khusus" }, { setelah: `70_${world.entries[0]!.id}` }];
  const told: unknown[] = [];
  for (const query of queries) told.push((await loadRanking({ slug, query })).subject);
  for (const { code } of world.entries) told.push((await loadProposalReadings({ slug, code })).subject);
  told.push((await loadResultSteps({})).subject, (await loadDecision({ slug, result: "top-99", query: {} })).subject);
  if (who === world.secretary) told.push((await loadAssignmentBoard({ slug, query: {} })).subject);
  return JSON.stringify(told);
}

/** The order turned upside down: the last entry has the highest marks. */
async function otherMarks(): Promise<void> {
  const { organizerId } = world.edition;
  await db.score.updateMany({ where: { organizerId }, data: { mark: 3 } });
  await db.$executeRaw`update "Review" set "weightedSum" = 10000 - "weightedSum", remark = 'lain' where "organizerId" = ${organizerId}::uuid`;
  await db.$executeRaw`
    update "Standing" set "sumTotal" = 20000 - "sumTotal", lowest = 10000 - highest, highest = 10000 - lowest, mean = 10000 - mean
    where "organizerId" = ${organizerId}::uuid`;
}

async function fileFor(who: Staff) {
  askAs(who.sessionId);
  return rankingFile(new Request("http://localhost/?hasil=top-99"), { params: Promise.resolve({ slug: world.edition.slug }) });
}
