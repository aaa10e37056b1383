import { db, type Transaction } from "@/lib/db";
import { provinceOf, type EntryFacts } from "../domain/listed";
import type { EditionResult } from "./edition-result";

/** What a publication will say of the entries with these codes. */
export async function entryFacts(
  { edition }: Pick<EditionResult, "edition">,
  codes: readonly string[],
  tx: Transaction = db,
): Promise<Map<string, EntryFacts>> {
  const rows = await tx.$queryRaw<EntryFacts[]>`
    select s.code, s.id as "submissionId", s."innovationId", i.code as "innovationCode", s.title, u.name as "unitName",
      g.name as "agencyName", coalesce(p.name, '') as province, s."groupKey", s."categoryKey"
    from "Submission" s
    join "Innovation" i on i.id = s."innovationId"
    join "Agency" u on u.id = s."unitId"
    join "Agency" g on g.id = s."agencyId"
    left join "Agency" p on p.code = g."provinceCode"
    where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s.code = any(${[...codes]})`;
  return new Map(rows.map((row) => [row.code, { ...row, province: provinceOf(row.province) }]));
}

export type LetterRecipient = { email: string; role: "AGENCY_ADMIN" | "INNOVATOR"; codes: string[] };

/** Whom a publication concerns: the admins of the agencies that filed, and the owners of the proposals. */
export async function letterRecipients(
  { edition }: Pick<EditionResult, "edition">,
  codes: readonly string[],
  tx: Transaction = db,
): Promise<LetterRecipient[]> {
  return tx.$queryRaw<LetterRecipient[]>`
    with listed as (
      select s.code, s."agencyId", s."ownerId" from "Submission" s
      where s."organizerId" = ${edition.organizerId}::uuid and s."editionId" = ${edition.id}::uuid and s.code = any(${[...codes]})
    ), told as (
      select m."userId", 'AGENCY_ADMIN' as role, l.code from listed l
      join "Membership" m on m."agencyId" = l."agencyId" and m.role = 'AGENCY_ADMIN' and m."endedAt" is null
      union
      select l."ownerId", 'INNOVATOR', l.code from listed l
    )
    select u.email, told.role, array_agg(told.code order by told.code) as codes
    from told join "User" u on u.id = told."userId" and u."suspendedAt" is null
    group by u.email, told.role order by u.email, told.role`;
}
