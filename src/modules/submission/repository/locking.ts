import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import type { Verdict } from "@/lib/guard";
import { refuse, type Result } from "@/lib/result";
import type { SubmissionStatus } from "../domain/lifecycle";
import type { SubmissionSubject } from "../policy/writing";

/** The policy a use case was decided on, asked again about the locked row at the time the request was received. */
export type StillAllowed = (submission: SubmissionSubject, now: Date) => Verdict;

export type Locked = { ok: true; submission: SubmissionSubject; now: Date } | Extract<Result<never>, { ok: false }>;

type Row = { status: SubmissionStatus; version: number; opensAt: Date | null; closesAt: Date | null; now: Date };

const LOCKS = { share: Prisma.sql`for share`, update: Prisma.sql`for update` };

/**
 * Locks a proposal to the end of the transaction and asks again whether the act is allowed. `share` lets several sections be
 * saved at once and keeps the status as it is; `update` is for moves. The stage's row is locked too, so that the close cannot
 * be moved meanwhile; the time is the database's, of receiving the request to lock and not of getting the locks.
 */
export async function lockSubmission(
  tx: Transaction,
  { submission, stillAllowed, lock }: { submission: SubmissionSubject; stillAllowed: StillAllowed; lock: keyof typeof LOCKS },
): Promise<Locked> {
  const row = await lockedRow(tx, submission, LOCKS[lock]);
  if (!row) return refuse("common.errors.notFound");

  const { now, status, version, opensAt, closesAt } = row;
  const fresh = { ...submission, status, version, registration: opensAt && closesAt && { opensAt, closesAt } };
  const verdict = stillAllowed(fresh, now);
  if (!verdict.allowed) return refuse(verdict.because.key, verdict.because.values);
  return { ok: true, submission: fresh, now };
}

/** One statement, which sees each row as it is once it has its lock. The stage is counted to be locked first, as everywhere. */
async function lockedRow(tx: Transaction, { organizerId, id, editionId }: SubmissionSubject, lock: Prisma.Sql): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    with stage as materialized (
      select "opensAt", "closesAt" from "Stage" where "editionId" = ${editionId}::uuid and kind = 'REGISTRATION' for share
    ), submission as materialized (
      select status::text as status, version from "Submission"
      where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid and (select count(*) from stage) >= 0
      ${lock}
    )
    select status, version, "opensAt", "closesAt", date_trunc('milliseconds', statement_timestamp()) as now
    from submission left join stage on true`;
  return row;
}
