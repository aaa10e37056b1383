import { beforeEach, describe, expect, test } from "vitest";
import { databaseNow, db } from "@/lib/db";
import { changeTimetable } from "@/modules/competition/actions";
import { localOf } from "@/modules/competition/domain/local-time";
import { hasClosed, isOpen } from "@/modules/competition/domain/stages";
import { editionById } from "@/modules/competition/queries";
import { releaseSelection } from "@/modules/selection/actions";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { filedProposal, moveSelectionStage, placeStages, selectionWorld, type SelectionWorld } from "#tests/support/selection-world";

const DAY = 24 * 60 * 60 * 1000;
const REASON = "Seleksi selesai lebih cepat dari jadwal.";

let world: SelectionWorld;
beforeEach(async () => {
  world = await selectionWorld();
  await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-1, 9]);
  await place({ penilaian: [10, 30], "pengumuman-top-99": [31, 32], presentasi: [33, 40] });
});

const place = (days: Record<string, [number, number]>) => placeStages(world.edition.id, days);

async function decided(outcome: "PASS" | null) {
  const { id: submissionId } = await filedProposal(world);
  const { organizerId, id: editionId } = world.edition;
  if (outcome) await db.selectionDecision.create({ data: { organizerId, editionId, submissionId, takenById: world.first.userId, outcome, decidedAt: new Date() } });
}

const release = () => {
  askAs(world.secretary.sessionId);
  return press(releaseSelection, { editionCode: world.edition.code });
};
const stage = async (key: string) => (await editionById(world.edition.id))!.stages.find((each) => each.key === key)!;
const local = (instant: Date) => localOf(instant, "Asia/Jakarta");

async function move(key: string, changes: { opensAt?: Date; closesAt?: Date; opensNow?: true; shifts?: true; seen?: string }) {
  const { opensAt, closesAt } = await stage(key);
  askAs(world.secretary.sessionId);
  return press(changeTimetable, {
    slug: world.edition.slug, stageKey: key, opensAt: local(changes.opensAt ?? opensAt), closesAt: local(changes.closesAt ?? closesAt), reason: REASON,
    ...(changes.opensNow ? { opensNow: "on" } : {}), ...(changes.shifts ? { shifts: "on" } : {}), ...(changes.seen ? { seen: changes.seen } : {}),
  });
}
const done = { status: "redirected" };
const seenIn = (answer: unknown) => (answer as { details: { seen: string } }).details.seen;
const from = async (days: number) => new Date((await databaseNow()).getTime() + days * DAY);

