import { db } from "@/lib/db";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { levelsFor } from "@/modules/competition/domain/levels";
import type { Proposal } from "./proposal";

/** One published result that a proposal competed in, as it stands now. */
export type ReachedResult = { key: string; name: LocalizedText; level: LocalizedText | null };

type Row = { key: string; levelNameId: string | null; levelNameEn: string | null };

/** What a filed proposal has reached, in the order of the rules; of results that are not published nothing is read. */
export async function reachedResults({ status, organizerId, editionId, id, rules, groupKey }: Proposal): Promise<ReachedResult[]> {
  if (status !== "SUBMITTED") return [];
  const rows = await db.$queryRaw<Row[]>`
    select distinct on (p."resultKey") p."resultKey" as key, e."levelNameId", e."levelNameEn"
    from "Publication" p
    left join "PublicationEntry" e
      on e."organizerId" = p."organizerId" and e."publicationId" = p.id and e."submissionId" = ${id}::uuid
    where p."organizerId" = ${organizerId}::uuid and p."editionId" = ${editionId}::uuid
    order by p."resultKey", p.version desc`;
  return rules.results.flatMap((result) => {
    const row = rows.find(({ key }) => key === result.key);
    if (!row || levelsFor(result, groupKey).length === 0) return [];
    return [{ key: result.key, name: result.name, level: row.levelNameId && row.levelNameEn ? { id: row.levelNameId, en: row.levelNameEn } : null }];
  });
}
