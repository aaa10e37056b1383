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

/** A refused attempt, written by itself: there is no transaction to join. */
export async function recordDenial(door: string, actorId: string, reason: string): Promise<void> {
  await inTransaction((tx) =>
    appendAudit(tx, { actorId, action: "access.denied", subject: { type: "door", id: door }, details: { reason } }),
  );
}
