import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { NOT_FOUND } from "#tests/support/knock";
import { askAs } from "#tests/support/request";
import { person, resultsWorld, review, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { loadProposalReadings } from "@/modules/results/loaders";

let world: ResultsWorld;
beforeAll(async () => {
  world = await resultsWorld([{}, {}]);
});

describe("the readings of one proposal", () => {
  it("are the marks as entered, the exact weighted sum and the remarks of whoever has handed in", async () => {
    const [entry] = world.entries;
    const marks = { signifikansi: 81, dampak: 60 };
    const assignmentId = await review(world, { entry: entry!, judge: 0, marks });
    await db.review.update({ where: { organizerId_assignmentId: key(assignmentId) }, data: { remark: "Layak dilihat panel." } });
    await db.score.updateMany({ where: { ...key(assignmentId), criterionKey: "dampak" }, data: { remark: "Data belum lengkap." } });

    const [round] = await roundsSeenBy(world.secretary);
    const sum = round!.rubric.criteria.reduce((total, { key: criterion, weight }) => total + weight * (criterion in marks ? marks[criterion as keyof typeof marks] : 50), 0);
    expect(round).toMatchObject({ key: "penilaian", readings: [{ judge: world.judges[0]!.name, state: "HANDED_IN", weightedSum: sum, remark: "Layak dilihat panel." }] });
    const [reading] = round!.readings;
    expect(reading).toMatchObject({ marks: { signifikansi: 81, dampak: 60 }, remarks: { dampak: "Data belum lengkap." } });
    expect(Object.keys(reading?.state === "HANDED_IN" ? reading.marks : {}).sort()).toEqual(round!.rubric.criteria.map((criterion) => criterion.key).sort());
  });

  it("tell only the state of what was not handed in and of what was handed back", async () => {
    const [, entry] = world.entries;
    const unfinished = await review(world, { entry: entry!, judge: 0, marks: 99 });
    await db.review.update({ where: { organizerId_assignmentId: key(unfinished) }, data: { finishedAt: null, remark: "Belum yakin." } });
    const recused = await review(world, { entry: entry!, judge: 1, marks: 98 });
    await db.assignment.update({ where: { organizerId_id: { organizerId: world.edition.organizerId, id: recused } }, data: { recusedAt: new Date(), recusalReason: "Pernah membina." } });
    await assignOnly(2);

    const [round] = await roundsSeenBy(world.secretary, entry!.code);
    expect(round!.readings.map(({ judge, state }) => [judge, state])).toEqual([
      [world.judges[0]!.name, "UNFINISHED"], [world.judges[1]!.name, "RECUSED"], [world.judges[2]!.name, "UNFINISHED"],
    ]);
    // Without the ids, in which any two digits may stand by chance.
    expect(JSON.stringify(round!.readings, (key, value: unknown) => (key === "id" ? undefined : value))).not.toMatch(/99|98|Belum yakin|Pernah membina/);
  });

  it("are there for the secretariat and the publisher of the edition, and for nobody else not even their number", async () => {
    for (const who of [world.secretary, world.publisher]) expect(await roundsSeenBy(who)).toHaveLength(1);
    const elsewhere = await person("SECRETARIAT", { editionId: (await resultsWorld([])).edition.id });
    const selector = await person("ADMIN_SELECTOR", { editionId: world.edition.id });
    for (const who of [world.agencyAdmin, world.owner, world.judges[0]!, selector, elsewhere]) {
      await expect(roundsSeenBy(who), who.name).rejects.toMatchObject({ digest: NOT_FOUND });
      await expect(roundsSeenBy(who, "INV-2020-ZZZZZ"), who.name).rejects.toMatchObject({ digest: NOT_FOUND });
    }
  });
});

const key = (assignmentId: string) => ({ organizerId: world.edition.organizerId, assignmentId });

async function roundsSeenBy(who: Staff, code = world.entries[0]!.code) {
  askAs(who.sessionId);
  return (await loadProposalReadings({ slug: world.edition.slug, code })).subject.rounds;
}

async function assignOnly(judge: number): Promise<void> {
  const { edition, judges, entries } = world;
  const stageId = edition.stages.find((stage) => stage.key === "penilaian")!.id;
  await db.assignment.create({
    data: { organizerId: edition.organizerId, stageId, submissionId: entries[1]!.id, judgeId: judges[judge]!.userId, batchId: randomUUID() },
  });
}
