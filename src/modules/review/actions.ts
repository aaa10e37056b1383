"use server";

import { action, type Outcome } from "@/lib/action";
import { currentLocale } from "@/lib/locale";
import { paths, withQuery } from "@/lib/paths";
import { ok, refuse, type Result } from "@/lib/result";
import type { Actor } from "@/modules/accounts/domain/roles";
import { editionById } from "@/modules/competition/queries";
import { nextEntry } from "./domain/desk";
import { boxesRefusal, givenMarks, saveStep } from "./domain/hand-in";
import { weightedSum } from "./domain/scoring";
import { verdictProblems } from "./domain/verdict";
import { assignmentsVisibleTo, judgeHatOf, mayAssign, mayDeclareTies, mayRecuse, mayScore } from "./policy";
import { deskRows } from "./queries/desk";
import { findSheet, type Sheet } from "./queries/sheet";
import { entrantByCode, readingStageSubject, stageSubject, visitSubject } from "./queries/stage";
import { findVisit } from "./queries/visit";
import { applyAssignments, undoAssignments } from "./repository/assignment";
import { liftRecusal, removeTie } from "./repository/lifting";
import { changeReader, handOver } from "./repository/readers";
import { declareTies, recuse } from "./repository/recusal";
import { finishReview, saveDraft } from "./repository/sheet";
import { chooseEntries, saveVerdict } from "./repository/visit";
import {
  acceptPactSchema, applyAssignmentsSchema, changeReaderSchema, chooseVisitedSchema, giveVerdictSchema, handOverSchema, liftRecusalSchema, recuseSchema, removeTieSchema, saveSheetSchema,
  undoAssignmentsSchema, type AcceptPact, type SaveSheet,
} from "./schema";

/** The whole sheet as a form: kept, put aside, or handed in, and on to the next entry. */
export const submitSheet = action({
  name: "review.saveSheet",
  input: saveSheetSchema,
  load: ({ assignmentId }, actor) => findSheet(assignmentId, actor.userId),
  policy: mayScore,
  execute: async ({ input, subject, actor }) => {
    const filled = { marks: givenMarks(input.marks), remarks: input.remarks, sure: input.sure, isFinished: subject.finishedAt !== null };
    const decided = saveStep(input.intent, filled, subject.rubric);
    if (decided.step === "REFUSE") return boxesRefusal(decided.problems, subject.rubric, await currentLocale());

    const saved = decided.step === "FINISH" ? await handIn(subject, input) : decided.step === "LEAVE" ? ok(null) : await keep(subject, input);
    if (!saved.ok) return saved;
    if (decided.step === "CHECK") return ok({ redirectTo: withQuery(paths.scoringRoom(subject.assignmentId), { periksa: 1, yakin: inAddress(input.sure) }) });
    if (input.intent === "stay") return ok({ redirectTo: withQuery(paths.scoringRoom(subject.assignmentId), { tersimpan: 1 }) });
    return ok(await onward(actor, subject));
  },
});

/** A judge says that they cannot judge this entry. */
export const recuseFromEntry = action({
  name: "review.recuse",
  input: recuseSchema,
  load: ({ assignmentId }, actor) => findSheet(assignmentId, actor.userId),
  policy: mayRecuse,
  execute: async ({ input, subject, actor }) => {
    const taken = await recuse(subject, input.reason);
    return taken.ok ? ok(await onward(actor, subject)) : taken;
  },
});

/** The integrity pact with the judge's own agencies and provinces; while these are looked up, nothing is stored. */
export const acceptPact = action({
  name: "review.acceptPact",
  input: acceptPactSchema,
  load: async (_, actor) => {
    const judging = judgeHatOf(actor);
    const edition = judging && (await editionById(judging.editionId));
    return edition && { editionId: edition.id, organizerId: edition.organizerId };
  },
  policy: mayDeclareTies,
  execute: async ({ input, subject, actor }) => {
    if (input.intent === "look") return ok({ redirectTo: lookingUp(input) });
    const { affiliation, agencies, provinces } = input;
    const stored = await declareTies({ ...subject, judgeId: actor.userId, affiliation, agencies, provinces });
    if (!stored.ok) return stored;
    return ok({ redirectTo: withQuery(paths.judging(), { diambil: stored.value.takenAway || undefined }) });
  },
});

