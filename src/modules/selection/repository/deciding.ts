import type { Transaction } from "@/lib/db";
import { refuse, type Result } from "@/lib/result";
import type { SelectionRule } from "@/modules/competition/domain/edition-rules";
import { rulesOfVersion } from "@/modules/competition/queries";
import { type AnsweredCheck, type CheckVerdict, noteSentBack, outcomeProblems, type OutcomeProblem, type SelectionOutcome } from "../domain/outcome";
import type { SelectionSubject } from "../policy";
import { lockHeld, recordAct, whileSelecting } from "./window";

type By = { subject: SelectionSubject; actorId: string };

/** Keeps the whole checklist as it was sent: a line without an answer loses the one it had. Unknown lines are refused. */
export function saveChecks({ subject, actorId, verdicts, notes }: By & {
  verdicts: Record<string, CheckVerdict>;
  notes: Record<string, string>;
}): Promise<Result<null>> {
  const { organizerId, id: submissionId, editionId } = subject;
  return whileSelecting(editionId, async ({ tx, at }) => {
    if (!(await lockHeld(tx, subject, actorId))) return refuse("selection.refused.notYours");
    const known = (await selectionRulesOf(tx, subject)).checks.map(({ key }) => key);
    if (Object.keys({ ...verdicts, ...notes }).some((key) => !known.includes(key))) return refuse("common.errors.unknownField");

    const answered = known.flatMap((checkKey) => {
      const verdict = verdicts[checkKey];
      return verdict ? [{ checkKey, verdict, note: notes[checkKey]?.trim() ?? "" }] : [];
    });
    await tx.selectionCheck.deleteMany({ where: { organizerId, submissionId } });
    await tx.selectionCheck.createMany({
      data: answered.map((check) => ({ organizerId, submissionId, ...check, checkedById: actorId, checkedAt: at })),
    });
    const notMet = answered.filter(({ verdict }) => verdict === "NOT_MET").map(({ checkKey }) => checkKey);
    return recordAct(tx, { subject, actorId, act: "check", details: { answered: answered.length, notMet } });
  });
}

/** Decides what one holds, by the checklist as it is kept now. Refuses with the first of `outcomeProblems`. */
export function decide({ subject, actorId, outcome, reasonKeys, note }: By & {
  outcome: SelectionOutcome;
  reasonKeys: string[];
  note: string;
}): Promise<Result<null>> {
  const { organizerId, id: submissionId, editionId } = subject;
  return whileSelecting(editionId, async ({ tx, at }) => {
    if (!(await lockHeld(tx, subject, actorId))) return refuse("selection.refused.notYours");
    const rules = await selectionRulesOf(tx, subject);
    const [problem] = outcomeProblems({ checks: await answersOf(tx, subject), outcome, reasonKeys, note, rules });
    if (problem) return refuse(`selection.decision.problem.${problem.kind}`, { count: countOf(problem) });

    await tx.selectionDecision.update({
      where: { organizerId_submissionId: { organizerId, submissionId } },
      data: { outcome, reasonKeys: [...new Set(reasonKeys)], note: note.trim(), decidedAt: at, secondById: null, secondAt: null },
    });
    return recordAct(tx, { subject, actorId, act: "decide", details: { outcome, reasons: reasonKeys } });
  });
}

/** Takes one's own decision back before the release; a fail that a second selector has confirmed is no longer one's own. */
export function reopen({ subject, actorId }: By): Promise<Result<null>> {
  const { organizerId, id: submissionId, editionId } = subject;
  return whileSelecting(editionId, async ({ tx, at }) => {
    const { count } = await tx.selectionDecision.updateMany({
      where: { organizerId, submissionId, takenById: actorId, outcome: { not: null }, secondById: null },
      data: { outcome: null, decidedAt: null, takenAt: at },
    });
    if (count === 0) return refuse("selection.refused.standing");
    return recordAct(tx, { subject, actorId, act: "reopen" });
  });
}

/** The second reader agrees to the fail that was on the screen. */
export function confirm({ subject, actorId, decidedAt }: By & { decidedAt: Date }): Promise<Result<null>> {
  return whileSelecting(subject.editionId, async ({ tx, at }) => {
    const { count } = await tx.selectionDecision.updateMany({
      where: awaitingSecond({ subject, actorId, decidedAt }), data: { secondById: actorId, secondAt: at },
    });
    if (count === 0) return refuse("common.errors.changedMeanwhile");
    return recordAct(tx, { subject, actorId, act: "confirm" });
  });
}

/** The second reader does not agree: the first finds it undecided again, with both notes. The trail keeps them when they are not shown any more. */
export function sendBack({ subject, actorId, decidedAt, note }: By & { decidedAt: Date; note: string }): Promise<Result<null>> {
  const { organizerId, id: submissionId, editionId } = subject;
  return whileSelecting(editionId, async ({ tx, at }) => {
    const before = await tx.selectionDecision.findUnique({
      where: { organizerId_submissionId: { organizerId, submissionId } }, select: { note: true, reasonKeys: true },
    });
    const { count } = await tx.selectionDecision.updateMany({
      where: awaitingSecond({ subject, actorId, decidedAt }),
      data: { outcome: null, decidedAt: null, note: noteSentBack(note.trim(), before?.note ?? ""), secondById: actorId, secondAt: at },
    });
    if (count === 0) return refuse("common.errors.changedMeanwhile");
    return recordAct(tx, { subject, actorId, act: "sendBack", details: { reasons: before?.reasonKeys ?? [], note: note.trim() } });
  });
}

function awaitingSecond({ subject, actorId, decidedAt }: By & { decidedAt: Date }) {
  const { organizerId, id: submissionId } = subject;
  return { organizerId, submissionId, outcome: "FAIL", secondById: null, takenById: { not: actorId }, decidedAt } as const;
}

async function selectionRulesOf(tx: Transaction, { organizerId, id }: SelectionSubject): Promise<SelectionRule> {
  const { rulesVersionId } = await tx.submission.findUniqueOrThrow({ where: { organizerId_id: { organizerId, id } }, select: { rulesVersionId: true } });
  return (await rulesOfVersion(rulesVersionId, tx)).selection;
}

async function answersOf(tx: Transaction, { organizerId, id }: SelectionSubject): Promise<Record<string, AnsweredCheck>> {
  const rows = await tx.selectionCheck.findMany({
    where: { organizerId, submissionId: id }, select: { checkKey: true, verdict: true, note: true },
  });
  return Object.fromEntries(rows.map(({ checkKey, ...check }) => [checkKey, check]));
}

const countOf = (problem: OutcomeProblem): number =>
  "checks" in problem ? problem.checks.length : "reasons" in problem ? problem.reasons.length : 0;
