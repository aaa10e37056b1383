import { db } from "@/lib/db";

/**
 * The first section of a proposal that stands in a publication, as it was filed. It begins at the publication, so that no
 * proposal can be reached here before its list is public.
 */
export async function publishedAnswer({ editionId, code, sectionKey }: { editionId: string; code: string; sectionKey: string }): Promise<string> {
  const [row] = await db.$queryRaw<{ body: string }[]>`
    select a.body
    from "Publication" p
    join "PublicationEntry" e on e."organizerId" = p."organizerId" and e."publicationId" = p.id and e.code = ${code}
    join "Answer" a on a."organizerId" = e."organizerId" and a."submissionId" = e."submissionId" and a."sectionKey" = ${sectionKey}
    where p."editionId" = ${editionId}::uuid and not exists (
      select from "Publication" later
      where later."editionId" = p."editionId" and later."resultKey" = p."resultKey" and later.version > p.version)
    order by p."publishedAt" desc limit 1`;
  return row?.body ?? "";
}