/** Assigns what the preview showed. */
export const assignEntries = action({
  name: "review.applyAssignments",
  input: applyAssignmentsSchema,
  load: ({ slug, stage }) => stageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    if (!subject.stage) return refuse("common.errors.notFound");
    const applied = await applyAssignments({ stage: subject.stage, actorId: actor.userId }, input);
    return applied.ok ? ok({ redirectTo: `${paths.assignments(input.slug, input.stage)}&dibuat=${applied.value.made}` }) : applied;
  },
});

/** Takes one act of assigning back, but for what a judge has begun. */
export const takeBackAssignments = action({
  name: "review.undoAssignments",
  input: undoAssignmentsSchema,
  load: ({ slug, stage }) => stageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    if (!subject.stage) return refuse("common.errors.notFound");
    const undone = await undoAssignments({ stage: subject.stage, actorId: actor.userId }, input.batchId);
    return undone.ok ? ok({ redirectTo: `${paths.assignments(input.slug, input.stage)}&ditarik=${undone.value.removed}` }) : undone;
  },
});

/** Gives all that a judge has not read to somebody else. */
export const handOverReadings = action({
  name: "review.handOver",
  input: handOverSchema,
  load: ({ slug, stage }) => readingStageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    if (!subject.stage) return refuse("common.errors.notFound");
    if (input.to === actor.userId) return refuse("review.refused.toOneself");
    const handed = await handOver({ stage: subject.stage, actorId: actor.userId, reason: input.reason }, input);
    if (!handed.ok) return handed;
    const { moved, released, left } = handed.value;
    const done = { dialihkan: moved, ...(released > 0 && { dilepas: released }), tersisa: left };
    return ok({ redirectTo: paths.readers(input.slug, { tahap: input.stage, juri: input.from, ...done }) });
  },
});

/** Changes the readers of one entry by one. */
export const changeEntryReader = action({
  name: "review.changeReader",
  input: changeReaderSchema,
  load: ({ slug, stage }) => readingStageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    const entry = subject.stage && (await entrantByCode(subject.stage, input.code));
    if (!subject.stage || !entry) return refuse("common.errors.notFound");
    const { from, to, reason } = input;
    if (to === actor.userId) return refuse("review.refused.toOneself");
    const changed = await changeReader({ stage: subject.stage, actorId: actor.userId, reason }, { submissionId: entry.id, from, to });
    return changed.ok ? ok({ redirectTo: paths.readers(input.slug, { tahap: input.stage, entri: input.code, diubah: 1 }) }) : changed;
  },
});

/** Gives an entry back to a judge who handed it back by mistake. */
export const giveRecusedBack = action({
  name: "review.liftRecusal",
  input: liftRecusalSchema,
  load: ({ slug, stage }) => readingStageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    const entry = subject.stage && (await entrantByCode(subject.stage, input.code));
    if (!subject.stage || !entry) return refuse("common.errors.notFound");
    if (input.judge === actor.userId) return refuse("review.refused.ownRecusal");
    const lifted = await liftRecusal({ stage: subject.stage, actorId: actor.userId, reason: input.reason }, { submissionId: entry.id, judgeId: input.judge });
    return lifted.ok ? ok({ redirectTo: paths.readers(input.slug, { tahap: input.stage, entri: input.code, diubah: "kembali" }) }) : lifted;
  },
});

/** Takes away an agency or a province that a judge declared by mistake. */
export const correctTie = action({
  name: "review.removeTie",
  input: removeTieSchema,
  load: ({ slug, stage }) => readingStageSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    if (!subject.stage) return refuse("common.errors.notFound");
    if (input.judge === actor.userId) return refuse("review.refused.ownRecusal");
    const removed = await removeTie({ stage: subject.stage, actorId: actor.userId, reason: input.reason }, { judgeId: input.judge, ...input.tie });
    return removed.ok ? ok({ redirectTo: paths.readers(input.slug, { tahap: input.stage, juri: input.judge, dicabut: removed.value.lifted }) }) : removed;
  },
});

