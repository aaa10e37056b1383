import { Prisma } from "@/generated/prisma/client";
import type { EntryOrigin, JudgeTies } from "../domain/conflicts";

/** A judge's ties as the database gathers them: agencies of own accounts, declared agencies, and the provinces of both. */
export type TiesRow = { own: string[]; declared: string[]; provinces: string[] };

/**
 * A column with the ties of one judge in one edition, as `TiesRow`. The three arguments are columns or values of the
 * surrounding query.
 */
export const tiesColumn = (judge: Prisma.Sql, organizer: Prisma.Sql, edition: Prisma.Sql) => Prisma.sql`(
  select json_build_object(
    'own', coalesce(json_agg(distinct tie.own) filter (where tie.own is not null), '[]'),
    'declared', coalesce(json_agg(distinct tie.declared) filter (where tie.declared is not null), '[]'),
    'provinces', coalesce(json_agg(distinct tie.province) filter (where tie.province is not null), '[]'))
  from (
    select g.code as own, null as declared, g."provinceCode" as province
    from "Membership" m join "Agency" g on g.id = m."agencyId"
    where m."userId" = ${judge} and m."endedAt" is null
    union all
    select null, case when t."isProvince" then null else t.code end,
      case when t."isProvince" then t.code else g."provinceCode" end
    from "JudgeTie" t left join "Agency" g on g.code = t.code and not t."isProvince"
    where t."organizerId" = ${organizer} and t."editionId" = ${edition} and t."judgeId" = ${judge}
  ) tie)`;

export function tiesOf(userId: string, row: TiesRow, declaredSubmissionIds: readonly string[] = []): JudgeTies {
  return {
    userId,
    agencyPaths: [...row.own, ...row.declared],
    provinceCodes: row.provinces,
    declaredSubmissionIds,
    declaredAgencyPaths: row.own,
  };
}

export type OriginRow = { submissionId: string; agencyPath: string; unitPath: string; provinceCode: string | null; ownerId: string };

/** Columns and joins that place an entry in the tree of agencies; `s` is the submission. */
export const originColumns = Prisma.sql`
  s.id as "submissionId", s."ownerId", filing.code as "agencyPath", unit.code as "unitPath",
  coalesce(unit."provinceCode", filing."provinceCode") as "provinceCode"`;
export const originJoins = Prisma.sql`
  join "Agency" filing on filing.id = s."agencyId" join "Agency" unit on unit.id = s."unitId"`;

export function originOf({ submissionId, agencyPath, unitPath, provinceCode, ownerId }: OriginRow): EntryOrigin {
  return { id: submissionId, agencyPath, unitPath, provinceCode, memberUserIds: [ownerId] };
}
