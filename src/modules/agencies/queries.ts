import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { holds } from "@/lib/search";
import type { AgencyKind } from "./domain/agency-kinds";
import type { AgencyScope } from "./policy";

export type AgencyRow = { code: string; name: string; kind: AgencyKind; parentName: string | null; people: number };

/** Agencies and units inside the scope, in the order of the tree; `text` searches name and code. */
export async function agenciesIn(scope: Scope<"agency", AgencyScope>, { text, limit }: { text: string; limit: number }): Promise<AgencyRow[]> {
  const { filter } = scope;
  if ("nothing" in filter) return [];
  const within = "within" in filter ? filter.within : null;
  return db.$queryRaw<AgencyRow[]>`
    select a.code, a.name, a.kind::text as kind, p.name as "parentName",
      (select count(distinct m."userId")::int from "Membership" m where m."agencyId" = a.id and m."endedAt" is null) as people
    from "Agency" a left join "Agency" p on p.id = a."parentId"
    where (${within}::text is null or a.code = ${within} or starts_with(a.code, ${`${within ?? ""}/`}))
      and (${text} = '' or ${holds(Prisma.sql`a.name || ' ' || a.code`, text)})
    order by a.code limit ${limit}`;
}

export async function agencyByCode(code: string): Promise<{ id: string; code: string; kind: AgencyKind; name: string } | null> {
  return db.agency.findUnique({ where: { code }, select: { id: true, code: true, kind: true, name: true } });
}
