import { db } from "@/lib/db";
import type { ConfirmationKind } from "../domain/confirmation";
import { type Belonging, belongingOf } from "../domain/related";

export type Confirmation = { kind: ConfirmationKind; basis: string; confirmedByName: string; confirmedAt: Date };

/** What the agency has confirmed of a proposal. */
export function confirmationsOf({ organizerId, id }: { organizerId: string; id: string }): Promise<Confirmation[]> {
  return db.agencyConfirmation.findMany({
    where: { organizerId, submissionId: id }, orderBy: { kind: "asc" }, select: { kind: true, basis: true, confirmedByName: true, confirmedAt: true },
  });
}

export type InnovationOwner = { name: string; belonging: Belonging };

/** The unit that the innovation of a proposal belongs to by the record; the name is empty where it is nobody's. */
export async function innovationOwner({ organizerId, id }: { organizerId: string; id: string }): Promise<InnovationOwner> {
  const row = await db.submission.findUniqueOrThrow({
    where: { organizerId_id: { organizerId, id } },
    select: { unit: { select: { code: true } }, agency: { select: { code: true } }, innovation: { select: { agency: { select: { code: true, name: true } } } } },
  });
  const owner = row.innovation.agency;
  return { name: owner?.name ?? "", belonging: belongingOf(owner?.code ?? null, row.unit.code, row.agency.code) };
}

export type GivenStatement = { key: string; signer: string; agreedAt: Date; agreedBy: string };

/** Who stated what in whose name; the name as it was then, or of the account where that was not kept. */
export function statementsGiven({ organizerId, id }: { organizerId: string; id: string }): Promise<GivenStatement[]> {
  return db.$queryRaw<GivenStatement[]>`
    select t.key, t.signer, t."agreedAt", coalesce(nullif(t."agreedByName", ''), u.name, '') as "agreedBy"
    from "SubmissionStatement" t left join "User" u on u.id = t."agreedById"
    where t."organizerId" = ${organizerId}::uuid and t."submissionId" = ${id}::uuid`;
}
