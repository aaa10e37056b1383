import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { RankingScope } from "../policy";
import type { StoredStage } from "../domain/stage-standing";
import type { EditionResult } from "./edition-result";

export const RANKING_PER_PAGE = 50;

export type RankingFilter = { group?: string; category?: string };

/** A page begins after the last row of the one before it; the whole list is for a file. */
export type Portion<After> = { after: After } | "WHOLE";

/** An entry in a list of scores, frozen or not. `total` and the numbers of the stages are exact texts `n/d`. */
export type RankedRow = {
  code: string;
  title: string;
  agencyName: string;
  groupKey: string;
  categoryKey: string;
  place: number;
  rank: number;
  /** Among those who compete for its level; null where the result has one level for all, or a reading is missing. */
  groupRank: number | null;
  total: string | null;
  decidedBy: string;
  stages: StoredStage[];
};

type RankingList = Scope<"ranking", RankingScope>;

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

type Frozen = { edition: { id: string; organizerId: string }; result: ResultRule; snapshotId: string };

/** The entries of a frozen ranking; of a page fifty after a place, and one more if there are. */
export async function frozenEntries(
  { filter }: RankingList,
  { edition, result, snapshotId }: Frozen,
  { group, category, portion }: RankingFilter & { portion: Portion<number> },
): Promise<RankedRow[]> {
  if (filter.kind !== "EDITION" || filter.editionId !== edition.id) return [];
  const levels = result.levels.length < 2 ? {} : Object.fromEntries(result.levels.flatMap((level) => level.groups.map((key) => [key, level.key])));
  return db.$queryRaw<RankedRow[]>`
    with ranked as (
      select e.*, case when e.total is not null and ${JSON.stringify(levels)}::jsonb ? e."groupKey" then
        rank() over (partition by ${JSON.stringify(levels)}::jsonb ->> e."groupKey", e.total is null order by e.rank) end::int as "groupRank"
      from "RankingEntry" e where e."organizerId" = ${edition.organizerId}::uuid and e."snapshotId" = ${snapshotId}::uuid
    )
    select e.place, e.rank, e."groupRank", e.code, s.title, g.name as "agencyName", e."groupKey", s."categoryKey", e.total, e."decidedBy", e.stages
    from ranked e
    join "Submission" s on s."organizerId" = e."organizerId" and s.id = e."submissionId"
    join "Agency" g on g.id = s."agencyId"
    where true
      ${portion === "WHOLE" ? Prisma.empty : Prisma.sql`and e.place > ${portion.after}`}
      ${matching({ group, category })}
    order by e.place
    ${portion === "WHOLE" ? Prisma.empty : Prisma.sql`limit ${RANKING_PER_PAGE + 1}`}`;
}

function matching({ group, category }: RankingFilter): Prisma.Sql {
  return Prisma.sql`
    ${group ? Prisma.sql`and s."groupKey" = ${group}` : Prisma.empty}
    ${category ? Prisma.sql`and s."categoryKey" = ${category}` : Prisma.empty}`;
}
