import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Transaction } from "@/lib/db";
import type { Marks } from "../domain/scoring";

/** What the trail holds of a hand-in: SHA-256 of its marks in canonical JSON. */
export const marksHash = (marks: Marks): string => createHash("sha256").update(canonicalize(marks) ?? "").digest("hex");

/** The hash written at the last hand-in of each of these assignments; those never handed in through the portal have none. */
export async function handInHashes(tx: Transaction, assignmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; sha256: string }[]>`
    select distinct on (e."subjectId") e."subjectId" as id, e.body::json -> 'details' ->> 'marksSha256' as sha256
    from "AuditEvent" e
    where e."subjectType" = 'assignment' and e.action = 'review.finish' and e."subjectId" = any(${[...assignmentIds]}::text[])
    order by e."subjectId", e.seq desc`;
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}
