import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { entrantsOf } from "@/modules/review/queries/stage";
import type { RankingScope } from "../policy";
import type { StoredStage } from "../domain/stage-standing";
import type { EditionResult, ReadRound } from "./edition-result";

export const RANKING_PER_PAGE = 50;

export type RankingFilter = { group?: string; category?: string };

/** A page begins after the last row of the one before it; the whole list is for a file. */
export type Portion<After> = { after: After } | "WHOLE";

/** An entry in a list of scores, frozen or not. */
export type ScoredEntry = {
  code: string;
  title: string;
  agencyName: string;
  groupKey: string;
  categoryKey: string;
  readings: number;
};

/** Whole numbers as the judges' rubric gives them: divide by the readings and the top mark for points. */
export type LiveStanding = ScoredEntry & { submissionId: string; sumTotal: string; lowest: number; highest: number; mean: string };

/** The last row of a page of standings: the next one begins after it. */
export type LiveCursor = { mean: string; submissionId: string };

type RankingList = Scope<"ranking", RankingScope>;

/** How the entries of the result's deciding stage stand now, highest mean first; of a page fifty, and one more if there are. */
export async function liveStandings(
  { filter }: RankingList,
  { edition, stage }: Pick<EditionResult, "edition" | "stage">,
  { group, category, portion }: RankingFilter & { portion: Portion<LiveCursor | null> },
): Promise<LiveStanding[]> {
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id) return [];
  const after = portion === "WHOLE" ? null : portion.after;
  return db.$queryRaw<LiveStanding[]>`
    select st."submissionId", s.code, s.title, g.name as "agencyName", s."groupKey", s."categoryKey", st.readings,
      st."sumTotal"::text as "sumTotal", st.lowest, st.highest, st.mean::text as mean
    from "Standing" st
    join "Submission" s on s."organizerId" = st."organizerId" and s.id = st."submissionId"
    join "Agency" g on g.id = s."agencyId"
    where st."organizerId" = ${edition.organizerId}::uuid and st."stageId" = ${stage.id}::uuid
      ${after ? Prisma.sql`and (st.mean, st."submissionId") < (${after.mean}::numeric, ${after.submissionId}::uuid)` : Prisma.empty}
      ${matching({ group, category })}
    order by st.mean desc, st."submissionId" desc
    ${limitOf(portion)}`;
}

/** Counts beside the list while scoring goes on: entrants, those read as often as asked, and who is still short. */
export type ReadingProgress = { entrants: number; short: { code: string; readings: number }[] };

/** How far the reading of the result's entrants is in one of the rounds that it reads. */
export async function readingProgress(
  { filter }: RankingList,
  { edition, round }: Pick<EditionResult, "edition" | "round">,
  read: ReadRound,
): Promise<ReadingProgress> {
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id) return { entrants: 0, short: [] };
  const [row] = await db.$queryRaw<ReadingProgress[]>`
    /* own plan */ select count(*)::int as entrants,
      coalesce(json_agg(json_build_object('code', s.code, 'readings', coalesce(st.readings, 0)))
        filter (where coalesce(st.readings, 0) < ${read.round.scoring.perSubmission}), '[]'::json) as short
    from (${entrantsOf({ organizerId: edition.organizerId, editionId: edition.id, scoring: round.scoring })}) entrant
    join "Submission" s on s."organizerId" = ${edition.organizerId}::uuid and s.id = entrant.id
    left join "Standing" st on st."organizerId" = ${edition.organizerId}::uuid and st."stageId" = ${read.stage.id}::uuid
      and st."submissionId" = entrant.id`;
  return row ?? { entrants: 0, short: [] };
}

/** A frozen ranking without its text. */
export type FrozenRanking = {
  id: string;
  sha256: string;
  frozenAt: Date;
  frozenBy: string;
  entries: number;
  /** Of the decision set made from it; null while there is none. */
  setStatus: "DRAFT" | "READY" | "PUBLISHED" | null;
};

/** Null until the ranking of the result is frozen. */
export async function frozenRanking({ edition, result }: Pick<EditionResult, "edition" | "result">): Promise<FrozenRanking | null> {
  const [row] = await db.$queryRaw<FrozenRanking[]>`
    select r.id, r.sha256, r."frozenAt", u.name as "frozenBy", d.status::text as "setStatus",
      (select max(e.place) from "RankingEntry" e where e."organizerId" = r."organizerId" and e."snapshotId" = r.id)::int as entries
    from "CurrentSnapshot" r
    join "User" u on u.id = r."frozenById"
    left join "DecisionSet" d on d."organizerId" = r."organizerId" and d."snapshotId" = r.id
    where r."organizerId" = ${edition.organizerId}::uuid and r."editionId" = ${edition.id}::uuid and r."resultKey" = ${result.key}`;
  return row ?? null;
}

/** Exact texts `n/d`; null where a stage that counts has no reading. */
export type FrozenEntry = ScoredEntry & {
  place: number;
  rank: number;
  total: string | null;
  lowest: string | null;
  highest: string | null;
  decidedBy: string;
  stages: StoredStage[];
};

/** The entries of a frozen ranking; of a page fifty after a place, and one more if there are. */
export async function frozenEntries(
  { filter }: RankingList,
  { edition, snapshotId }: { edition: { id: string; organizerId: string }; snapshotId: string },
  { group, category, portion }: RankingFilter & { portion: Portion<number> },
): Promise<FrozenEntry[]> {
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id) return [];
  return db.$queryRaw<FrozenEntry[]>`
    select e.place, e.rank, e.code, s.title, g.name as "agencyName", e."groupKey", s."categoryKey", e.readings, e.total, e.lowest,
      e.highest, e."decidedBy", e.stages
    from "RankingEntry" e
    join "Submission" s on s."organizerId" = e."organizerId" and s.id = e."submissionId"
    join "Agency" g on g.id = s."agencyId"
    where e."organizerId" = ${edition.organizerId}::uuid and e."snapshotId" = ${snapshotId}::uuid
      ${portion === "WHOLE" ? Prisma.empty : Prisma.sql`and e.place > ${portion.after}`}
      ${matching({ group, category })}
    order by e.place
    ${limitOf(portion)}`;
}

const limitOf = (portion: Portion<unknown>): Prisma.Sql =>
  portion === "WHOLE" ? Prisma.empty : Prisma.sql`limit ${RANKING_PER_PAGE + 1}`;

function matching({ group, category }: RankingFilter): Prisma.Sql {
  return Prisma.sql`
    ${group ? Prisma.sql`and s."groupKey" = ${group}` : Prisma.empty}
    ${category ? Prisma.sql`and s."categoryKey" = ${category}` : Prisma.empty}`;
}