/** Chooses entries of a list for a visit and gives them to verifiers. */
export const chooseVisited = action({
  name: "review.chooseEntries",
  input: chooseVisitedSchema,
  load: ({ slug, stage }) => visitSubject(slug, stage),
  policy: mayAssign,
  execute: async ({ input, subject, actor }) => {
    if (!subject.stage) return refuse("common.errors.notFound");
    const chosen = await chooseEntries({ stage: subject.stage, actorId: actor.userId, reason: input.reason }, input.codes);
    if (!chosen.ok) return chosen;
    return ok({ redirectTo: paths.readers(input.slug, { tahap: input.stage, tampil: "dipilih", dialihkan: chosen.value.made, tersisa: chosen.value.short }) });
  },
});

/** What a verifier says of a visited entry: kept, or handed in. What was handed in once stays handed in. */
export const giveVerdict = action({
  name: "review.giveVerdict",
  input: giveVerdictSchema,
  load: ({ assignmentId }, actor) => findVisit(assignmentId, actor.userId),
  policy: mayScore,
  execute: async ({ input, subject }) => {
    const { intent, version, outcome, reason } = input;
    const keys = subject.verdict.questions.map(({ key }) => key);
    const notes = Object.fromEntries(Object.entries(input.notes).filter(([key]) => keys.includes(key)));
    const finish = intent === "finish" || subject.finishedAt !== null;
    const [problem] = finish ? verdictProblems({ outcome, reason, notes }) : [];
    if (problem) return refuse(problem.key);
    const saved = await saveVerdict(subject, { version, outcome, reason, notes, finish });
    if (!saved.ok) return saved;
    return ok({ redirectTo: withQuery(intent === "finish" ? paths.visits() : paths.visit(subject.assignmentId), { tersimpan: 1 }) });
  },
});

/** A verifier says that they cannot judge a visited entry. */
export const recuseFromVisit = action({
  name: "review.recuseFromVisit",
  input: recuseSchema,
  load: ({ assignmentId }, actor) => findVisit(assignmentId, actor.userId),
  policy: mayRecuse,
  execute: async ({ input, subject }) => {
    const taken = await recuse(subject, input.reason);
    return taken.ok ? ok({ redirectTo: paths.visits() }) : taken;
  },
});

async function handIn(sheet: Sheet, input: SaveSheet): Promise<Result<unknown>> {
  const marks = givenMarks(input.marks);
  const sum = weightedSum(marks, sheet.rubric);
  if (!sum.ok) return sum;
  const { remarks, remark } = input;
  return finishReview(sheet, { version: baseVersion(sheet, input), marks, remarks, remark, weightedSum: sum.value });
}

async function keep(sheet: Sheet, input: SaveSheet): Promise<Result<unknown>> {
  const { remarks, remark, intent } = input;
  const cleared = sheet.rubric.criteria.map(({ key }) => key).filter((key) => input.marks[key] === null);
  const version = baseVersion(sheet, input);
  return saveDraft(sheet, { version, marks: givenMarks(input.marks), remarks, cleared, remark, skip: intent === "skip" });
}

/** Where to go from an entry: the next one to do, or the list when all is done; either says what became of it. */
async function onward(actor: Actor, sheet: Sheet): Promise<Outcome> {
  const { organizerId, editionId, stageId, stageKey, role, grounds, assignmentId } = sheet;
  const rows = await deskRows(assignmentsVisibleTo(actor), { organizerId, editionId, id: stageId, scoring: { role, avoid: grounds } });
  const next = nextEntry(rows, assignmentId);
  const dari = assignmentId;
  return { redirectTo: next ? withQuery(paths.scoringRoom(next), { dari }) : withQuery(paths.judging(), { tahap: stageKey, dari }) };
}

const inAddress = (sure: SaveSheet["sure"]) => Object.entries(sure).map(([key, mark]) => `${key}.${mark}`).join(" ");

/** The page of the pact with what was found and everything that stands in the form. */
function lookingUp({ search, affiliation, agencies, provinces }: Extract<AcceptPact, { intent: "look" }>): string {
  const query = new URLSearchParams({ cari: search, jabatan: affiliation });
  for (const code of agencies) query.append("instansi", code);
  for (const code of provinces) query.append("provinsi", code);
  return `${paths.integrityPact()}?${query}#instansi`;
}

const baseVersion = (sheet: Sheet, { version, overwrite }: SaveSheet) => (overwrite ? sheet.version : version);
