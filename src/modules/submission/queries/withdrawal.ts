import { db } from "@/lib/db";
import type { WithdrawalAnswer, WithdrawalSide } from "../domain/withdrawal";
import { type SubmissionScope, visibleInSql } from "./writing";

/** A request that an entry leaves the competition; the answer is null while it is open. */
export type Withdrawal = {
  id: string;
  side: WithdrawalSide;
  reason: string;
  askedBy: string;
  askedAt: Date;
  answer: WithdrawalAnswer | null;
  answerReason: string;
  answeredBy: string | null;
  answeredAt: Date | null;
};

/** The latest request about a proposal; null when there was none. */
export async function withdrawalOf({ organizerId, id }: { organizerId: string; id: string }): Promise<Withdrawal | null> {
  const [row] = await db.$queryRaw<Withdrawal[]>`
    select w.id, w.side::text as side, w.reason, a.name as "askedBy", w."askedAt", w.answer::text as answer, w."answerReason", b.name as "answeredBy", w."answeredAt"
    from "WithdrawalRequest" w join "User" a on a.id = w."askedById" left join "User" b on b.id = w."answeredById"
    where w."organizerId" = ${organizerId}::uuid and w."submissionId" = ${id}::uuid order by w."askedAt" desc, w.id desc limit 1`;
  return row ?? null;
}

export type OpenWithdrawal = { code: string; title: string; askedBy: string };

/** Filed proposals of an edition whose owners ask the agency to let them go, longest waiting first. */
export function openWithdrawals(scope: SubmissionScope, editionId: string): Promise<OpenWithdrawal[]> {
  return db.$queryRaw<OpenWithdrawal[]>`
    select s.code, s.title, u.name as "askedBy"
    from "WithdrawalRequest" w join "Submission" s on s."organizerId" = w."organizerId" and s.id = w."submissionId" join "User" u on u.id = w."askedById"
    where ${visibleInSql(scope)} and s."editionId" = ${editionId}::uuid and s.status = 'SUBMITTED' and w.answer is null and w.side = 'OWNER'
    order by w."askedAt", w.id limit 50`;
}
