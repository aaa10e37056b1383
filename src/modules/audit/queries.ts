import { db } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import type { ChainedEvent, ShownParts } from "./domain/chain";
import type { AuditScope } from "./policy";

export type AuditRow = ChainedEvent & { action: string; subjectType: string; subjectId: string; actorName: string | null; editionName: { id: string; en: string } | null };

export type AuditFilter = { before?: bigint; action?: string };

/** One page of the log; `next` is the event before which the following one begins, null where nothing follows. */
export type AuditPage = { events: AuditRow[]; next: bigint | null };

const PAGE = 50;

/** Events, newest first, one page; `before` continues after the last one seen. */
export async function auditPage(scope: Scope<"audit", AuditScope>, { before, action = "" }: AuditFilter): Promise<AuditPage> {
  if (!scope.filter.everything) return { events: [], next: null };
  const found = await db.$queryRaw<AuditRow[]>`
    select a.seq, a.at, a.body, a."prevHash", a.hash, a.action, a."subjectType", a."subjectId", u.name as "actorName",
      case when e.id is not null then json_build_object('id', e."nameId", 'en', e."nameEn") end as "editionName"
    from "AuditEvent" a
    left join "User" u on u.id = a."actorId"
    left join "Edition" e on e.id = a."editionId"
    where (${before ?? null}::bigint is null or a.seq < ${before ?? null}::bigint) and (${action} = '' or starts_with(a.action, ${action}))
    order by a.seq desc limit ${PAGE + 1}`;
  const events = found.slice(0, PAGE);
  return { events, next: found.length > events.length ? (events.at(-1)?.seq ?? null) : null };
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
