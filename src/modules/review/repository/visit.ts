import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { spreadAssignments } from "../domain/assignment";
import type { VerdictSheet } from "../domain/verdict";
import { assignmentInputs } from "../queries/assignment-task";
import type { VisitStage } from "../queries/stage";
import type { VisitSheet } from "../queries/visit";
import { insertAssignments, lockAssigning } from "./assignment";

/**
 * Gives each of these entries as many verifiers as the rules ask for, evenly and never in conflict; those that have them stay as
 * they are. Nothing else of the list is touched.
 */
export async function chooseEntries(
  { stage, actorId, reason }: { stage: VisitStage; actorId: string; reason: string },
  codes: readonly string[],
): Promise<Result<{ made: number; short: number }>> {
  return inTransaction(async (tx) => {
    if (!(await lockAssigning(tx, stage))) return refuse("review.refused.assigningOver");
    const inputs = await assignmentInputs(stage, tx);
    const chosen = await tx.submission.findMany({
      where: { organizerId: stage.organizerId, id: { in: inputs.submissions.map(({ id }) => id) }, code: { in: [...codes] } },
      select: { id: true, code: true },
    });
    const strange = codes.filter((code) => !chosen.some((entry) => entry.code === code));
    if (strange.length > 0) return refuse("review.refused.notOnList", { codes: strange.slice(0, 10).join(", ") });

    const ids = new Set(chosen.map(({ id }) => id));
    const seed = randomUUID();
    const plan = spreadAssignments({ ...inputs, submissions: inputs.submissions.filter(({ id }) => ids.has(id)), seed });
    if (plan.assignments.length > 0) {
      await insertAssignments(tx, { stage, batchId: seed, assignments: plan.assignments });
      await appendAudit(tx, {
        actorId, action: "review.chooseEntries", subject: { type: "stage", id: stage.id }, editionId: stage.editionId,
        details: { reason, codes: chosen.map(({ code }) => code).toSorted(), made: plan.assignments.length },
      });
    }
    return ok({ made: plan.assignments.length, short: plan.shortages.length });
  });
}

export type VerdictChange = VerdictSheet & { version: number; finish: boolean };

/** Keeps a sheet or hands it in; while the stage is open by the database's clock, and on the version that was seen. */
export async function saveVerdict(sheet: VisitSheet, change: VerdictChange): Promise<Result<void>> {
  return inTransaction(async (tx) => {
    if (!(await lockVisit(tx, sheet))) return refuse("review.refused.stageClosed", { contact: sheet.contact });
    const saved = await tx.$executeRaw`
      insert into "Review" ("organizerId", "assignmentId", version, "finishedAt", "savedAt")
      values (${sheet.organizerId}::uuid, ${sheet.assignmentId}::uuid, ${change.version + 1}::int,
        case when ${change.finish}::boolean then clock_timestamp() end, clock_timestamp())
      on conflict ("organizerId", "assignmentId") do update
      set version = excluded.version, "savedAt" = excluded."savedAt",
        "finishedAt" = case when ${change.finish}::boolean then excluded."finishedAt" else "Review"."finishedAt" end
      where "Review".version = ${change.version}`;
    if (saved === 0) return refuse("review.visit.changedMeanwhile");
    await tx.$executeRaw`
      insert into "VisitVerdict" ("organizerId", "assignmentId", outcome, reason, notes)
      values (${sheet.organizerId}::uuid, ${sheet.assignmentId}::uuid, ${change.outcome}::"VisitOutcome", ${change.reason}, ${JSON.stringify(change.notes)}::jsonb)
      on conflict ("organizerId", "assignmentId") do update set outcome = excluded.outcome, reason = excluded.reason, notes = excluded.notes`;
    if (change.finish) {
      await appendAudit(tx, {
        actorId: sheet.judgeId, action: "review.giveVerdict", subject: { type: "assignment", id: sheet.assignmentId }, editionId: sheet.editionId,
        details: { version: change.version + 1 },
      });
    }
    return ok(undefined);
  });
}

async function lockVisit(tx: Transaction, { organizerId, assignmentId, judgeId }: VisitSheet): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from "Assignment" a join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"
    where a."organizerId" = ${organizerId}::uuid and a.id = ${assignmentId}::uuid and a."judgeId" = ${judgeId}::uuid and a."recusedAt" is null
      and clock_timestamp() between st."opensAt" and st."closesAt"
    for update of a for share of st`;
  return rows.length > 0;
}
