import { db } from "@/lib/db";
import type { PublicationState } from "../domain/publication";

/** A published list as it is named elsewhere: only its last version. */
export type PublishedResult = {
  editionId: string;
  resultKey: string;
  version: number;
  state: PublicationState;
  decreeNumber: string;
  publishedAt: Date;
  /** It puts an earlier version of the same state right. */
  isCorrected: boolean;
  /** In the order of the page. */
  levels: { key: string; nameId: string; nameEn: string; entries: number }[];
};

/** The last publication of every result, newest first. */
export async function publishedResults(): Promise<PublishedResult[]> {
  return db.$queryRaw<PublishedResult[]>`
    select p."editionId", p."resultKey", p.version, p.state::text as state, p."decreeNumber", p."publishedAt",
      exists (select from "Publication" b where b."organizerId" = p."organizerId" and b."editionId" = p."editionId" and b."resultKey" = p."resultKey"
        and b.version < p.version and b.state = p.state) as "isCorrected",
      (select json_agg(level order by level.first) from (
        select e."levelKey" as key, e."levelNameId" as "nameId", e."levelNameEn" as "nameEn", count(*)::int as entries,
          min(e.position) as first
        from "PublicationEntry" e where e."organizerId" = p."organizerId" and e."publicationId" = p.id
        group by e."levelKey", e."levelNameId", e."levelNameEn") level) as levels
    from (
      select distinct on ("editionId", "resultKey") * from "Publication" order by "editionId", "resultKey", version desc) p
    order by p."publishedAt" desc, p."resultKey"`.then((rows) => rows.map((row) => ({ ...row, levels: row.levels ?? [] })));
}

/** What the release of administrative selection made public; null before it. */
export type ReleasedSelection = { filed: number; passed: number; releasedAt: Date };

export async function releasedSelection(editionId: string): Promise<ReleasedSelection | null> {
  const [row] = await db.$queryRaw<ReleasedSelection[]>`
    select (passed + failed)::int as filed, passed, "releasedAt" from "SelectionRelease" where "editionId" = ${editionId}::uuid`;
  return row ?? null;
}

export type PublishedFileKind = "HTML_ID" | "HTML_EN" | "CSV" | "JSON";

/** A stored file of a publication, byte for byte as it was hashed. */
export type PublishedFile = { body: string; sha256: string; version: number; state: PublicationState };

type Wanted = { editionId: string; resultKey: string; version: number | null };

/** Of a given version, or of the last one; null where that version does not exist. */
export async function publishedFile({ editionId, resultKey, version }: Wanted, kind: PublishedFileKind): Promise<PublishedFile | null> {
  const [row] = await db.$queryRaw<PublishedFile[]>`
    select f.body, f.sha256, p.version, p.state::text as state
    from "Publication" p
    join "PublicationFile" f on f."organizerId" = p."organizerId" and f."publicationId" = p.id and f.kind = ${kind}::"PublicationFileKind"
    where p."editionId" = ${editionId}::uuid and p."resultKey" = ${resultKey}
      and (${version}::int is null or p.version = ${version}::int)
    order by p.version desc limit 1`;
  return row ?? null;
}

/** The hashes of all files of a publication. */
export async function publishedHashes({ editionId, resultKey, version }: Wanted): Promise<{ version: number; state: PublicationState; hashes: Record<PublishedFileKind, string> } | null> {
  const [row] = await db.$queryRaw<{ version: number; state: PublicationState; hashes: Record<PublishedFileKind, string> }[]>`
    select p.version, p.state::text as state, json_object_agg(f.kind, f.sha256) as hashes
    from "Publication" p
    join "PublicationFile" f on f."organizerId" = p."organizerId" and f."publicationId" = p.id
    where p."editionId" = ${editionId}::uuid and p."resultKey" = ${resultKey}
      and (${version}::int is null or p.version = ${version}::int)
    group by p.version, p.state order by p.version desc limit 1`;
  return row ?? null;
}

export type FollowingVersion = { version: number; publishedAt: Date; reason: string };

/** The versions that came after one, oldest first. */
export async function versionsAfter({ editionId, resultKey, version }: { editionId: string; resultKey: string; version: number }): Promise<FollowingVersion[]> {
  return db.$queryRaw<FollowingVersion[]>`
    select version, "publishedAt", reason from "Publication"
    where "editionId" = ${editionId}::uuid and "resultKey" = ${resultKey} and version > ${version} order by version`;
}
