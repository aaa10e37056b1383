import { Prisma } from "@/generated/prisma/client";
import type { ChainHead } from "@/lib/audit";
import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { holds } from "@/lib/search";
import type { Anchor } from "./domain/anchors";
import type { ChainedEvent, ShownParts } from "./domain/chain";
import type { AuditScope } from "./policy";
import type { AuditQuery } from "./schema";

export type AuditRow = ChainedEvent & Pick<ShownParts, "action" | "subjectType" | "subjectId"> & { actorName: string | null; editionName: { id: string; en: string } | null };

export type AuditPage = { rows: AuditRow[]; /** The number that an older page begins before; null on the last one. */ next: bigint | null };

const PAGE = 50;

/** Events that fit the query, newest first, one page. */
export async function auditPage(scope: Scope<"audit", AuditScope>, query: AuditQuery): Promise<AuditPage> {
  if (!scope.filter.everything) return { rows: [], next: null };
  const found = await db.$queryRaw<AuditRow[]>`
    select a.seq, a.at, a.body, a."prevHash", a.hash, a.action, a."subjectType", a."subjectId", u.name as "actorName",
      case when e.id is not null then json_build_object('id', e."nameId", 'en', e."nameEn") end as "editionName"
    from "AuditEvent" a
    left join "User" u on u.id = a."actorId"
    left join "Edition" e on e.id = a."editionId"
    where true ${matching(query)}
    order by a.seq desc limit ${PAGE + 1}`;
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null };
}

/** An event is about a proposal when it names the proposal, one of its assignments, or its code. */
function matching({ sebelum, jenis, kode, oleh }: AuditQuery): Prisma.Sql {
  return Prisma.sql`
    ${sebelum === undefined ? Prisma.empty : Prisma.sql`and a.seq < ${sebelum}`}
    ${jenis ? Prisma.sql`and starts_with(a.action, ${jenis})` : Prisma.empty}
    ${oleh ? Prisma.sql`and (lower(u.email) = lower(${oleh}) or ${holds(Prisma.sql`u.name`, oleh)})` : Prisma.empty}
    ${kode ? Prisma.sql`and (strpos(a.body, ${kode}) > 0 or a."subjectId" in (
      select s.id::text from "Submission" s where s.code = ${kode}
      union all
      select g.id::text from "Assignment" g join "Submission" s on s."organizerId" = g."organizerId" and s.id = g."submissionId"
      where s.code = ${kode}))` : Prisma.empty}`;
}

/** The head as it stands beside the log, and whether the portal's own role could change either. */
export async function auditGuard(scope: Scope<"audit", AuditScope>): Promise<{ head: ChainHead | null; ownsTrail: boolean }> {
  if (!scope.filter.everything) return { head: null, ownsTrail: false };
  const [row] = await db.$queryRaw<{ seq: bigint; hash: string; ownsTrail: boolean }[]>`
    select h.seq, h.hash, pg_has_role(current_user, c.relowner, 'MEMBER') or has_table_privilege(c.oid, 'UPDATE') as "ownsTrail"
    from "AuditHead" h, pg_class c where c.oid = '"AuditEvent"'::regclass`;
  return row ? { head: { seq: Number(row.seq), hash: row.hash }, ownsTrail: row.ownsTrail } : { head: null, ownsTrail: false };
}

/** The heads that receipts and published lists carry: whoever cuts the trail behind one of them has to take those away too. */
export async function carriedHeads(scope: Scope<"audit", AuditScope>): Promise<Anchor[]> {
  if (!scope.filter.everything) return [];
  return db.$queryRaw<Anchor[]>`
    select "auditSeq" as seq, "auditHash" as hash, 'RECEIPT' as source from "Receipt" where "auditSeq" is not null
    union
    select "auditSeq", "auditHash", 'PUBLISHED' from "Publication" where "auditSeq" is not null`;
}

const BATCH = 2_000;

/** The whole log in order, in batches. */
export async function* auditChain(scope: Scope<"audit", AuditScope>): AsyncGenerator<(ChainedEvent & ShownParts)[]> {
  let last = 0n;
  while (scope.filter.everything) {
    const batch = await db.$queryRaw<(ChainedEvent & ShownParts)[]>`
      select seq, at, body, "prevHash", hash, action, "actorId", "subjectType", "subjectId", "editionId"
      from "AuditEvent" where seq > ${last} order by seq limit ${BATCH}`;
    if (batch.length === 0) return;
    yield batch;
    last = batch.at(-1)!.seq;
  }
}
