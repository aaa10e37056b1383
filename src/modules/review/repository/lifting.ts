import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { isStillInConflict } from "../domain/readers";
import { assignmentInputs } from "../queries/assignment-task";
import type { ReadingStage } from "../queries/stage";
import { lockAssigning } from "./assignment";
import { changeableStages } from "./recusal";

type Act = { stage: ReadingStage; actorId: string; reason: string };

/**
 * Lifts a recusal that was a slip, in every stage that can still change and where nothing else keeps the two apart. The marks
 * made before are there again as a draft, and count only once the judge hands in anew.
 */
export async function liftRecusal({ stage, actorId, reason }: Act, pair: { submissionId: string; judgeId: string }): Promise<Result<{ lifted: number }>> {
  return inTransaction(async (tx) => {
    const stages = await lockedStages(tx, stage);
    if (!stages.some(({ id }) => id === stage.id)) return refuse("review.refused.assigningOver");
    const inputs = await assignmentInputs(stage, tx);
    if (!inputs.judges.some(({ userId }) => userId === pair.judgeId)) return refuse("review.refused.notAJudge");
    if (isStillInConflict(inputs, pair)) return refuse("review.refused.tieFirst");

    const lifted = await liftIn(tx, stages, { judgeId: pair.judgeId, submissionId: pair.submissionId });
    if (lifted === 0) return ok({ lifted });
    await appendAudit(tx, {
      actorId, action: "review.liftRecusal", subject: { type: "submission", id: pair.submissionId }, editionId: stage.editionId,
      details: { reason, judgeId: pair.judgeId, lifted },
    });
    return ok({ lifted });
  });
}

export type Tie = { judgeId: string; code: string; isProvince: boolean };

/** Takes away an agency or a province that a judge declared by mistake, and gives back the entries that only it had taken. */
export async function removeTie({ stage, actorId, reason }: Act, { judgeId, code, isProvince }: Tie): Promise<Result<{ lifted: number }>> {
  return inTransaction(async (tx) => {
    const stages = await lockedStages(tx, stage);
    const { organizerId, editionId } = stage;
    const { count } = await tx.judgeTie.deleteMany({ where: { organizerId, editionId, judgeId, code, isProvince } });
    if (count === 0) return ok({ lifted: 0 });
    const lifted = await liftIn(tx, stages, { judgeId, submissionId: null });
    await appendAudit(tx, {
      actorId, action: "review.removeTie", subject: { type: "user", id: judgeId }, editionId,
      details: { reason, code, isProvince, lifted },
    });
    return ok({ lifted });
  });
}

/** The stages that can still change, locked against a freeze and against another act of assigning. */
async function lockedStages(tx: Transaction, { editionId }: ReadingStage): Promise<ReadingStage[]> {
  const open = [];
  for (const each of await changeableStages(tx, editionId)) if (await lockAssigning(tx, each)) open.push(each);
  return open;
}

/** One entry that was handed back, or (`submissionId` null) all that a tie took, which have no words of the judge. */
async function liftIn(tx: Transaction, stages: readonly ReadingStage[], { judgeId, submissionId }: { judgeId: string; submissionId: string | null }): Promise<number> {
  let lifted = 0;
  for (const stage of stages) {
    const recused = await tx.assignment.findMany({
      where: {
        organizerId: stage.organizerId, stageId: stage.id, judgeId, recusedAt: { not: null },
        ...(submissionId === null ? { recusalReason: "" } : { submissionId }),
      },
      select: { id: true, submissionId: true },
      orderBy: { id: "asc" },
    });
    if (recused.length === 0) continue;
    const inputs = await assignmentInputs(stage, tx);
    const free = recused.filter((each) => !isStillInConflict(inputs, { submissionId: each.submissionId, judgeId }));
    lifted += await giveBack(tx, stage, free.map(({ id }) => id));
  }
  return lifted;
}

async function giveBack(tx: Transaction, { organizerId }: ReadingStage, ids: string[]): Promise<number> {
  await tx.$executeRaw`
    update "Review" set "finishedAt" = null, "weightedSum" = null, version = version + 1
    where "organizerId" = ${organizerId}::uuid and "assignmentId" = any(${ids}::uuid[])`;
  return tx.$executeRaw`
    update "Assignment" set "recusedAt" = null, "recusalReason" = ''
    where "organizerId" = ${organizerId}::uuid and id = any(${ids}::uuid[]) and "recusedAt" is not null`;
}
