import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import { holds } from "@/lib/search";
import { pairState, type PairState } from "../domain/readers";
import type { AssignmentScope } from "../policy";
import { activeJudges, isHeld } from "./active-judges";
import { entrantsOf, type ReadingStage } from "./stage";

/** A pair of judge and entry in a stage, as far as it can be moved: nothing of its marks. */
export type HeldPair = { id: string; submissionId: string; judgeId: string; begun: boolean; state: PairState };

export type PairsWanted = { judgeId?: string; submissionId?: string };

/** The pairs of one judge or of one entry in a stage, ascending by id. */
export async function heldPairs(stage: ReadingStage, { judgeId, submissionId }: PairsWanted, tx: Transaction = db): Promise<HeldPair[]> {
  const rows = await tx.$queryRaw<PairRow[]>`
    select a.id, a."submissionId", a."judgeId", ${stateColumns(stage)}
    from "Assignment" a left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where ${within(stage, { judgeId, submissionId })}
    order by a.id`;
  return rows.map(withState);
}

/** A line of "who reads what". */
export type ReadingLine = HeldPair & { judge: string; active: boolean; code: string; title: string; recusalReason: string; savedAt: Date | null };

/** The same with names, for a page: the lines of one judge by code, or of one entry by judge. */
export async function readingLines({ filter }: AssignmentScope, stage: ReadingStage, wanted: PairsWanted): Promise<ReadingLine[]> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return [];
  const rows = await db.$queryRaw<(PairRow & Omit<ReadingLine, "state">)[]>`
    select a.id, a."submissionId", a."judgeId", u.name as judge, s.code, s.title, a."recusalReason", r."savedAt", ${stateColumns(stage)}
    from "Assignment" a
    join "User" u on u.id = a."judgeId"
    join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where ${within(stage, wanted)}
    order by s.code, u.name, a.id`;
  return rows.map(withState);
}

/** Too few readers, readers enough but not all readings, as many readings as the rules ask for, or given to anybody at all. */
export type ReadingFilter = "kurang" | "belum" | "lengkap" | "dipilih";

/** An entry with everybody who reads it. */
export type EntryReaders = { submissionId: string; code: string; title: string; readers: number; finished: number; names: { name: string; state: PairState }[] };

export type EntryQuery = { filter: ReadingFilter | null; /** Only entries that were given to somebody: those of a visit. */ chosen: boolean; words: string; after: string };

export const ENTRIES_PER_PAGE = 50;

/** The entries of a stage in the order of their codes; of a page fifty, and one more if there are. */
export async function entryReaders({ filter }: AssignmentScope, stage: ReadingStage, query: EntryQuery): Promise<EntryReaders[]> {
  if (filter.by !== "EDITION" || filter.editionId !== stage.editionId) return [];
  const rows = await db.$queryRaw<(Omit<EntryReaders, "names"> & { names: (StoredState & { name: string })[] })[]>`
    select * from (
      select s.id as "submissionId", s.code, s.title,
        count(a.id) filter (where a."recusedAt" is null and ${isHeld(stage)})::int as readers,
        count(r."finishedAt") filter (where a."recusedAt" is null)::int as finished,
        coalesce(json_agg(json_build_object('name', u.name, 'recused', a."recusedAt" is not null, 'finished', r."finishedAt" is not null,
          'begun', r."assignmentId" is not null, 'active', a."judgeId" in (${activeJudges(stage)})) order by u.name, a.id)
          filter (where a.id is not null), '[]') as names
      from (${entrantsOf(stage)}) entrant
      join "Submission" s on s."organizerId" = ${stage.organizerId}::uuid and s.id = entrant.id
      left join "Assignment" a on a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid and a."submissionId" = s.id
      left join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
      left join "User" u on u.id = a."judgeId"
      where s.code collate "C" > ${query.after} and ${holds(Prisma.sql`s.code || ' ' || s.title`, query.words)}
      group by s.id, s.code, s.title
    ) entry
    where ${FILTERS[query.filter ?? "all"](stage.scoring.perSubmission)} ${query.chosen ? Prisma.sql`and entry.names::text <> '[]'` : Prisma.empty}
    order by code collate "C" limit ${ENTRIES_PER_PAGE + 1}`;
  return rows.map(({ names, ...entry }) => ({ ...entry, names: names.map(({ name, ...stored }) => ({ name, state: pairState(stored) })) }));
}

const FILTERS: Record<ReadingFilter | "all", (perSubmission: number) => Prisma.Sql> = {
  all: () => Prisma.sql`true`,
  kurang: (most) => Prisma.sql`entry.readers < ${most}`,
  belum: (most) => Prisma.sql`entry.readers >= ${most} and entry.finished < ${most}`,
  dipilih: () => Prisma.sql`entry.names::text <> '[]'`,
  lengkap: (most) => Prisma.sql`entry.finished >= ${most}`,
};

/** A tie that a judge declared: an agency or a province, with its name. */
export type DeclaredTie = { code: string; isProvince: boolean; name: string };

/** What a judge declared in the edition, for the secretariat that may have to correct a slip. */
export async function declaredTies({ filter }: AssignmentScope, { organizerId, editionId }: ReadingStage, judgeId: string): Promise<DeclaredTie[]> {
  if (filter.by !== "EDITION" || filter.editionId !== editionId) return [];
  return db.$queryRaw<DeclaredTie[]>`
    select t.code, t."isProvince", coalesce(g.name, t.code) as name
    from "JudgeTie" t left join "Agency" g on g.code = t.code
    where t."organizerId" = ${organizerId}::uuid and t."editionId" = ${editionId}::uuid and t."judgeId" = ${judgeId}::uuid
    order by t."isProvince", name, t.code`;
}

type StoredState = { recused: boolean; finished: boolean; begun: boolean; active: boolean };
type PairRow = Omit<HeldPair, "state"> & StoredState;

function withState<Row extends StoredState>(row: Row): Row & { state: PairState } {
  return { ...row, state: pairState(row) };
}

const stateColumns = (stage: ReadingStage): Prisma.Sql => Prisma.sql`
  a."recusedAt" is not null as recused, r."finishedAt" is not null as finished, r."assignmentId" is not null as begun,
  a."judgeId" in (${activeJudges(stage)}) as active`;

const within = ({ organizerId, id }: ReadingStage, { judgeId, submissionId }: PairsWanted): Prisma.Sql => Prisma.sql`
  a."organizerId" = ${organizerId}::uuid and a."stageId" = ${id}::uuid
  ${judgeId ? Prisma.sql`and a."judgeId" = ${judgeId}::uuid` : Prisma.empty}
  ${submissionId ? Prisma.sql`and a."submissionId" = ${submissionId}::uuid` : Prisma.empty}`;

