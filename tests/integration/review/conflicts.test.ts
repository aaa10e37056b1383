import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { assign, fullMarks, person, reviewWorld, type ReviewWorld } from "#tests/support/review-world";
import { untilWaiting } from "#tests/support/waiting";
import { db } from "@/lib/db";
import { acceptPact, recuseFromEntry } from "@/modules/review/actions";
import { saveMarks } from "@/modules/review/endpoints";
import { loadAssignmentBoard, loadClosedRoom, loadJudgeDesk, loadPact, loadScoringRoom } from "@/modules/review/loaders";
import { findSheet } from "@/modules/review/queries/sheet";
import { scoringStage } from "@/modules/review/queries/stage";
import { recuse as handBack } from "@/modules/review/repository/recusal";

const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

let world: ReviewWorld;
let parepare: string;
let banyumas: string;
beforeEach(async () => {
  world = await reviewWorld({ judges: 2, entries: 3 });
  parepare = await assign(world.stage, world.submissions[0]!.id, world.judges[0]!);
  banyumas = await assign(world.stage, world.submissions[1]!.id, world.judges[0]!);
  askAs(world.judges[0]!.sessionId);
});

describe("handing an entry back", () => {
  it("takes it away at once: no page, no saving, and only its code in the list", async () => {
    expect(await recuse()).toEqual({ status: "redirected", to: `/penilaian/${banyumas}?dari=${parepare}` });
    await expect(loadScoringRoom({ assignmentId: parepare })).rejects.toThrow(NOT_FOUND);
    expect((await hand(parepare)).status).toBe(403);

    const { subject } = await loadJudgeDesk({ query: {} });
    const line = subject.rows.find(({ id }) => id === parepare);
    expect(line).toMatchObject({ state: "RECUSED", title: null, agencyName: null, weightedSum: null, recusalReason: "Saya menulis bagian dari proposal ini" });
    expect(subject.progress).toEqual({ finished: 0, total: 1, left: 1 });
  });

  it("says at its address why it is closed, and to others no more than that nothing is there", async () => {
    await recuse();
    expect((await loadClosedRoom({ assignmentId: parepare })).subject.because).toEqual({ key: "review.refused.recused" });
    askAs(world.judges[1]!.sessionId);
    expect((await loadClosedRoom({ assignmentId: parepare })).subject.because).toEqual({ key: "review.refused.gone" });
  });

  it("needs a reason", async () => {
    expect(await press(recuseFromEntry, { assignmentId: parepare, reason: " - ", understood: "yes" })).toMatchObject({ status: "invalid", errors: [{ field: "reason" }] });
  });

  it("takes nothing away before it was asked once more", async () => {
    expect(await press(recuseFromEntry, { assignmentId: parepare, reason: "Pernah membina tim ini" })).toMatchObject({
      status: "invalid", errors: [{ field: "understood" }], typed: { reason: "Pernah membina tim ini" },
    });
    expect((await findSheet(parepare, world.judges[0]!.userId))?.recusedAt).toBeNull();
  });

  it("is listed for the secretariat with its day and reason, the latest first, and for that stage alone", async () => {
    await recuse();
    await press(recuseFromEntry, { assignmentId: banyumas, reason: "Pernah membina tim ini", understood: "yes" });
    askAs(world.secretary.sessionId);
    const { subject } = await loadAssignmentBoard({ slug: world.edition.slug, query: { tahap: world.stage.key } });
    expect(subject.board?.recusals.map(({ code, reason, at }) => [code, reason, at instanceof Date])).toEqual([
      [world.submissions[1]!.code, "Pernah membina tim ini", true], [world.submissions[0]!.code, "Saya menulis bagian dari proposal ini", true],
    ]);
  });

  it("drops what was handed in out of the standing, and the other readings stay", async () => {
    const other = await assign(world.stage, world.submissions[0]!.id, world.judges[1]!);
    await hand(parepare, 90);
    askAs(world.judges[1]!.sessionId);
    await hand(other, 60);
    askAs(world.judges[0]!.sessionId);
    await recuse();
    expect(await standings()).toMatchObject([{ readings: 1, sumTotal: 6000n, lowest: 6000, highest: 6000 }]);
  });

  it("leaves no standing behind when nobody else has read the entry", async () => {
    await hand(parepare, 90);
    await recuse();
    expect(await standings()).toEqual([]);
  });

  it("cannot be done twice or for another judge's entry", async () => {
    await recuse();
    expect(await recuse()).toMatchObject({ status: "refused", key: "review.refused.recused" });
    askAs(world.judges[1]!.sessionId);
    expect(await press(recuseFromEntry, { assignmentId: banyumas, reason: "Bukan milik saya", understood: "yes" })).toMatchObject({ key: "common.errors.notFound" });
  });

  it("leaves a record with the reason", async () => {
    await recuse();
    const [event] = await db.auditEvent.findMany({ where: { action: "review.recuse", subjectId: parepare } });
    expect(JSON.parse(event!.body).details).toEqual({ reason: "Saya menulis bagian dari proposal ini" });
  });
});

