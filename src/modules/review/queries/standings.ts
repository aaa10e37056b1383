import { db, type Transaction } from "@/lib/db";
import { entrantsOf, scoringStage } from "./stage";

/** One finished reading: the stored weighted sum and the marks it was computed from. */
export type FinishedReading = { assignmentId: string; judgeId: string; weightedSum: number; marks: Record<string, number> };

/** Every finished reading of one entrant of a stage. */
export type StageTotal = {
  submissionId: string;
  code: string;
  groupKey: string;
  filedAt: Date | null;
  /** Ascending by judge; empty where nobody has handed in. */
  readings: FinishedReading[];
};

/**
 * Every entrant of a stage with all its finished readings, in one statement, ascending by code. What was handed back
 * counts nowhere. For the ranking alone: it is computed from these marks and never from a standing.
 */
export async function stageTotals(editionId: string, stageKey: string, tx: Transaction = db): Promise<StageTotal[]> {
  const stage = await scoringStage(editionId, stageKey, tx);
  if (!stage) return [];
  return tx.$queryRaw<StageTotal[]>`
    with marks as (
      select c."assignmentId", json_object_agg(c."criterionKey", c.mark order by c."criterionKey") as marks
      from "Assignment" a join "Score" c on c."organizerId" = a."organizerId" and c."assignmentId" = a.id
      where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."recusedAt" is null
      group by c."assignmentId"
    ), readings as (
      select a."submissionId", json_agg(json_build_object(
        'assignmentId', a.id, 'judgeId', a."judgeId", 'weightedSum', r."weightedSum", 'marks', coalesce(marks.marks, '{}')) order by a."judgeId") as readings
      from "Assignment" a
      join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
      left join marks on marks."assignmentId" = a.id
      where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."recusedAt" is null
      group by a."submissionId"
    )
    select s.id as "submissionId", s.code, s."groupKey", s."submittedAt" as "filedAt", coalesce(readings.readings, '[]') as readings
    from (${entrantsOf(stage)}) entrant
    join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
    left join readings on readings."submissionId" = s.id
    order by s.code collate "C"`;
}
