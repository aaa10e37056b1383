import { beforeEach, describe, expect, it } from "vitest";
import { beforeTheRelease } from "#tests/support/owner";
import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { actorOf, assign, moveStage, passedEntry, person, reviewWorld, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { assignEntries, takeBackAssignments } from "@/modules/review/actions";
import { loadAssignmentBoard } from "@/modules/review/loaders";
import { assignmentsVisibleTo } from "@/modules/review/policy";
import { assignmentPreview } from "@/modules/review/queries/board";
import { findSheet } from "@/modules/review/queries/sheet";
import { saveDraft } from "@/modules/review/repository/sheet";

let world: ReviewWorld;
beforeEach(async () => {
  world = await reviewWorld({ judges: 4, entries: 6 });
});

describe("assigning", () => {
  it("gives every entry as many judges as the rules ask for, evenly", async () => {
    await applyPreview();
    const rows = await assignments();
    const perEntry = world.submissions.map(({ id }) => rows.filter(({ submissionId }) => submissionId === id).length);
    expect(perEntry).toEqual([2, 2, 2, 2, 2, 2]);
    expect(world.judges.map(({ userId }) => rows.filter(({ judgeId }) => judgeId === userId).length)).toEqual([3, 3, 3, 3]);
  });

  it("never gives an entry to a judge of its agency or its province, declared or by another account", async () => {
    const [declared, byProvince, byAccount] = world.judges;
    await tie(declared!.userId, "73.72", false);
    await tie(byProvince!.userId, "33", true);
    await db.membership.create({ data: { userId: byAccount!.userId, role: "AGENCY_ADMIN", agencyId: world.agencies[2]!.id } });
    await applyPreview();

    const rows = await db.assignment.findMany({
      where: { stageId: world.stage.id },
      include: { submission: { include: { agency: true } } },
    });
    const provincesOf = (judge: { userId: string } | undefined) =>
      new Set(rows.filter(({ judgeId }) => judgeId === judge?.userId).map(({ submission }) => submission.agency.provinceCode));
    expect(provincesOf(declared)).toEqual(new Set(["33", "35"]));
    expect(provincesOf(byProvince)).toEqual(new Set(["73", "35"]));
    expect(provincesOf(byAccount)).toEqual(new Set(["73", "33"]));
  });

  it("says which entries lack judges and which conflicts were avoided, and still assigns the rest", async () => {
    for (const judge of world.judges.slice(0, 3)) await tie(judge.userId, "73.72", false);
    const preview = await previewNow();
    expect(preview.shortages).toMatchObject([{ missing: 1 }, { missing: 1 }]);
    // A tie to an agency is one to its province as well; one pair counts once.
    expect(preview.avoided).toEqual([{ kind: "AGENCY", pairs: 6 }]);
    await applyPreview();
    expect((await assignments()).length).toBe(10);
  });

  it("stores nothing while it is only previewed, and computes the same plan again from the same seed", async () => {
    const [one, other] = [await previewNow(), await previewNow()];
    expect(one).toEqual(other);
    expect((await assignments()).length).toBe(0);
  });

  it("assigns nothing before selection is released", async () => {
    await beforeTheRelease(world.edition.id);
    expect((await previewNow()).made).toBe(0);
  });

  it("leaves out an entry that was withdrawn", async () => {
    await passedEntry(world.edition, world.agencies[0]!, world.owner, "WITHDRAWN");
    expect((await previewNow()).made).toBe(12);
  });

  it("is refused when the world changed after the preview, and then stores nothing", async () => {
    const preview = await previewNow();
    await person("EVALUATOR", { editionId: world.edition.id });
    expect(await apply(preview)).toMatchObject({ status: "refused", key: "review.refused.worldChanged" });
    expect((await assignments()).length).toBe(0);
  });

  it("happens once when two tabs apply the same preview at once", async () => {
    const preview = await previewNow();
    const outcomes = await Promise.all([apply(preview), apply(preview)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["redirected", "refused"]);
    expect((await assignments()).length).toBe(12);
  });

  it("tops up what was handed back, with another judge, when it is run again", async () => {
    await applyPreview();
    const [taken] = await assignments();
    await db.assignment.update({ where: { organizerId_id: { organizerId: taken!.organizerId, id: taken!.id } }, data: { recusedAt: new Date() } });
    await applyPreview();

    const live = await db.assignment.findMany({ where: { submissionId: taken!.submissionId, recusedAt: null } });
    expect(live).toHaveLength(2);
    expect(live.map(({ judgeId }) => judgeId)).not.toContain(taken!.judgeId);
  });

  it("leaves a record of who assigned what", async () => {
    await applyPreview();
    const [event] = await db.auditEvent.findMany({ where: { action: "review.applyAssignments", editionId: world.edition.id } });
    expect(event?.actorId).toBe(world.secretary.userId);
    expect(JSON.parse(event!.body)).toMatchObject({ details: { made: 12 } });
  });

  it("is refused once the stage has closed", async () => {
    const preview = await previewNow();
    await moveStage(world.edition.id, "penilaian", [-10, -1]);
    expect(await apply(preview)).toMatchObject({ status: "refused", key: "review.refused.assigningOver" });
  });
});

describe("taking an act back", () => {
  it("removes what no judge has begun and keeps the rest", async () => {
    await applyPreview();
    const rows = await assignments();
    const begun = rows[0]!;
    const sheet = (await findSheet(begun.id, begun.judgeId))!;
    await saveDraft(sheet, { version: 0, marks: { [world.stage.rubric.criteria[0]!.key]: 80 }, remarks: {}, cleared: [], skip: false });
    await db.assignment.update({ where: { organizerId_id: { organizerId: begun.organizerId, id: rows[1]!.id } }, data: { recusedAt: new Date() } });

    const asked = { tahap: "penilaian", tarik: begun.batchId };
    expect((await loadAssignmentBoard({ slug: world.edition.slug, query: asked })).subject.board?.undoing).toMatchObject({ made: 12, removable: 10 });
    expect(await takeBack(begun.batchId)).toMatchObject({ status: "redirected" });
    expect((await assignments()).map(({ id }) => id).sort()).toEqual([begun.id, rows[1]!.id].sort());
    expect(await takeBack(begun.batchId)).toMatchObject({ status: "refused", key: "review.refused.nothingToUndo" });
    expect((await loadAssignmentBoard({ slug: world.edition.slug, query: asked })).subject.board?.undoing).toBeNull();
  });
});

describe("who may assign", () => {
  it("is the edition's secretariat alone; for others there is nothing there", async () => {
    const preview = await previewNow();
    for (const stranger of [world.judges[0]!, world.panelist, world.owner, (await reviewWorld()).secretary]) {
      expect(await apply(preview, stranger)).toMatchObject({ status: "refused" });
      askAs(stranger.sessionId);
      await expect(loadAssignmentBoard({ slug: world.edition.slug, query: {} })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    }
    expect((await assignments()).length).toBe(0);
  });

  it("shows the secretariat loads and figures that add up", async () => {
    await applyPreview();
    await assign(world.stage, world.submissions[0]!.id, await person("EVALUATOR", { editionId: world.edition.id }));
    askAs(world.secretary.sessionId);
    const { subject } = await loadAssignmentBoard({ slug: world.edition.slug, query: { tahap: "penilaian" } });
    expect(subject.board?.figures).toEqual({ entries: 6, readEnough: 0, shortOfJudges: 0, readings: 0 });
    expect(subject.board?.judges.reduce((sum, { load }) => sum + load, 0)).toBe(13);
    expect(subject.board?.batches.map(({ made, removable }) => [made, removable])).toEqual([[1, 1], [12, 12]]);
  });
});

const assignments = () => db.assignment.findMany({ where: { stageId: world.stage.id }, orderBy: { id: "asc" } });

async function previewNow() {
  const scope = assignmentsVisibleTo(await actorOf(world.secretary, "SECRETARIAT"));
  const preview = await assignmentPreview(scope, world.stage, "benih 1");
  if (!preview) throw new Error("The secretariat may see a preview.");
  return preview;
}

function apply({ seed, fingerprint }: { seed: string; fingerprint: string }, by = world.secretary) {
  askAs(by.sessionId);
  return press(assignEntries, { slug: world.edition.slug, stage: "penilaian", seed, fingerprint });
}

async function applyPreview() {
  expect(await apply(await previewNow())).toMatchObject({ status: "redirected" });
}

function takeBack(batchId: string) {
  askAs(world.secretary.sessionId);
  return press(takeBackAssignments, { slug: world.edition.slug, stage: "penilaian", batchId });
}

const tie = (judgeId: string, code: string, isProvince: boolean) =>
  db.judgeTie.create({ data: { organizerId: world.edition.organizerId, editionId: world.edition.id, judgeId, code, isProvince } });
