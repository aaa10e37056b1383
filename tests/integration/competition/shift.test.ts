import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { countPublicChanges } from "#tests/support/public-changes";
import { filedProposal, placeStages, selectionWorld, type SelectionWorld } from "#tests/support/selection-world";
import { datesOf, daysOn, eventsOf, MOVE_REASON, MOVED, moveStageAs, planIn, stageOf, stagesOf } from "#tests/support/timetable-acts";

const PLACED: Record<string, [number, number]> = {
  pendaftaran: [-10, 10], administrasi: [12, 20], penilaian: [21, 30], "pengumuman-top-99": [31, 32], presentasi: [33, 40],
};

let world: SelectionWorld;
beforeEach(async () => {
  world = await selectionWorld();
  await placeStages(world.edition.id, PLACED);
});

const move = (key: string, typed: Parameters<typeof moveStageAs>[2]) => moveStageAs({ world, by: world.secretary }, key, { shifts: true, ...typed });
const daysLater = async (key: string, days: number) => daysOn((await stageOf(world, key)).closesAt, days);

describe("a stage that is moved with all that follow", () => {
  test("is shown first, with every date before and after, and changes nothing by that", async () => {
    const told = countPublicChanges();
    const before = await datesOf(world);
    const answer = await move("pendaftaran", { closesAt: await daysLater("pendaftaran", 3) });
    expect(answer).toMatchObject({
      status: "done", typed: { shifts: "on", reason: MOVE_REASON },
      message: "Belum ada yang diubah. Periksa jadwal baru di bawah, lalu tekan “Ubah jadwal Pendaftaran” sekali lagi.",
    });
    expect(planIn(answer).rows.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(planIn(answer).work).toBeNull();
    expect(await datesOf(world)).toEqual(before);
    expect(await db.stageChange.count({ where: { stage: { editionId: world.edition.id } } })).toBe(0);
    expect(told()).toBe(0);
  });

  test("moves each by the same days at the second press: one reason with every stage, one event that names them", async () => {
    const before = await datesOf(world);
    const closesAt = await daysLater("pendaftaran", 3);
    const { seen } = planIn(await move("pendaftaran", { closesAt }));
    expect(await move("pendaftaran", { closesAt, seen })).toMatchObject(MOVED);

    const after = await datesOf(world);
    expect(after.slice(1)).toEqual(before.slice(1).map(({ key, ...dates }) => ({ key, opensAt: daysOn(dates.opensAt, 3), closesAt: daysOn(dates.closesAt, 3) })));
    expect(after[0]!.opensAt).toEqual(before[0]!.opensAt);
    for (const { changes } of await stagesOf(world)) expect(changes).toMatchObject([{ reason: MOVE_REASON, cause: "MOVED" }]);
    const [event, ...others] = await eventsOf(world, "competition.moveStage");
    expect(others).toEqual([]);
    expect(event).toMatchObject({ actor: world.secretary.userId, details: { stage: "pendaftaran", reason: MOVE_REASON } });
    expect(Object.keys(event!.details.moved as object).toSorted()).toEqual(before.slice(1).map(({ key }) => key).toSorted());
  });

  test("is done only as it was shown: with other dates meanwhile it is refused, and what it would be now is shown", async () => {
    const closesAt = await daysLater("pendaftaran", 3);
    const first = planIn(await move("pendaftaran", { closesAt }));
    await placeStages(world.edition.id, { ...PLACED, presentasi: [33, 41] });
    const before = await datesOf(world);

    const answer = await move("pendaftaran", { closesAt, seen: first.seen });
    expect(answer).toMatchObject({ status: "refused", key: "competition.refused.planChanged", typed: { reason: MOVE_REASON } });
    expect(planIn(answer).seen).not.toBe(first.seen);
    expect(await datesOf(world)).toEqual(before);
    expect(await eventsOf(world, "competition.moveStage")).toEqual([]);
    expect(await move("pendaftaran", { closesAt, seen: planIn(answer).seen })).toMatchObject(MOVED);
  });

  test("is one person's act and one press where it moves nothing else", async () => {
    expect(await move("pendaftaran", { shifts: false, closesAt: await daysLater("pendaftaran", 1) })).toMatchObject(MOVED);
  });
});

describe("a shift is refused by name", () => {
  const refused = { status: "refused" };

  test("where a later stage carries a decision", async () => {
    const { organizerId, id: editionId } = world.edition;
    await db.rankingSnapshot.create({ data: { organizerId, editionId, resultKey: "top-99", body: "{}", sha256: "0", frozenById: world.secretary.userId } });
    expect(await move("administrasi", { closesAt: await daysLater("administrasi", 3) })).toMatchObject({
      ...refused, key: "competition.refused.shiftSettled", because: expect.stringContaining(`Tahapan “${(await stageOf(world, "penilaian")).name.id}” sudah menjadi dasar keputusan`),
    });
  });

  test("where people have met a later stage", async () => {
    await placeStages(world.edition.id, { ...PLACED, pendaftaran: [-10, -6], administrasi: [-5, 3], penilaian: [-1, 30] });
    const [{ id: submissionId }, { id: stageId }] = [await filedProposal(world), await stageOf(world, "penilaian")];
    const { organizerId } = world.edition;
    await db.assignment.create({ data: { organizerId, stageId, submissionId, judgeId: world.first.userId, batchId: randomUUID() } });
    expect(await move("administrasi", { closesAt: await daysLater("administrasi", 3) })).toMatchObject({ ...refused, key: "competition.refused.shiftBegun" });
  });

  test("where a later stage would open in the past", async () => {
    await placeStages(world.edition.id, { ...PLACED, "pengumuman-top-99": [5, 6] });
    const before = await datesOf(world);
    expect(await move("penilaian", { closesAt: await daysLater("penilaian", -7) })).toMatchObject({ ...refused, key: "competition.refused.shiftIntoPast" });
    expect(await datesOf(world)).toEqual(before);
  });
});
