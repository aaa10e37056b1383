import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { askAs } from "#tests/support/request";
import { moveStage, resultsWorld, reviewEverything, sendAs, setVersion, type ResultsWorld } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, ruleOnMissing } from "@/modules/results/actions";
import { loadDecision } from "@/modules/results/loaders";

/*
 * KIPP 2023 visited 20 of 114 and with points for the visit the others lost their places. Here one of four is visited, without
 * points: the three with the highest marks are on the list of three as if nobody had gone anywhere, and a doubt is for people.
 */
let world: ResultsWorld;
beforeAll(async () => {
  world = await resultsWorld([{}, {}, {}, {}]);
  await reviewEverything(world);
  await addVisit();
  await doubt(world.entries[1]!.id);
  await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
  await sendAs(world.secretary, compose, world);
});

describe("a visit of some entries, without points", () => {
  it("moves nobody: the order is that of the marks, and who was not visited is complete", async () => {
    const { listed } = (await composed()).levels[0]!;
    expect(listed.map(({ code }) => code)).toEqual(world.entries.slice(0, 3).map(({ code }) => code));
    expect(listed.map(({ total }) => total)).toEqual(["90/1", "89/1", "88/1"]);
    expect(listed.flatMap(({ missing }) => missing)).toEqual([]);
  });

  it("names a doubt as an open decision with its reason, and the set is not ready before it is decided", async () => {
    const code = world.entries[1]!.code;
    const { levels, doubts, problems } = await composed();
    expect(levels[0]!.decisions.map(({ decision }) => decision)).toMatchObject([{ kind: "VERDICT", codes: [code], settled: false }]);
    expect(doubts).toMatchObject([{ code, outcome: "DOUBTED", reason: "Loket yang diuraikan tidak ada." }]);
    expect(problems.map(({ key }) => key)).toContain("results.problem.verdictUndecided");
    expect(await sendAs(world.secretary, declareReady, world, { version: await setVersion(world) })).toMatchObject({ status: "refused" });

    const reason = "Sidang menerima penjelasan unit tentang loket itu.";
    expect(await sendAs(world.secretary, ruleOnMissing, world, { version: await setVersion(world), kind: "VERDICT", level: "top-99", reason })).not.toMatchObject({ status: "refused" });
    const after = await composed();
    expect(after.problems.map(({ key }) => key)).not.toContain("results.problem.verdictUndecided");
    expect(after.set.rulings).toMatchObject([{ kind: "VERDICT", codes: [code], reason }]);
  });
});

async function composed() {
  askAs(world.secretary.sessionId);
  return (await loadDecision({ slug: world.edition.slug, result: "top-99", query: {} })).subject.composed!;
}

async function addVisit() {
  const { id: editionId, organizerId, rules } = world.edition;
  const name = { id: "Verifikasi lapangan", en: "Field visit" };
  const verdict = { role: "EVALUATOR", perSubmission: 1, avoid: [], entrants: "PASSED_ADMIN", questions: [] };
  const visit = { key: "lapangan", kind: "FIELD_VISIT", name, opensAt: "2020-05-01T08:00", closesAt: "2020-05-02T23:59", scoring: null, verdict };
  await db.rulesVersion.create({ data: { editionId, number: 2, document: { ...rules, stages: [...rules.stages, visit] } as never, sha256: "0" } });
  await db.stage.create({ data: { organizerId, editionId, key: "lapangan", kind: "FIELD_VISIT", position: 90, opensAt: new Date(0), closesAt: new Date(1) } });
  await moveStage(editionId, "lapangan", [-15, -12]);
}

async function doubt(submissionId: string) {
  const { id: editionId, organizerId } = world.edition;
  const { id: stageId } = await db.stage.findFirstOrThrow({ where: { editionId, key: "lapangan" } });
  const { id: assignmentId } = await db.assignment.create({ data: { organizerId, stageId, submissionId, judgeId: world.judges[0]!.userId, batchId: randomUUID() } });
  await db.review.create({ data: { organizerId, assignmentId, finishedAt: new Date() } });
  await db.visitVerdict.create({ data: { organizerId, assignmentId, outcome: "DOUBTED", reason: "Loket yang diuraikan tidak ada." } });
}
