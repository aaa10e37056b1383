import { beforeEach, describe, expect, it } from "vitest";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { acceptPactFor, moveStage, person, reviewWorld, type Person, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { changeEntryReader, chooseVisited, giveVerdict, handOverReadings, recuseFromVisit } from "@/modules/review/actions";
import { loadAssignmentBoard, loadReaders, loadScoringRoom, loadVisit, loadVisits } from "@/modules/review/loaders";
import { stageTotals } from "@/modules/review/queries/standings";
import { givenVerdicts } from "@/modules/review/queries/visit";

const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";
const DOUBT = "Loket yang diuraikan di proposal tidak ditemukan.";

/* KIPP 2023 visited 20 of its 99 finalists. Here two of four entries are visited, by one panelist each. */
let world: ReviewWorld;
let verifier: Person;
let second: Person;
beforeEach(async () => {
  world = await reviewWorld({ judges: 2, entries: 4 });
  verifier = world.panelist;
  second = await person("PANELIST", { editionId: world.edition.id });
  await acceptPactFor(world.edition, second);
  await addVisit();
});

describe("choosing", () => {
  it("gives each chosen entry its verifiers, evenly, and leaves the others of the list alone", async () => {
    const [one, , three] = codes();
    expect(await choose(`${one}\n${three!.toLowerCase()}, ${one}`)).toMatchObject({ status: "redirected" });
    expect(await pairs()).toEqual([[one, 1], [three, 1]]);
    expect(new Set((await rows()).map(({ judgeId }) => judgeId)).size).toBe(2);
    await choose(one!);
    expect(await pairs()).toEqual([[one, 1], [three, 1]]);
    expect(await page({ tampil: "dipilih" })).toMatchObject({ view: { entries: [{ code: one }, { code: three }] } });
    expect(await page({ tampil: "kurang" })).toMatchObject({ view: { entries: [] } });
  });

  it("names codes that are not on the list and then chooses none", async () => {
    expect(await choose(`${codes()[0]} INV-2020-ZZZZZ`)).toMatchObject({ status: "refused", key: "review.refused.notOnList" });
    expect(await choose("entri ini")).toMatchObject({ status: "invalid", errors: [{ field: "codes" }] });
    expect(await rows()).toEqual([]);
  });

  it("avoids conflicts, and says for how many entries nobody was free", async () => {
    for (const { userId } of [verifier, second]) await db.membership.create({ data: { userId, role: "AGENCY_ADMIN", agencyId: world.agencies[0]!.id } });
    expect(await choose(codes().slice(0, 2).join(" "))).toMatchObject({ to: expect.stringContaining("dialihkan=1&tersisa=1") });
  });
});

describe("the verifier", () => {
  it("sees the own entries and no sheet of marks, keeps a sheet, and hands a verdict in once it is whole", async () => {
    const id = await chosen(codes()[0]!);
    askAs(verifier.sessionId);
    expect((await loadVisits({ query: {} })).subject.visits).toMatchObject([{ rows: [{ code: codes()[0], state: "NEW", outcome: null }] }]);
    await expect(loadScoringRoom({ assignmentId: id })).rejects.toThrow(NOT_FOUND);

    expect(await send(id, { intent: "finish" })).toMatchObject({ status: "refused", key: "review.visit.outcomeMissing" });
    expect(await send(id, { intent: "finish", outcome: "DOUBTED", reason: "Ragu" })).toMatchObject({ status: "refused", key: "review.visit.reasonMissing" });
    expect(await send(id, { outcome: "DOUBTED", "notes.keadaan": "Ada loketnya." })).toMatchObject({ status: "redirected" });
    expect(await verdicts()).toEqual([]);
    expect(await send(id, { intent: "finish", outcome: "DOUBTED", reason: DOUBT, "notes.keadaan": "Loketnya tidak ada.", "notes.lain": "x", version: "1" })).toMatchObject({ to: "/penilaian/kunjungan?tersimpan=1" });
    expect(await verdicts()).toEqual([{ stageKey: "lapangan", code: codes()[0], judge: verifier.name, outcome: "DOUBTED", reason: DOUBT, notes: { keadaan: "Loketnya tidak ada." } }]);
    expect((await loadVisit({ assignmentId: id, query: {} })).subject).toMatchObject({ version: 2, outcome: "DOUBTED", scoring: { allowed: true } });
  });

  it("may change it until the stage closes, never on a version that another tab replaced, and cannot unmake it", async () => {
    const id = await chosen(codes()[0]!);
    await send(id, { intent: "finish", outcome: "CONFIRMED" });
    expect(await send(id, { intent: "finish", outcome: "DISQUALIFIED", reason: DOUBT })).toMatchObject({ status: "refused", key: "review.visit.changedMeanwhile", typed: expect.anything() });
    expect(await send(id, { version: "1" })).toMatchObject({ status: "refused", key: "review.visit.outcomeMissing" });
    await send(id, { intent: "finish", outcome: "DISQUALIFIED", reason: DOUBT, version: "1" });
    await moveStage(world.edition.id, "lapangan", [-3, -1]);
    expect(await send(id, { intent: "finish", outcome: "CONFIRMED", version: "2" })).toMatchObject({ status: "refused", key: "review.refused.stageClosed" });
    expect((await verdicts()).map(({ outcome }) => outcome)).toEqual(["DISQUALIFIED"]);
  });

  it("of another entry finds nothing there; who names a conflict loses it at once", async () => {
    const id = await chosen(codes()[0]!);
    askAs(second.sessionId);
    await expect(loadVisit({ assignmentId: id, query: {} })).rejects.toThrow(NOT_FOUND);
    askAs(verifier.sessionId);
    await press(recuseFromVisit, { assignmentId: id, reason: "Pernah membina tim ini", understood: "yes" });
    await expect(loadVisit({ assignmentId: id, query: {} })).rejects.toThrow(NOT_FOUND);
    expect(await page({ entri: codes()[0]! })).toMatchObject({ view: { lines: [{ state: "RECUSED" }] } });
  });
});

describe("its effect", () => {
  it("is none on readings, totals and figures of the stages with points", async () => {
    const before = JSON.stringify([await stageTotals(world.edition.id, "penilaian"), await figures()]);
    const id = await chosen(codes()[0]!);
    await send(id, { intent: "finish", outcome: "DISQUALIFIED", reason: DOUBT });
    expect(JSON.stringify([await stageTotals(world.edition.id, "penilaian"), await figures()])).toBe(before);
    expect(await db.standing.count({ where: { stage: { editionId: world.edition.id } } })).toBe(0);
  });

  it("is shown to those who run the edition after the close, with a trace, and before it only that it was handed in", async () => {
    const id = await chosen(codes()[0]!);
    await send(id, { intent: "finish", outcome: "DOUBTED", reason: DOUBT });
    const open = await page({ entri: codes()[0]! });
    expect(open).toMatchObject({ view: { lines: [{ state: "FINISHED" }], verdicts: [] } });
    expect(JSON.stringify(open.view)).not.toMatch(/DOUBTED|Loket/);
    await moveStage(world.edition.id, "lapangan", [-3, -1]);
    expect(await page({ entri: codes()[0]! })).toMatchObject({ view: { verdicts: [{ outcome: "DOUBTED", reason: DOUBT }] } });
    expect(await db.auditEvent.count({ where: { editionId: world.edition.id, action: "review.lookAtVerdicts" } })).toBe(1);
  });
});

describe("a verifier who falls ill", () => {
  it("hands over by the same page, and one pair is moved by the same form", async () => {
    await chosen(codes()[0]!);
    askAs(world.secretary.sessionId);
    const form = { slug: world.edition.slug, stage: "lapangan", reason: "Jatuh sakit" };
    expect(await press(handOverReadings, { ...form, from: verifier.userId, to: second.userId })).toMatchObject({ to: expect.stringContaining("dialihkan=1") });
    expect((await rows()).map(({ judgeId }) => judgeId)).toEqual([second.userId]);
    expect(await press(changeEntryReader, { ...form, code: codes()[0]!, from: second.userId, to: verifier.userId })).toMatchObject({ status: "redirected" });
    expect((await rows()).map(({ judgeId }) => judgeId)).toEqual([verifier.userId]);
  });
});

const codes = () => world.submissions.map(({ code }) => code);

/** A second version of the rules with a visit, as a file of 2023 would have it. */
async function addVisit() {
  const { id: editionId, organizerId, rules } = world.edition;
  const text = (words: string) => ({ id: words, en: words });
  const verdict = { role: "PANELIST", perSubmission: 1, avoid: ["AGENCY"], entrants: "PASSED_ADMIN", questions: [{ key: "keadaan", text: text("Apakah yang tertulis ada?") }] };
  const visit = { key: "lapangan", kind: "FIELD_VISIT", name: text("Verifikasi lapangan"), opensAt: "2020-06-01T08:00", closesAt: "2020-06-10T23:59", scoring: null, verdict };
  const document = { ...rules, stages: [...rules.stages, visit] };
  await db.rulesVersion.create({ data: { editionId, number: 2, document: document as never, sha256: "0" } });
  await db.stage.create({
    data: { organizerId, editionId, key: "lapangan", kind: "FIELD_VISIT", position: 90, opensAt: new Date(), closesAt: new Date() },
  });
  await moveStage(editionId, "lapangan", [-1, 5]);
}

function choose(text: string) {
  askAs(world.secretary.sessionId);
  return press(chooseVisited, { slug: world.edition.slug, stage: "lapangan", codes: text, reason: "Pilihan sidang" });
}

/** An entry that is visited by `verifier`. */
async function chosen(code: string): Promise<string> {
  await choose(code);
  const [row] = await rows();
  await db.assignment.update({ where: { organizerId_id: { organizerId: world.edition.organizerId, id: row!.id } }, data: { judgeId: verifier.userId } });
  return row!.id;
}

function send(assignmentId: string, fields: Record<string, string>) {
  askAs(verifier.sessionId);
  return press(giveVerdict, { assignmentId, version: "0", intent: "stay", ...fields });
}

const rows = () => db.assignment.findMany({ where: { stage: { editionId: world.edition.id, key: "lapangan" } }, orderBy: { id: "asc" }, include: { submission: true } });

async function pairs(): Promise<unknown[]> {
  const all = await rows();
  return codes().flatMap((code) => {
    const count = all.filter(({ submission }) => submission.code === code).length;
    return count > 0 ? [[code, count]] : [];
  });
}

const verdicts = () => givenVerdicts(world.edition, { stages: ["lapangan"] });

async function page(query: Record<string, string>) {
  askAs(world.secretary.sessionId);
  return (await loadReaders({ slug: world.edition.slug, query: { tahap: "lapangan", ...query } })).subject;
}

async function figures() {
  askAs(world.secretary.sessionId);
  return (await loadAssignmentBoard({ slug: world.edition.slug, query: { tahap: "penilaian" } })).subject.board!.figures;
}
