import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { LocalizedText, VerdictRule } from "@/modules/competition/domain/edition-rules";
import { groundsIn } from "@/modules/competition/domain/participants";
import { rulesOfVersion } from "@/modules/competition/queries";
import { entryState, type EntryState } from "../domain/desk";
import { conflictsBetween } from "../domain/conflicts";
import type { Verdict, VerdictSheet } from "../domain/verdict";
import type { AssignmentScope, SheetSubject } from "../policy";
import type { VisitStage } from "./stage";
import { originColumns, originJoins, originOf, tiesColumn, tiesOf, type OriginRow, type TiesRow } from "./ties";

/** A verifier's own sheet of one visited entry; nothing in it is of another. */
export type VisitSheet = SheetSubject & VerdictSheet & {
  organizerId: string; assignmentId: string; stageId: string; stageName: LocalizedText; rulesVersionId: string; zone: string;
  submissionId: string; code: string; title: string; groupKey: string; categoryKey: string;
  verdict: VerdictRule; version: number; savedAt: Date | null; finishedAt: Date | null;
};

type Row = OriginRow & Omit<VisitSheet, "role" | "frozen" | "ties" | "entry" | "grounds" | "verdict" | "stageName" | "notes"> & {
  stageKey: string; frozenResults: string[]; ties: TiesRow; notes: Record<string, string> | null;
};

/** Null for an assignment that is not there, is somebody else's, or is none of a visit. */
export async function findVisit(assignmentId: string, judgeId: string, tx: Transaction = db): Promise<VisitSheet | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select a."organizerId", a.id as "assignmentId", a."stageId", a."judgeId", a."recusedAt", st.key as "stageKey", st."opensAt", st."closesAt",
      st."editionId", e.zone, coalesce(nullif(o.contact, ''), og.name) as contact,
      (select v.id from "RulesVersion" v where v."editionId" = e.id order by v.number desc limit 1) as "rulesVersionId",
      (select p."acceptedAt" from "IntegrityPact" p
        where p."organizerId" = a."organizerId" and p."editionId" = e.id and p."judgeId" = a."judgeId") as "pactAcceptedAt",
      s.code, s.title, s."groupKey", s."categoryKey", ${originColumns},
      coalesce(r.version, 0) as version, r."savedAt", r."finishedAt", w.outcome::text as outcome, coalesce(w.reason, '') as reason, w.notes,
      ${tiesColumn(Prisma.sql`a."judgeId"`, Prisma.sql`a."organizerId"`, Prisma.sql`e.id`)} as ties
    from "Assignment" a
    join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId"
    join "Edition" e on e.id = st."editionId"
    join "Organizer" o on o.id = a."organizerId" join "Agency" og on og.id = o."agencyId"
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    ${originJoins}
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    left join "VisitVerdict" w on w."organizerId" = a."organizerId" and w."assignmentId" = a.id
    where a.id = ${assignmentId}::uuid and a."judgeId" = ${judgeId}::uuid`;
  return row ? sheetOf(row) : null;
}

async function sheetOf(row: Row): Promise<VisitSheet | null> {
  const { ties, agencyPath, unitPath, provinceCode, ownerId, notes, ...rest } = row;
  const rules = await rulesOfVersion(row.rulesVersionId);
  const stage = rules.stages.find(({ key }) => key === row.stageKey);
  if (!stage?.verdict) return null;
  return {
    ...rest,
    notes: notes ?? {},
    stageName: stage.name,
    verdict: stage.verdict,
    role: stage.verdict.role,
    grounds: groundsIn(rules.participants, stage.verdict.avoid),
    frozen: false,
    ties: tiesOf(row.judgeId, ties),
    entry: originOf({ submissionId: row.submissionId, agencyPath, unitPath, provinceCode, ownerId }),
  };
}

/** One line of a verifier's list; of what was handed back or is in conflict today only the code. */
export type VisitRow = { id: string; code: string; title: string | null; agencyName: string | null; state: EntryState; outcome: Verdict | null };

type ListRow = OriginRow & { id: string; code: string; title: string; agencyName: string; recused: boolean; finished: boolean; begun: boolean; outcome: Verdict | null; ties: TiesRow };

/** Everything a verifier was given in a visit. */
export async function visitRows({ filter }: AssignmentScope, stage: VisitStage): Promise<VisitRow[]> {
  if (filter.by !== "JUDGE" || filter.editionId !== stage.editionId || filter.role !== stage.scoring.role) return [];
  const rows = await db.$queryRaw<ListRow[]>`
    select a.id, s.code, s.title, filing.name as "agencyName", ${originColumns}, a."recusedAt" is not null as recused,
      r."finishedAt" is not null as finished, r."assignmentId" is not null as begun, w.outcome::text as outcome,
      ${tiesColumn(Prisma.sql`a."judgeId"`, Prisma.sql`a."organizerId"`, Prisma.sql`${stage.editionId}::uuid`)} as ties
    from "Assignment" a
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    ${originJoins}
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    left join "VisitVerdict" w on w."organizerId" = a."organizerId" and w."assignmentId" = a.id
    where a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."judgeId" = ${filter.judgeId}::uuid
    order by s.code`;
  return rows.map((row) => lineOf(row, filter.judgeId, stage));
}

function lineOf(row: ListRow, judgeId: string, { scoring }: VisitStage): VisitRow {
  const conflicted = conflictsBetween(tiesOf(judgeId, row.ties), originOf(row), scoring.avoid).length > 0;
  const state = entryState({ recused: row.recused, conflicted, finished: row.finished, skipped: false, marks: row.begun ? 1 : 0 });
  const hidden = state === "RECUSED" || state === "CONFLICT";
  return { id: row.id, code: row.code, state, title: hidden ? null : row.title, agencyName: hidden ? null : row.agencyName, outcome: hidden ? null : row.outcome };
}

/** A verdict that was handed in and not handed back, for those who run the edition and for the plenary. */
export type GivenVerdict = { stageKey: string; code: string; judge: string; outcome: Verdict; reason: string; notes: Record<string, string> };

/** The verdicts handed in in stages of an edition, ascending by code; whether they may be read is asked before. */
export async function givenVerdicts(
  { organizerId, id }: { organizerId: string; id: string },
  { stages, code }: { stages: readonly string[]; code?: string },
  tx: Transaction = db,
): Promise<GivenVerdict[]> {
  return tx.$queryRaw<GivenVerdict[]>`
    select st.key as "stageKey", s.code, u.name as judge, w.outcome::text as outcome, w.reason, w.notes
    from "Stage" st
    join "Assignment" a on a."organizerId" = st."organizerId" and a."stageId" = st.id and a."recusedAt" is null
    join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
    join "VisitVerdict" w on w."organizerId" = a."organizerId" and w."assignmentId" = a.id and w.outcome is not null
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    join "User" u on u.id = a."judgeId"
    where st."organizerId" = ${organizerId}::uuid and st."editionId" = ${id}::uuid and st.key = any(${[...stages]}::text[])
      ${code === undefined ? Prisma.empty : Prisma.sql`and s.code = ${code}`}
    order by s.code, u.name, a.id`;
}
