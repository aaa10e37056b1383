import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { StandingScope } from "../policy";
import { entrantsOf, scoringStage, type ScoringStage } from "./stage";

export const STANDINGS_PER_PAGE = 50;

/** One finished reading: the stored weighted sum and the marks it was computed from. */
export type FinishedReading = { judgeId: string; weightedSum: number; marks: Record<string, number> };

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
        'judgeId', a."judgeId", 'weightedSum', r."weightedSum", 'marks', coalesce(marks.marks, '{}')) order by a."judgeId") as readings
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

export type StandingRow = {
  submissionId: string;
  code: string;
  title: string;
  groupKey: string;
  agencyName: string;
  readings: number;
  /** Sum of the judges' weighted sums; divide by readings and the top mark for points. */
  sumTotal: bigint;
  lowest: number;
  highest: number;
  /** Decimal text, for the next page; ordered by it, never decided. */
  mean: string;
};

/** The last row of a page: the next one begins after it. */
export type StandingCursor = Pick<StandingRow, "mean" | "submissionId">;

export type StandingsPage = { rows: StandingRow[]; total: number; next: StandingCursor | null };

/** How the entries of a stage stand now, the highest mean first, fifty at a time. */
export async function standingsPage(
  { filter }: StandingScope,
  { stage, after }: { stage: Pick<ScoringStage, "organizerId" | "editionId" | "id">; after?: StandingCursor | null },
): Promise<StandingsPage> {
  if (filter.editionId !== stage.editionId) return { rows: [], total: 0, next: null };
  const key = Prisma.sql`st."organizerId" = ${stage.organizerId}::uuid and st."stageId" = ${stage.id}::uuid`;
  const later = after ? Prisma.sql`and (st.mean, st."submissionId") < (${after.mean}::numeric, ${after.submissionId}::uuid)` : Prisma.empty;
  const [rows, [count]] = await Promise.all([
    db.$queryRaw<StandingRow[]>`
      select st."submissionId", s.code, s.title, s."groupKey", g.name as "agencyName", st.readings, st."sumTotal", st.lowest,
        st.highest, st.mean::text as mean
      from "Standing" st
      join "Submission" s on s."organizerId" = st."organizerId" and s.id = st."submissionId"
      join "Agency" g on g.id = s."agencyId"
      where ${key} ${later}
      order by st.mean desc, st."submissionId" desc
      limit ${STANDINGS_PER_PAGE + 1}`,
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total from "Standing" st where ${key}`,
  ]);
  const page = rows.slice(0, STANDINGS_PER_PAGE);
  const last = page.at(-1);
  const next = rows.length > page.length && last ? { mean: last.mean, submissionId: last.submissionId } : null;
  return { rows: page, total: count?.total ?? 0, next };
}

export type ReadingsProblem = { submissionId: string; code: string; title: string; readings: number; needed: number };

/** Entrants with fewer finished readings than the stage asks for, ascending by code. */
export async function readingsProblems(stage: ScoringStage, tx: Transaction = db): Promise<ReadingsProblem[]> {
  const needed = stage.scoring.perSubmission;
  return tx.$queryRaw<ReadingsProblem[]>`
    select s.id as "submissionId", s.code, s.title, count(r."finishedAt")::int as readings, ${needed}::int as needed
    from (${entrantsOf(stage)}) entrant
    join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
    left join "Assignment" a on a."organizerId" = s."organizerId" and a."stageId" = ${stage.id}::uuid and a."submissionId" = s.id
      and a."recusedAt" is null
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    group by s.id, s.code, s.title
    having count(r."finishedAt") < ${needed}
    order by s.code collate "C"`;
}
