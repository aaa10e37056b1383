import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { spreadAssignments } from "../domain/assignment";
import type { Pairing } from "../domain/linkage";
import { assignmentInputs, fingerprintOf } from "../queries/assignment-task";
import type { ReadingStage, ScoringStage } from "../queries/stage";

type Act = { stage: ScoringStage; actorId: string };

/**
 * Assigns what the organiser saw in the preview: computed anew from the same seed, refused when anything it follows from has
 * changed. One act of a stage at a time.
 */
export async function applyAssignments(
  { stage, actorId }: Act,
  { seed, fingerprint }: { seed: string; fingerprint: string },
): Promise<Result<{ batchId: string; made: number }>> {
  return inTransaction(async (tx) => {
    if (!(await lockAssigning(tx, stage))) return refuse("review.refused.assigningOver");
    const inputs = await assignmentInputs(stage, tx);
    if (fingerprintOf(inputs) !== fingerprint) return refuse("review.refused.worldChanged");

    const { assignments } = spreadAssignments({ ...inputs, seed });
    if (assignments.length === 0) return refuse("review.refused.nothingToAssign");
    const batchId = randomUUID();
    await insertAssignments(tx, { stage, batchId, assignments });
    await appendAudit(tx, {
      actorId,
      action: "review.applyAssignments",
      subject: { type: "stage", id: stage.id },
      editionId: stage.editionId,
      details: { batchId, seed, fingerprint, made: assignments.length },
    });
    return ok({ batchId, made: assignments.length });
  });
}

/** Takes one act back, but for what a judge has begun or handed back: that stays on record. */
export async function undoAssignments({ stage, actorId }: Act, batchId: string): Promise<Result<{ removed: number }>> {
  return inTransaction(async (tx) => {
    if (!(await lockAssigning(tx, stage))) return refuse("review.refused.assigningOver");
    // Locked by a statement of its own, so that the next one sees the reviews begun until now.
    await tx.$queryRaw`
      select 1 from "Assignment"
      where "organizerId" = ${stage.organizerId}::uuid and "stageId" = ${stage.id}::uuid and "batchId" = ${batchId}::uuid
      order by id for update`;
    const removed = await tx.$executeRaw`
      delete from "Assignment" a
      where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."batchId" = ${batchId}::uuid
        and a."recusedAt" is null
        and not exists (select from "Review" r where r."organizerId" = a."organizerId" and r."assignmentId" = a.id)`;
    if (removed === 0) return refuse("review.refused.nothingToUndo");
    await appendAudit(tx, {
      actorId,
      action: "review.undoAssignments",
      subject: { type: "stage", id: stage.id },
      editionId: stage.editionId,
      details: { batchId, removed },
    });
    return ok({ removed });
  });
}

/** Waits for any other act on this stage; false when the stage is over by the database's clock. */
export async function lockAssigning(tx: Transaction, { organizerId, id }: Pick<ReadingStage, "organizerId" | "id">): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`assign ${id}`}, 0))`;
  const open = await tx.$queryRaw<object[]>`
    select 1 from "Stage" where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid and clock_timestamp() <= "closesAt" for share`;
  return open.length > 0;
}

export async function insertAssignments(tx: Transaction, batch: { stage: Pick<ReadingStage, "organizerId" | "id">; batchId: string; assignments: readonly Pairing[] }) {
  const { stage, batchId, assignments } = batch;
  await tx.$executeRaw`
    insert into "Assignment" ("organizerId", id, "stageId", "submissionId", "judgeId", "batchId")
    select ${stage.organizerId}::uuid, gen_random_uuid(), ${stage.id}::uuid, pair.submission, pair.judge, ${batchId}::uuid
    from unnest(${assignments.map(({ submissionId }) => submissionId)}::uuid[], ${assignments.map(({ judgeId }) => judgeId)}::uuid[])
      as pair(submission, judge)`;
}
