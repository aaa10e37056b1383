import { db, type Transaction } from "@/lib/db";
import type { EditionRules, Zone } from "@/modules/competition/domain/edition-rules";
import { normaliseCode } from "../domain/codes";
import { comparableTitle } from "../domain/completeness";
import type { Entrant, RegistrationClose } from "../domain/eligibility";

/** What an edition says about earlier results. */
export type EditionContext = { editionId: string; organizerId: string; rules: Pick<EditionRules, "participants"> };

/**
 * What innovations have reached, as labels such as `Top 45/2019`. A national competition counts national results, one inside
 * an agency every result; both count what its own organiser has published here.
 */
export async function resultLabels(innovationIds: string[], { organizerId, rules }: EditionContext, tx: Transaction = db): Promise<Map<string, string[]>> {
  const isNational = rules.participants.within === null;
  const past = await tx.pastResult.findMany({
    where: { innovationId: { in: innovationIds }, ...(isNational ? { scope: "national" } : {}) },
    orderBy: [{ year: "asc" }, { level: "asc" }],
    select: { innovationId: true, level: true, year: true },
  });
  const published = await tx.$queryRaw<{ innovationId: string; level: string; year: number }[]>`
    select distinct entry."innovationId", entry."levelNameId" as level, edition.year
    from "PublicationEntry" entry
    join "Publication" publication on publication."organizerId" = entry."organizerId" and publication.id = entry."publicationId"
    join "Edition" edition on edition.id = publication."editionId"
    where entry."organizerId" = ${organizerId}::uuid and entry."innovationId" = any(${innovationIds}::uuid[])
      and not exists (
        select 1 from "Publication" later
        where later."organizerId" = publication."organizerId" and later."editionId" = publication."editionId"
          and later."resultKey" = publication."resultKey" and later.version > publication.version)
    order by edition.year, level`;
  const labels = new Map<string, string[]>(innovationIds.map((id) => [id, []]));
  for (const { innovationId, level, year } of [...past, ...published]) {
    const known = labels.get(innovationId);
    if (known && !known.includes(`${level}/${year}`)) known.push(`${level}/${year}`);
  }
  return labels;
}

export type EntrantSource = {
  innovationId: string | null;
  agencyId: string;
  unitId: string;
  /** A result that is not on record here, or "". It counts as if it were. */
  claimedResult: string;
  implementedSince: Date;
  sourceText: string;
  sourceInnovationId: string | null;
  sourceAgency: string;
  sourceYear: number | null;
};

/** An innovation as the eligibility rules look at it. */
export async function entrantOf(source: EntrantSource, edition: EditionContext, tx: Transaction = db): Promise<Entrant> {
  const ids = [source.innovationId, source.sourceInnovationId].filter((id) => id !== null);
  const labels = await resultLabels(ids, edition, tx);
  const invitations = await tx.groupInvitation.findMany({
    where: { editionId: edition.editionId, agencyId: source.agencyId }, select: { groupKey: true },
  });
  const { innovationId, agencyId, unitId } = source;
  const bodies = await tx.agency.findMany({ where: { id: { in: [agencyId, unitId] } }, select: { id: true, kind: true } });
  const kindOf = (id: string) => {
    const body = bodies.find((each) => each.id === id);
    if (!body) throw new Error("An entry's agency or unit is gone.");
    return body.kind;
  };
  return {
    implementedSince: source.implementedSince,
    pastResults: withClaim((innovationId && labels.get(innovationId)) || [], source.claimedResult),
    kinds: { agency: kindOf(agencyId), unit: kindOf(unitId) },
    invitedTo: invitations.map(({ groupKey }) => groupKey),
    source: sourceAsked(source, labels),
  };
}

/** What a proposal adapts, as the rules look at it; null: nothing. */
export function sourceAsked(source: Pick<EntrantSource, "sourceText" | "sourceInnovationId" | "sourceAgency" | "sourceYear">, labels: ReadonlyMap<string, string[]>): Entrant["source"] {
  const { sourceText: text, sourceInnovationId: id, sourceAgency: agency, sourceYear: year } = source;
  return text === "" ? null : { text, results: (id && labels.get(id)) || null, agency, year };
}

/** What every check of an entry in an edition reckons with. */
export const closeOf = ({ rules, closesAt, zone }: { rules: EditionRules; closesAt: Date; zone: Zone }): RegistrationClose =>
  ({ closesAt, zone, year: rules.edition.year, contact: rules.organizer.contact });

/** The results on record, and the one that the writers claim beside them. */
export const withClaim = (onRecord: readonly string[], claimed: string): readonly string[] =>
  claimed === "" || onRecord.includes(claimed) ? onRecord : [...onRecord, claimed];

/** The innovation whose code stands in what people wrote about the source of an adaptation; null when none does. */
export async function sourceInnovationIn(text: string): Promise<string | null> {
  const code = text.split(/[\s,;()]+/).map(normaliseCode).find((found) => found?.startsWith("INO-"));
  const innovation = code ? await db.innovation.findUnique({ where: { code }, select: { id: true } }) : null;
  return innovation?.id ?? null;
}

/** Codes of the other proposals of an agency in an edition that bear the same title; withdrawn ones do not count. */
export async function sameTitles(
  { id, editionId, agencyId, title }: { id: string; editionId: string; agencyId: string; title: string },
  tx: Transaction = db,
): Promise<string[]> {
  const others = await tx.submission.findMany({
    where: { editionId, agencyId, id: { not: id }, status: { not: "WITHDRAWN" } },
    orderBy: { code: "asc" },
    select: { code: true, title: true },
  });
  const sought = comparableTitle(title);
  return others.filter((other) => comparableTitle(other.title) === sought).map(({ code }) => code);
}
