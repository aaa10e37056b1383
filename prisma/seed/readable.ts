import { DEMONSTRATION_LINE } from "../generate/demonstration";
import type { EditionContext } from "./context";
import type { Entry } from "./entries";

/** What the seed must know of an entry to let judges read it. */
export type Readable = { id: string; code: string; agencyCode: string; unitCode: string; ownerId: string; isReal: boolean };

export function readable({ id, submission, owner }: Entry): Readable {
  const { code, agencyCode, unitCode, innovation } = submission;
  return { id, code, agencyCode, unitCode, ownerId: owner.id, isReal: innovation !== null };
}

/** The entries that the latest publication of a result names. */
export async function publishedEntries({ tx, organizerId, editionId }: EditionContext, resultKey: string): Promise<Readable[]> {
  return tx.$queryRaw<Readable[]>`
    select s.id, s.code, g.code as "agencyCode", u.code as "unitCode", s."ownerId",
      exists (select from "Answer" a where a."organizerId" = s."organizerId" and a."submissionId" = s.id
        and starts_with(a.body, ${DEMONSTRATION_LINE})) as "isReal"
    from "PublicationEntry" e
    join "Submission" s on s."organizerId" = e."organizerId" and s.id = e."submissionId"
    join "Agency" g on g.id = s."agencyId" join "Agency" u on u.id = s."unitId"
    where e."organizerId" = ${organizerId}::uuid and e."publicationId" = (
      select id from "Publication" where "editionId" = ${editionId}::uuid and "resultKey" = ${resultKey} order by version desc limit 1)
    order by s.code`;
}