describe("a selection that is released while its stage runs", () => {
  test("ends the stage at that moment, which everybody reads and the trail keeps with the release", async () => {
    await decided("PASS");
    const before = await stage("administrasi");
    expect(await release()).toMatchObject(done);

    const { releasedAt } = await db.selectionRelease.findFirstOrThrow({ where: { editionId: world.edition.id } });
    const after = await stage("administrasi");
    expect(hasClosed(after, releasedAt)).toBe(true);
    expect(releasedAt.getTime() - after.closesAt.getTime()).toBe(1);
    expect(after.changes).toMatchObject([{ cause: "RELEASED", closesBefore: before.closesAt, changedAt: releasedAt, reason: "" }]);
    const [event] = await db.auditEvent.findMany({ where: { editionId: world.edition.id }, orderBy: { seq: "desc" }, take: 1 });
    expect(JSON.parse(event!.body)).toMatchObject({
      action: "selection.release", details: { stage: "administrasi", from: before.closesAt.toISOString(), to: releasedAt.toISOString() },
    });
  });

  test("leaves no idle days: what follows opens at once, and its close can still be moved after that", async () => {
    await decided("PASS");
    await release();
    expect(await move("penilaian", { opensNow: true })).toMatchObject(done);
    expect(isOpen(await stage("penilaian"), await databaseNow())).toBe(true);

    const opened = (await stage("penilaian")).opensAt;
    expect(await move("penilaian", { closesAt: await from(30.5) })).toMatchObject(done);
    expect((await stage("penilaian")).opensAt).toEqual(opened);
  });

  test("brings all that follow forward in one act: what comes next opens at once, and the rest keeps its distance", async () => {
    await decided("PASS");
    await release();
    await place({ penilaian: [10.5, 30], "pengumuman-top-99": [31, 32], presentasi: [33, 40] });
    const [next, closing] = [await stage("pengumuman-top-99"), (await stage("penilaian")).closesAt];
    const shown = await move("penilaian", { opensNow: true, shifts: true });
    expect(shown).toMatchObject({ status: "done", details: { work: null } });
    expect(await move("penilaian", { opensNow: true, shifts: true, seen: seenIn(shown) })).toMatchObject(done);
    expect(isOpen(await stage("penilaian"), await databaseNow())).toBe(true);
    expect((await stage("penilaian")).closesAt).toEqual(new Date(closing.getTime() - 10 * DAY));
    expect((await stage("pengumuman-top-99")).opensAt).toEqual(new Date(next.opensAt.getTime() - 10 * DAY));
  });

  test("lets what follows be brought forward to any later day", async () => {
    await decided("PASS");
    await release();
    expect(await move("penilaian", { opensAt: await from(1) })).toMatchObject(done);
  });

  test("cannot be opened again, nor can registration", async () => {
    await decided("PASS");
    await release();
    for (const key of ["pendaftaran", "administrasi"])
      expect(await move(key, { closesAt: await from(2) })).toMatchObject({ status: "refused", key: "competition.refused.stageSettled" });
  });

  test("keeps the close of a stage that had ended by itself", async () => {
    await decided("PASS");
    await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-5, -1]);
    const { closesAt } = await stage("administrasi");
    expect(await release()).toMatchObject(done);
    expect(await stage("administrasi")).toMatchObject({ closesAt, changes: [] });
  });
});

describe("a selection that is undecided when its stage closes", () => {
  beforeEach(async () => {
    await decided(null);
    await decided("PASS");
    await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-9, -2]);
  });

  test("is extended also after the next stage has opened, because nothing could begin there", async () => {
    await place({ penilaian: [-1, 20], "pengumuman-top-99": [31, 32], presentasi: [33, 40] });
    expect(await release()).toMatchObject({ status: "refused", key: "selection.release.problem.UNDECIDED" });
    expect(await move("administrasi", { closesAt: await from(3) })).toMatchObject({ status: "refused", key: "competition.rules.problem.stageOverlaps" });
    expect(await move("penilaian", { opensAt: await from(4) })).toMatchObject(done);
    expect(await move("administrasi", { closesAt: await from(3) })).toMatchObject(done);
    expect(isOpen(await stage("administrasi"), await databaseNow())).toBe(true);
  });
});

describe("a registration that closed too early", () => {
  test("is opened again while no selector has begun, and refused without an instruction that cannot be followed after that", async () => {
    expect(await move("administrasi", { opensAt: await from(4) })).toMatchObject(done);
    expect(await move("pendaftaran", { closesAt: await from(3) })).toMatchObject(done);
    await moveSelectionStage(world.edition.id, "REGISTRATION", [-40, -2]);
    await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-1, 9]);
    await decided("PASS");
    expect(await move("administrasi", { opensAt: await from(4) })).toMatchObject({ status: "refused", key: "competition.refused.stageStarted" });
    expect(await move("pendaftaran", { closesAt: await from(3) })).toMatchObject({
      status: "refused", because: expect.stringMatching(/^Tahapan “Seleksi administrasi” sudah berjalan, jadi “Pendaftaran” tidak dapat dibuka lagi/),
    });
  });
});

test("an opening in the past is refused: nobody could have met it", async () => {
  expect(await move("penilaian", { opensAt: await from(-0.5) })).toMatchObject({ status: "refused", key: "competition.refused.stageOpensInPast" });
});
