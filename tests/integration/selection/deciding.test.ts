import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  confirmFail, decideSelection, giveProposalBack, reopenSelection, saveChecklist, sendFailBack, takeNextProposal, takeProposal,
} from "@/modules/selection/actions";
import { loadSelection } from "@/modules/selection/loaders";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import {
  checklistFields, filedProposal, moveSelectionStage, selectionPerson, selectionWorld, type SelectionPerson, type SelectionWorld,
} from "../../support/selection-world";

let world: SelectionWorld;
let proposal: Awaited<ReturnType<typeof filedProposal>>;

beforeEach(async () => {
  world = await selectionWorld();
  proposal = await filedProposal(world);
  askAs(world.first.sessionId);
  await press(takeProposal, { code: proposal.code });
});

const decision = () => db.selectionDecision.findFirstOrThrow({ where: { submissionId: proposal.id } });
const check = (notMet: Record<string, string> = {}, who = world.first) =>
  as(who, () => press(saveChecklist, { code: proposal.code, intent: "stay", ...checklistFields(world.edition, notMet) }));
const decide = (fields: Record<string, string | string[]>) => as(world.first, () => press(decideSelection, { code: proposal.code, note: "", ...fields }));
const fail = async () => {
  await check({ umur: "" });
  await decide({ outcome: "FAIL", "reasons[]": "terlalu-muda", note: "Baru berjalan." });
  return { code: proposal.code, decidedAt: (await decision()).decidedAt!.toISOString() };
};

async function as<Value>({ sessionId }: SelectionPerson, act: () => Promise<Value>): Promise<Value> {
  askAs(sessionId);
  return act();
}

describe("the checklist", () => {
  test("is kept as it was sent, line by line, and may stay unfinished", async () => {
    await as(world.first, () => press(saveChecklist, { code: proposal.code, intent: "stay", "verdicts.umur": "NOT_MET", "notes.umur": "Mulai 2020.\u{1F600}" }));
    expect(await db.selectionCheck.findMany({ where: { submissionId: proposal.id } })).toMatchObject([{ checkKey: "umur", verdict: "NOT_MET", note: "Mulai 2020.\u{1F600}" }]);
    await check();
    expect(await db.selectionCheck.count({ where: { submissionId: proposal.id } })).toBe(world.edition.rules.selection.checks.length);
  });

  test("refuses a note without an answer and a line of no edition, and leaves out what cannot be seen", async () => {
    const send = (fields: Record<string, string>) => as(world.first, () => press(saveChecklist, { code: proposal.code, intent: "stay", ...fields }));
    expect(await send({ "notes.umur": "Catatan" })).toMatchObject({ status: "invalid", errors: [{ field: "verdicts.umur" }] });
    expect(await send({ "verdicts.lain": "MET" })).toMatchObject({ status: "refused", key: "common.errors.unknownField" });
    expect(await db.selectionCheck.count({ where: { submissionId: proposal.id } })).toBe(0);
    await send({ "verdicts.umur": "MET", "notes.umur": "a\u0000b" });
    expect(await db.selectionCheck.findMany({ where: { submissionId: proposal.id } })).toMatchObject([{ checkKey: "umur", note: "ab" }]);
  });

  test("is only the holder's, and only while the stage is open", async () => {
    expect(await check({}, world.second)).toMatchObject({ status: "refused", key: "selection.refused.notYours" });
    await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-5, -1]);
    expect(await check()).toMatchObject({ status: "refused", key: "selection.refused.stageClosed" });
  });
});

