import { db, type Transaction } from "@/lib/db";
import { entrantsOf, scoringStage, type ScoringStage } from "./stage";

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

/** What the finished readings of one entrant add up to; empty where nobody has handed in. */
export type StageSums = Omit<StageTotal, "readings"> & {
  /** The stored weighted sum of each reading. */
  sums: number[];
  /** Of the criteria asked for: the sum of their marks over all readings. */
  marks: Record<string, number>;
};

/** Every entrant of a stage with its stored sums, for an order while nothing is frozen; a freeze takes `stageTotals`. */
export async function stageSums(
  stage: Pick<ScoringStage, "organizerId" | "editionId" | "id" | "scoring">, criteria: readonly string[],
): Promise<StageSums[]> {
  return db.$queryRaw<StageSums[]>`
    with finished as (
      select a."submissionId", a.id, r."weightedSum" from "Assignment" a
      join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
      where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."recusedAt" is null
    ), sums as (
      select "submissionId", array_agg("weightedSum") as sums from finished group by "submissionId"
    ), marks as (
      select "submissionId", json_object_agg("criterionKey", total) as marks from (
        select f."submissionId", c."criterionKey", sum(c.mark)::int as total
        from finished f join "Score" c on c."organizerId" = ${stage.organizerId}::uuid and c."assignmentId" = f.id
        where c."criterionKey" = any(${[...criteria]}) group by f."submissionId", c."criterionKey") each
      group by "submissionId"
    )
    select s.id as "submissionId", s.code, s."groupKey", s."submittedAt" as "filedAt", coalesce(sums.sums, '{}') as sums,
      coalesce(marks.marks, '{}') as marks
    from (${entrantsOf(stage)}) entrant
    join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
    left join sums on sums."submissionId" = s.id
    left join marks on marks."submissionId" = s.id`;
}
