import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { ConflictGround } from "@/modules/competition/domain/edition-rules";
import { conflictsBetween } from "../domain/conflicts";
import { entryState, type EntryState } from "../domain/desk";
import type { AssignmentScope } from "../policy";
import type { ScoringRule, ScoringStage } from "./stage";
import { originColumns, originJoins, originOf, tiesColumn, tiesOf, type OriginRow, type TiesRow } from "./ties";

/** One line of a judge's list. What was taken away, or is in conflict today, carries its code and nothing of its content. */
export type DeskRow = {
  id: string;
  state: EntryState;
  code: string;
  title: string | null;
  agencyName: string | null;
  /** How many criteria hold a mark of the judge's own. */
  marks: number;
  weightedSum: number | null;
  savedAt: Date | null;
  recusalReason: string;
};

/** What the list needs to know of its stage. */
export type DeskStage = Pick<ScoringStage, "organizerId" | "editionId" | "id"> & {
  scoring: { role: ScoringRule["role"]; avoid: readonly ConflictGround[] };
};

type Row = OriginRow & Omit<DeskRow, "state" | "title" | "agencyName"> & {
  title: string; agencyName: string; recusedAt: Date | null; skippedAt: Date | null; finishedAt: Date | null; ties: TiesRow;
};

/**
 * Everything a judge was assigned in a stage, in the judge's own order: that of the random ids, so that no two judges
 * begin with the same entry. A judge has hundreds at most, so one list serves the counts, the pages and "next".
 */
export async function deskRows({ filter }: AssignmentScope, stage: DeskStage): Promise<DeskRow[]> {
  if (filter.by !== "JUDGE" || filter.editionId !== stage.editionId || filter.role !== stage.scoring.role) return [];
  const judge = Prisma.sql`${filter.judgeId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    with ties as materialized (
      select ${tiesColumn(judge, Prisma.sql`${stage.organizerId}::uuid`, Prisma.sql`${stage.editionId}::uuid`)} as ties)
    select a.id, a."recusedAt", a."skippedAt", a."recusalReason", s.code, s.title, filing.name as "agencyName", ${originColumns},
      r."finishedAt", r."savedAt", r."weightedSum", ties.ties,
      (select count(*)::int from "Score" c where c."organizerId" = a."organizerId" and c."assignmentId" = a.id) as marks
    from "Assignment" a
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    ${originJoins} cross join ties
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where a."judgeId" = ${judge} and a."stageId" = ${stage.id}::uuid and a."organizerId" = ${stage.organizerId}::uuid
    order by a.id`;
  return rows.map((row) => lineOf(row, filter.judgeId, stage));
}

function lineOf(row: Row, judgeId: string, { scoring }: DeskStage): DeskRow {
  const { id, code, title, agencyName, marks, weightedSum, savedAt, recusalReason } = row;
  const state = entryState({
    recused: row.recusedAt !== null,
    conflicted: conflictsBetween(tiesOf(judgeId, row.ties), originOf(row), scoring.avoid).length > 0,
    finished: row.finishedAt !== null,
    skipped: row.skippedAt !== null,
    marks,
  });
  const hidden = state === "RECUSED" || state === "CONFLICT";
  return {
    id, state, code, recusalReason, savedAt,
    title: hidden ? null : title,
    agencyName: hidden ? null : agencyName,
    marks: hidden ? 0 : marks,
    weightedSum: hidden ? null : weightedSum,
  };
}