describe("deciding", () => {
  test("a pass needs every line answered and stands at once", async () => {
    expect(await decide({ outcome: "PASS" })).toMatchObject({ status: "refused", key: "selection.decision.problem.CHECKS_UNANSWERED" });
    await check({ judul: "" });
    expect(await decide({ outcome: "PASS" })).toMatchObject({ status: "refused", key: "selection.decision.problem.NOT_MET_UNEXPLAINED" });
    await check({ judul: "Nama resmi layanannya memang begitu." });
    expect(await decide({ outcome: "PASS" })).toMatchObject({ status: "redirected" });
    expect(await decision()).toMatchObject({ outcome: "PASS", secondById: null });
    expect(await decide({ outcome: "PASS" })).toMatchObject({ status: "refused", key: "selection.refused.notYours" });
  });

  test("a fail needs a reason of the edition and an explanation", async () => {
    await check({ umur: "" });
    expect(await decide({ outcome: "FAIL" })).toMatchObject({ status: "invalid", errors: [{ field: "reasons" }, { field: "note" }] });
    expect(await decide({ outcome: "FAIL", "reasons[]": "terlalu-muda", note: " " })).toMatchObject({ status: "invalid", errors: [{ field: "note" }] });
    expect((await decision()).outcome).toBeNull();
    expect(await decide({ outcome: "FAIL", "reasons[]": "lain", note: "Baru berjalan." })).toMatchObject({ status: "refused", key: "selection.decision.problem.REASON_UNKNOWN" });
  });

  test("a fail waits for a second and different selector without a stake in it", async () => {
    const seen = await fail();
    expect(await as(world.first, () => press(confirmFail, seen))).toMatchObject({ status: "refused", key: "selection.refused.ownFail" });
    const partial = await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }, { role: "AGENCY_ADMIN", agencyId: world.own.id }]);
    expect(await as(partial, () => press(confirmFail, seen))).toMatchObject({ status: "refused", key: "selection.refused.ownAgency" });
    expect((await decision()).secondById).toBeNull();

    expect(await as(world.second, () => press(confirmFail, seen))).toMatchObject({ status: "redirected" });
    expect(await decision()).toMatchObject({ outcome: "FAIL", secondById: world.second.userId, reasonKeys: ["terlalu-muda"] });
    expect(await as(world.first, () => press(reopenSelection, { code: proposal.code }))).toMatchObject({ status: "refused", key: "selection.refused.standing" });
  });

  test("a second reader who does not agree sends it back to the first, with both notes", async () => {
    const seen = await fail();
    expect(await as(world.second, () => press(sendFailBack, { ...seen, note: " " }))).toMatchObject({ status: "invalid" });
    await as(world.second, () => press(sendFailBack, { ...seen, note: "Sudah dua tahun." }));
    expect(await decision()).toMatchObject({ outcome: null, takenById: world.first.userId, note: "Sudah dua tahun.\n\n> Baru berjalan." });

    await check();
    expect(await decide({ outcome: "PASS" })).toMatchObject({ status: "redirected" });
    expect(await decision()).toMatchObject({ outcome: "PASS", secondById: null });
  });

  test("what a second reader wrote stays when the first gives the proposal back, and is shown to whoever takes it next", async () => {
    const seen = await fail();
    await as(world.second, () => press(sendFailBack, { ...seen, note: "Sudah dua tahun." }));
    await as(world.first, () => press(giveProposalBack, { code: proposal.code }));
    expect(await decision()).toMatchObject({ outcome: null, takenById: null, note: "Sudah dua tahun.\n\n> Baru berjalan." });

    const third = await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }]);
    expect(await as(third, () => press(takeNextProposal, {}))).toEqual({ status: "redirected", to: `/verifikasi/${proposal.code}` });
    const { subject } = await as(third, () => loadSelection({ code: proposal.code }));
    expect(subject).toMatchObject({ state: "MINE", decision: { secondByName: world.second.name, note: "Sudah dua tahun.\n\n> Baru berjalan." } });
  });

  test("the trail keeps the second reader's words when a new decision writes over them", async () => {
    const seen = await fail();
    await as(world.second, () => press(sendFailBack, { ...seen, note: "Sudah dua tahun." }));
    await check();
    await decide({ outcome: "PASS", note: "Benar, sudah cukup umur." });
    expect((await decision()).note).toBe("Benar, sudah cukup umur.");
    const { body } = await db.auditEvent.findFirstOrThrow({ where: { action: "selection.sendBack", subjectId: proposal.id } });
    expect(JSON.parse(body).details).toMatchObject({ code: proposal.code, reasons: ["terlalu-muda"], note: "Sudah dua tahun." });
  });

  test("a second reader agrees only to the fail that was on the screen", async () => {
    const seen = await fail();
    await as(world.first, () => press(reopenSelection, { code: proposal.code }));
    await decide({ outcome: "FAIL", "reasons[]": "tidak-lengkap", note: "Surat belum ada." });
    expect(await as(world.second, () => press(confirmFail, seen))).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
  });

  test("two second readers who answer in the same moment leave one answer", async () => {
    const seen = await fail();
    const third = await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }]);
    askAs(world.second.sessionId);
    const agreed = press(confirmFail, seen);
    askAs(third.sessionId);
    const refused = press(sendFailBack, { ...seen, note: "Belum." });
    const ended = (await Promise.all([agreed, refused])).filter(({ status }) => status === "redirected");
    expect(ended.length).toBe(1);
  });
});