describe("while a ranking is being frozen", () => {
  const pact = { intent: "sign", affiliation: "Universitas Hasanuddin", agreed: "1", "agencies[]": ["73.72"] };

  it.each([
    ["handing an entry back", recuse, { status: "refused", key: "common.errors.changedMeanwhile" }],
    ["a statement of ties", () => press(acceptPact, pact), { status: "redirected", to: "/penilaian" }],
  ])("%s waits for it, and then takes away nothing of what it counted", async (_, act, answer) => {
    await hand(parepare, 90);
    let acted: ReturnType<typeof act> | undefined;
    await db.$transaction(async (tx) => {
      const { organizerId, id: editionId } = world.edition;
      await tx.$queryRaw`select id from "Stage" where "editionId" = ${editionId}::uuid and key = 'penilaian' for update`;
      await tx.rankingSnapshot.create({ data: { organizerId, editionId, resultKey: "top-99", body: "{}", sha256: "0", frozenById: world.secretary.userId } });
      acted = act();
      await untilWaiting();
    });
    expect(await acted).toMatchObject(answer);
    expect(await db.assignment.count({ where: { id: parepare, recusedAt: null } })).toBe(1);
    expect(await standings()).toMatchObject([{ readings: 1, sumTotal: 9000n }]);
  });

  it("a refused hand-back takes nothing away in the next stage either", async () => {
    const next = (await scoringStage(world.edition.id, "presentasi"))!;
    const later = await assign(next, world.submissions[0]!.id, world.judges[0]!);
    const sheet = (await findSheet(parepare, world.judges[0]!.userId))!;
    const { organizerId, id: editionId } = world.edition;
    await db.rankingSnapshot.create({ data: { organizerId, editionId, resultKey: "top-99", body: "{}", sha256: "0", frozenById: world.secretary.userId } });
    expect(await handBack(sheet, "Saya menulis bagian dari proposal ini")).toMatchObject({ ok: false });
    expect(await db.assignment.count({ where: { id: later, recusedAt: null } })).toBe(1);
  });
});

