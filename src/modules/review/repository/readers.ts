import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { judgesFreeFor, oneMoreReader } from "../domain/readers";
import { assignmentInputs, type AssignmentInputs } from "../queries/assignment-task";
import { heldPairs, type HeldPair, type PairsWanted } from "../queries/readings";
import type { ReadingStage } from "../queries/stage";
import { insertAssignments, lockAssigning } from "./assignment";

type Act = { stage: ReadingStage; actorId: string; reason: string };

/** `released`: of somebody who left, and with readers enough without them. */
export type Handed = { moved: number; released: number; left: number };

/**
 * Gives what a judge has not read to another, or spreads it over all others (`to` null). What is begun stays with a judge who
 * holds the role; of one who does not, it stays on record and its entry gets a reader. Pressed twice, the second finds nothing.
 */
export async function handOver({ stage, actorId, reason }: Act, { from, to }: { from: string; to: string | null }): Promise<Result<Handed>> {
  return changing(stage, async (tx, inputs) => {
    const held = await lockedPairs(tx, stage, { judgeId: from });
    const isShort = shortEntries(inputs);
    const open = held.filter(({ state, begun, submissionId }) => state === "UNREAD" || (state === "LAPSED" && (!begun || isShort(submissionId))));
    if (open.length === 0) return refuse("review.refused.nothingToHandOver");
    const judges = inputs.judges.map(({ userId }) => userId).filter((id) => id !== from && (to === null || id === to));
    if (judges.length === 0) return refuse("review.refused.notAJudge");

    const batchId = randomUUID();
    // An entry of somebody who left may have been refilled meanwhile.
    const entries = open.filter(({ state, submissionId }) => state === "UNREAD" || isShort(submissionId)).map(({ submissionId }) => submissionId);
    const { pairs, left } = oneMoreReader(inputs, { entries, judges, seed: batchId });
    const done = open.filter(({ submissionId }) => !left.includes(submissionId));
    if (done.length === 0) return refuse("review.refused.nobodyFree");
    await removeUnread(tx, stage, done);
    await insertAssignments(tx, { stage, batchId, assignments: pairs });
    const handed = { moved: pairs.length, released: done.length - pairs.length, left: left.length };
    await record(tx, { stage, actorId, action: "review.handOver", details: { reason, batchId, from, to, ...handed } });
    return ok(handed);
  });
}

export type ReaderChange = { submissionId: string; from: string | null; to: string | null };

/**
 * Moves one unread pair (`from` and `to`), adds a reader (`to` alone) or takes a pair back (`from` alone). What is already as
 * asked stays so and leaves no second event.
 */
export async function changeReader({ stage, actorId, reason }: Act, change: ReaderChange): Promise<Result<{ changed: boolean }>> {
  return changing<{ changed: boolean }>(stage, async (tx, inputs) => {
    const { submissionId, from, to } = change;
    if (!inputs.submissions.some(({ id }) => id === submissionId)) return refuse("common.errors.notFound");
    const held = await lockedPairs(tx, stage, { submissionId });
    const old = from === null ? null : held.find(({ judgeId }) => judgeId === from) ?? null;
    const isThere = to !== null && held.some(({ judgeId, state }) => judgeId === to && state !== "RECUSED");
    if ((!old || (isThere && old.begun)) && (to === null || isThere)) return ok({ changed: false });
    if (from !== null && !old) return refuse("review.refused.worldChanged");
    if (old && old.state !== "UNREAD" && old.state !== "LAPSED") return refuse("review.refused.alreadyBegun");
    if (to !== null && !judgesFreeFor(inputs, submissionId).includes(to)) return refuse("review.refused.notFree");
    if (old?.begun && to === null) return refuse("review.refused.alreadyBegun");

    const batchId = randomUUID();
    if (old) await removeUnread(tx, stage, [old]);
    if (to !== null) await insertAssignments(tx, { stage, batchId, assignments: [{ submissionId, judgeId: to }] });
    await record(tx, { stage, actorId, action: "review.changeReader", details: { reason, submissionId, from, to } });
    return ok({ changed: true });
  });
}

/** One act on a stage at a time, on the world as it is then. */
async function changing<Value>(
  stage: ReadingStage,
  act: (tx: Transaction, inputs: AssignmentInputs) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return inTransaction(async (tx) => {
    if (!(await lockAssigning(tx, stage))) return refuse("review.refused.assigningOver");
    return act(tx, await assignmentInputs(stage, tx));
  });
}

/** Which entries have fewer readers than the rules ask for. */
function shortEntries({ existing, perSubmission }: AssignmentInputs): (submissionId: string) => boolean {
  const readers = new Map<string, number>();
  for (const pair of existing) if (!pair.recused && !pair.lapsed) readers.set(pair.submissionId, (readers.get(pair.submissionId) ?? 0) + 1);
  return (submissionId) => (readers.get(submissionId) ?? 0) < perSubmission;
}

/** Locked by a statement of its own, so that the next one sees the reviews begun until now, and none is begun until the commit. */
async function lockedPairs(tx: Transaction, stage: ReadingStage, wanted: PairsWanted): Promise<HeldPair[]> {
  const { judgeId = null, submissionId = null } = wanted;
  await tx.$queryRaw`
    select 1 from "Assignment"
    where "organizerId" = ${stage.organizerId}::uuid and "stageId" = ${stage.id}::uuid
      and "judgeId" = coalesce(${judgeId}::uuid, "judgeId") and "submissionId" = coalesce(${submissionId}::uuid, "submissionId")
    order by id for update`;
  return heldPairs(stage, wanted, tx);
}

async function removeUnread(tx: Transaction, { organizerId }: ReadingStage, pairs: readonly HeldPair[]): Promise<void> {
  const ids = pairs.filter(({ begun }) => !begun).map(({ id }) => id);
  await tx.$executeRaw`
    delete from "Assignment" where "organizerId" = ${organizerId}::uuid and id = any(${ids}::uuid[]) and "recusedAt" is null`;
}

type Recorded = { stage: ReadingStage; actorId: string; action: "review.handOver" | "review.changeReader"; details: Record<string, unknown> };

async function record(tx: Transaction, { stage, actorId, action, details }: Recorded): Promise<void> {
  await appendAudit(tx, { actorId, action, subject: { type: "stage", id: stage.id }, editionId: stage.editionId, details });
}

