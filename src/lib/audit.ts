import canonicalize from "canonicalize";
import { Prisma } from "@/generated/prisma/client";
import { inTransaction, type Transaction } from "@/lib/db";

export type AuditEntry = {
  /** Null only for what nobody signed in did, such as a failed sign-in. */
  actorId: string | null;
  /** A door's name or a domain verb: `submission.file`. */
  action: string;
  subject: { type: string; id: string };
  editionId?: string | null;
  details?: Record<string, unknown>;
};

/**
 * Adds one event to the chain, in the transaction of what it tells. The database function takes a lock that is held to the
 * commit, so call it last.
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`select ${auditEvent(entry)}`;
}

/** The same as a value inside another statement, where a round trip counts; that statement must be the last. */
export function auditEvent(entry: AuditEntry): Prisma.Sql {
  const body = canonicalize({
    action: entry.action,
    actor: entry.actorId,
    details: entry.details ?? {},
    edition: entry.editionId ?? null,
    subject: entry.subject,
  });
  if (!body) throw new Error("An audit event must be plain data.");
  return Prisma.sql`append_audit_event(
    ${entry.actorId}::uuid, ${entry.action}, ${entry.subject.type}, ${entry.subject.id}, ${entry.editionId ?? null}::uuid, ${body})`;
}

/** The last event of the chain: its number and its hash. Written outside the log, it lets anybody tell a cut or rewritten trail. */
export type ChainHead = { seq: number; hash: string };

/**
 * The head as this transaction sees it: what others have committed, and what it appended itself. Null while the log is empty.
 * It takes no lock: a younger event may follow at any moment, which an anchor does not mind.
 */
export async function chainHead(tx: Transaction): Promise<ChainHead | null> {
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`select seq, hash from "AuditEvent" order by seq desc limit 1`;
  return head ? { seq: Number(head.seq), hash: head.hash } : null;
}

/** For so long the same refusal of the same person is counted, and not each one written. Our default. */
const DENIALS_COUNTED_MINUTES = 10;

/**
 * A refused attempt, written by itself: there is no transaction to join. Of many alike the first, the tenth, the hundredth and
 * so on stand in the trail with their number: nobody fills it, or holds its lock, by pressing on.
 */
export async function recordDenial(door: string, actorId: string, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ times: number }[]>`
      insert into "RefusedAct" as r ("actorId", door, reason, since, times) values (${actorId}::uuid, ${door}, ${reason}, clock_timestamp(), 1)
      on conflict ("actorId", door, reason) do update set
        since = case when r.since < clock_timestamp() - make_interval(mins => ${DENIALS_COUNTED_MINUTES}) then excluded.since else r.since end,
        times = case when r.since < clock_timestamp() - make_interval(mins => ${DENIALS_COUNTED_MINUTES}) then 1 else r.times + 1 end
      returning times`;
    const times = row?.times ?? 1;
    if (!/^10*$/.test(String(times))) return;
    await appendAudit(tx, { actorId, action: "access.denied", subject: { type: "door", id: door }, details: { reason, times } });
  });
}

/** That somebody looked at something, as a loader says it. */
export type Look = Pick<AuditEntry, "action" | "subject" | "editionId">;

/** One event for each person and page in ten minutes by the database's clock: turning pages must not flood the trail. */
export async function recordLook(look: Look & { actorId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { actorId, action, subject } = look;
    const [recent] = await tx.$queryRaw<object[]>`
      select 1 from "AuditEvent"
      where "subjectType" = ${subject.type} and "subjectId" = ${subject.id} and "actorId" = ${actorId}::uuid and action = ${action}
        and at > to_char((clock_timestamp() - interval '10 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      limit 1`;
    if (!recent) await appendAudit(tx, look);
  });
}
