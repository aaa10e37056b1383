import { db, type Transaction } from "@/lib/db";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import type { PublicationState } from "../domain/publication";
import type { NamedEntry } from "../domain/publication-changes";
import { sourcesOf, type LeavingEntry, type Source } from "../domain/sources";
import type { EditionResult } from "./edition-result";

type Place = Pick<EditionResult, "edition" | "result">;

/** The version that is public now. */
export type StandingVersion = { version: number; state: PublicationState };

/** Null where nothing of the result is public. */
export async function standingVersion({ edition, result }: Place): Promise<StandingVersion | null> {
  return db.publication.findFirst({
    where: { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key }, orderBy: { version: "desc" }, select: { version: true, state: true },
  });
}

/** The entries of one publication as it names them. */
export async function publishedEntries(
  { organizerId, publicationId }: { organizerId: string; publicationId: string },
  tx: Transaction = db,
): Promise<NamedEntry[]> {
  const rows = await tx.publicationEntry.findMany({ where: { organizerId, publicationId }, orderBy: { position: "asc" } });
  return rows.map(({ code, title, unitName, agencyName, levelKey, levelNameId: id, levelNameEn: en }) => ({
    code, title, unitName, agencyName, levelKey, level: { id, en } satisfies LocalizedText,
  }));
}

/** The lists that a result draws from, as they are published now. */
export async function sourcesNow({ edition, result }: Place, tx: Transaction = db): Promise<Source[]> {
  const keys = sourcesOf(edition.rules, result);
  const rows = await tx.$queryRaw<{ key: string; state: PublicationState; decreeDate: string }[]>`
    select distinct on ("resultKey") "resultKey" as key, state::text as state, coalesce(to_char("decreeDate", 'YYYY-MM-DD'), '') as "decreeDate"
    from "Publication"
    where "organizerId" = ${edition.organizerId}::uuid and "editionId" = ${edition.id}::uuid and "resultKey" = any(${keys}::text[])
    order by "resultKey", version desc`;
  return keys.map((key) => ({ key, published: rows.find((row) => row.key === key) ?? null }));
}

/** What has been built on entries that leave a list: later lists that name them, and readings that have begun. */
export async function leavingEntries({ edition, result }: Place, codes: readonly string[], tx: Transaction = db): Promise<LeavingEntry[]> {
  if (codes.length === 0) return [];
  const { organizerId, id: editionId, rules } = edition;
  const later = rules.results.filter((each) => sourcesOf(rules, each).includes(result.key)).map(({ key }) => key);
  const stages = rules.stages.filter(({ scoring }) => typeof scoring?.entrants === "object" && scoring.entrants.result === result.key).map(({ key }) => key);
  const rows = await tx.$queryRaw<LeavingEntry[]>`
    select s.code,
      array(
        select latest."resultKey" from (
          select distinct on (p."resultKey") p."organizerId", p.id, p."resultKey" from "Publication" p
          where p."organizerId" = ${organizerId}::uuid and p."editionId" = ${editionId}::uuid and p."resultKey" = any(${later}::text[])
          order by p."resultKey", p.version desc) latest
        join "PublicationEntry" e on e."organizerId" = latest."organizerId" and e."publicationId" = latest.id and e."submissionId" = s.id
        order by 1) as "listedIn",
      array(
        select distinct st.key from "Assignment" a
        join "Stage" st on st."organizerId" = a."organizerId" and st.id = a."stageId" and st.key = any(${stages}::text[])
        join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
        where a."organizerId" = s."organizerId" and a."submissionId" = s.id and a."recusedAt" is null
        order by 1) as "readIn"
    from "Submission" s
    where s."organizerId" = ${organizerId}::uuid and s."editionId" = ${editionId}::uuid and s.code = any(${[...codes]}::text[])
    order by s.code`;
  return rows;
}
