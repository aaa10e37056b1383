import type { Transaction } from "@/lib/db";
import type { Verdict } from "@/lib/guard";
import { refuse, type Result } from "@/lib/result";
import type { SubmissionStatus } from "../domain/lifecycle";
import type { Registration, SubmissionSubject } from "../policy/writing";

/** The policy a use case was decided on, asked again about the locked row at the time the request was received. */
export type StillAllowed = (submission: SubmissionSubject, now: Date) => Verdict;

export type Locked = { ok: true; submission: SubmissionSubject; now: Date } | Extract<Result<never>, { ok: false }>;

type Row = { status: SubmissionStatus; version: number };

/**
 * Locks a proposal to the end of the transaction and asks again whether the act is allowed. `share` lets several sections be
 * saved at once and keeps the status as it is; `update` is for moves. The stage's row is locked too, so that the close cannot
 * be moved meanwhile; the time is the database's, taken before waiting for the locks.
 */
export async function lockSubmission(
  tx: Transaction,
  { submission, stillAllowed, lock }: { submission: SubmissionSubject; stillAllowed: StillAllowed; lock: "share" | "update" },
): Promise<Locked> {
  const registration = await lockRegistration(tx, submission);
  const [row] = lock === "share" ? await shared(tx, submission) : await exclusive(tx, submission);
  if (!row) return refuse("common.errors.notFound");

  const fresh = { ...submission, status: row.status, version: row.version, registration: registration.stage };
  const verdict = stillAllowed(fresh, registration.now);
  if (!verdict.allowed) return refuse(verdict.because.key, verdict.because.values);
  return { ok: true, submission: fresh, now: registration.now };
}

async function lockRegistration(tx: Transaction, { editionId }: SubmissionSubject): Promise<{ stage: Registration; now: Date }> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  const [stage] = await tx.$queryRaw<{ opensAt: Date; closesAt: Date }[]>`
    select "opensAt", "closesAt" from "Stage" where "editionId" = ${editionId}::uuid and kind = 'REGISTRATION' for share`;
  if (!clock) throw new Error("The database did not tell the time.");
  return { stage: stage ?? null, now: clock.now };
}

const shared = (tx: Transaction, { organizerId, id }: SubmissionSubject) => tx.$queryRaw<Row[]>`
  select status::text as status, version from "Submission"
  where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid for share`;

const exclusive = (tx: Transaction, { organizerId, id }: SubmissionSubject) => tx.$queryRaw<Row[]>`
  select status::text as status, version from "Submission"
  where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid for update`;