describe("the statement", () => {
  const pact = { intent: "sign", affiliation: "Universitas Hasanuddin", agreed: "1" };

  it("comes before the first entry: without it there is a list of nothing and no entry", async () => {
    await db.integrityPact.deleteMany({ where: { judgeId: world.judges[0]!.userId } });
    const { subject } = await loadJudgeDesk({ query: {} });
    expect(subject).toMatchObject({ pactAccepted: false, rows: [] });
    await expect(loadScoringRoom({ assignmentId: parepare })).rejects.toThrow(NOT_FOUND);
    expect(await hand(parepare)).toMatchObject({ status: 403, body: { error: "review.refused.pactMissing" } });
    // A conflict may be named all the same.
    expect(await recuse()).toMatchObject({ status: "redirected" });
  });

  it("is stored with its ties, and takes away the entries that are in conflict with them", async () => {
    await hand(parepare, 90);
    const answer = await press(acceptPact, { ...pact, "agencies[]": ["73.72/dinas-kesehatan"], "provinces[]": [] });
    expect(answer).toEqual({ status: "redirected", to: "/penilaian?diambil=1" });
    const rows = await db.assignment.findMany({ where: { stageId: world.stage.id, recusedAt: { not: null } } });
    expect(rows.map(({ id }) => id)).toEqual([parepare]);
    expect(await standings()).toEqual([]);
  });

  it("takes away the entries of a declared province", async () => {
    await db.agency.upsert({ where: { code: "33" }, create: { code: "33", kind: "PROVINCE", name: "Jawa Tengah", provinceCode: "33" }, update: {} });
    await press(acceptPact, { ...pact, "provinces[]": ["33"] });
    const rows = await db.assignment.findMany({ where: { stageId: world.stage.id, recusedAt: { not: null } } });
    expect(rows.map(({ id }) => id)).toEqual([banyumas]);
  });

  it("can be corrected: ties that were dropped are gone, what was taken away stays away", async () => {
    await press(acceptPact, { ...pact, "agencies[]": ["73.72"] });
    await press(acceptPact, { ...pact, "agencies[]": ["35.78"] });
    const { subject } = await loadPact({ query: {} });
    expect(subject.pact).toMatchObject({ affiliation: "Universitas Hasanuddin", agencies: ["35.78"], provinces: [] });
    expect(await db.assignment.count({ where: { id: parepare, recusedAt: { not: null } } })).toBe(1);
  });

  it.each([
    ["without agreement", { intent: "sign", affiliation: "Universitas" }, "agreed"],
    ["without an affiliation", { intent: "sign", affiliation: " ", agreed: "1" }, "affiliation"],
  ])("is refused %s", async (_, fields, field) => {
    expect(await press(acceptPact, fields)).toMatchObject({ status: "invalid", errors: [{ field }] });
  });

  it("is refused with an agency that does not exist", async () => {
    expect(await press(acceptPact, { ...pact, "agencies[]": ["99.99"] })).toMatchObject({ key: "review.pact.agencyUnknown" });
  });

  it("is for judges: the secretariat has none to give", async () => {
    askAs(world.secretary.sessionId);
    expect(await press(acceptPact, pact)).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    await expect(loadPact({ query: {} })).rejects.toThrow(NOT_FOUND);
  });

  it("finds agencies by words of their name, and keeps those chosen before", async () => {
    const { subject } = await loadPact({ query: { cari: "kota pare", instansi: ["33.02", "tidak sah'"] } });
    expect(subject.matches.map(({ code }) => code)).toEqual(["73.72", "73.72/dinas-kesehatan"]);
    expect(subject.chosenAgencies.map(({ code }) => code)).toEqual(["33.02"]);
  });

  it("finds a unit by its own name and that of its government together, and shows both", async () => {
    const { subject } = await loadPact({ query: { cari: "dinas kesehatan banyumas" } });
    expect(subject.matches.map(({ name }) => name)).toEqual(["Dinas Kesehatan, Pemerintah Kabupaten Banyumas"]);
    expect(subject.hasMoreMatches).toBe(false);
  });

  it("says when there are more than it lists", async () => {
    const parentId = world.agencies[1]!.id;
    const units = Array.from({ length: 21 }, (_, index) => ({ code: `33.02/puskesmas-${index}`, kind: "SERVICE_UNIT" as const, name: `Puskesmas ${index}`, parentId }));
    await db.agency.createMany({ data: units });
    const { subject } = await loadPact({ query: { cari: "puskesmas banyumas" } });
    expect(subject.matches).toHaveLength(20);
    expect(subject.hasMoreMatches).toBe(true);
  });

  it("looks up without storing anything, and carries along what stands in the form", async () => {
    const typed = { intent: "look", search: "dinas", affiliation: "Dosen, Unhas", "agencies[]": ["33.02"], "provinces[]": ["33", ""] };
    const answer = await press(acceptPact, typed);
    expect(answer).toEqual({ status: "redirected", to: "/penilaian/pernyataan?cari=dinas&jabatan=Dosen%2C+Unhas&instansi=33.02&provinsi=33#instansi" });
    const { subject } = await loadPact({ query: { cari: "dinas", jabatan: "Dosen, Unhas", instansi: "33.02" } });
    expect(subject).toMatchObject({ affiliation: "Dosen, Unhas", pact: { agencies: [] } });
    expect(subject.chosenAgencies.map(({ code }) => code)).toEqual(["33.02"]);
  });
});

describe("a conflict that came later", () => {
  it("closes an entry that was assigned, when the judge gets an account in its agency", async () => {
    await db.membership.create({ data: { userId: world.judges[0]!.userId, role: "INNOVATOR", agencyId: world.agencies[0]!.unitId } });
    await db.session.updateMany({ where: { userId: world.judges[0]!.userId }, data: { membershipId: (await evaluatorHat()).id } });
    await expect(loadScoringRoom({ assignmentId: parepare })).rejects.toThrow(NOT_FOUND);
    expect(await hand(parepare)).toMatchObject({ status: 403, body: { error: "review.refused.conflict" } });
    const { subject } = await loadJudgeDesk({ query: {} });
    expect(subject.rows.find(({ id }) => id === parepare)).toMatchObject({ state: "CONFLICT", title: null });
    expect((await loadScoringRoom({ assignmentId: banyumas })).subject.code).toBe(world.submissions[1]!.code);
  });

  it("closes an entry to the person who wrote it", async () => {
    const writer = await person("EVALUATOR", { editionId: world.edition.id });
    await db.submission.update({ where: { code: world.submissions[2]!.code }, data: { ownerId: writer.userId } });
    const own = await assign(world.stage, world.submissions[2]!.id, writer);
    askAs(writer.sessionId);
    expect((await hand(own)).status).toBe(403);
  });
});

function recuse() {
  return press(recuseFromEntry, { assignmentId: parepare, reason: "Saya menulis bagian dari proposal ini", understood: "yes" });
}

const hand = (assignmentId: string, mark = 80) =>
  ask(saveMarks, { assignmentId, version: 0, marks: fullMarks(world.stage, mark), finish: true });
const standings = () => db.standing.findMany({ where: { stageId: world.stage.id } });
const evaluatorHat = () => db.membership.findFirstOrThrow({ where: { userId: world.judges[0]!.userId, role: "EVALUATOR" } });
