import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { MOVES } from "../domain/lifecycle";
import { answerTo, type WithdrawalAnswer, type WithdrawalSide } from "../domain/withdrawal";
import { letterOfWithdrawal, type WithdrawalNews } from "../notices/withdrawal";
import type { SubmissionSubject } from "../policy/writing";
import { agencyAdminAddresses } from "../queries/writing";
import { lockSubmission } from "./locking";
import { type AuthorMove, moveTo } from "./sending";

export type Withdrawing = AuthorMove & { side: WithdrawalSide; reason: string };

/**
 * Takes a proposal out of the competition for good, or, once it is filed, asks the other side for its word; where the owner is
 * gone, the agency needs no other. One that has been withdrawn, or about which the same side asks already, stays as it is.
 */
export function withdraw(withdrawal: Withdrawing): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockSubmission(tx, { ...withdrawal, lock: "update" });
    if (!locked.ok) return locked;
    const { submission, now } = locked;
    if (submission.status === MOVES.withdraw.to) return ok(null);
    if (submission.version !== withdrawal.version) return refuse("common.errors.changedMeanwhile");

    const open = await openRequest(tx, submission);
    if (open) return open.side === withdrawal.side ? ok(null) : refuse("submission.refused.askedAlready");
    const isAlone = submission.status !== "SUBMITTED" || (withdrawal.side === "AGENCY" && submission.ownerGone);
    if (isAlone) return leave(tx, { ...withdrawal, submission, now });

    const { organizerId, id: submissionId } = submission;
    const { side, reason, actor } = withdrawal;
    await tx.withdrawalRequest.create({ data: { organizerId, id: randomUUID(), submissionId, side, reason, askedById: actor.userId, askedAt: now } });
    await tellOther(tx, { ...withdrawal, submission }, "asked");
    await audit(tx, { ...withdrawal, submission }, "submission.askWithdrawal");
    return ok(null);
  });
}

export type Answering = AuthorMove & { requestId: string; side: WithdrawalSide; answer: WithdrawalAnswer; reason: string };

/** The word of the other side, or of the same that asks no longer. Refuses `common.errors.changedMeanwhile` for a request that is answered. */
export function answerWithdrawal(answering: Answering): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockSubmission(tx, { ...answering, lock: "update" });
    if (!locked.ok) return locked;
    const { submission, now } = locked;
    const open = await openRequest(tx, submission);
    if (!open || open.id !== answering.requestId || submission.status !== "SUBMITTED") return refuse("common.errors.changedMeanwhile");
    const fits = answerTo(open.side, answering.side, answering);
    if (!fits.ok) return fits;

    const { answer, reason: answerReason, actor } = answering;
    await tx.withdrawalRequest.update({
      where: { organizerId_id: { organizerId: submission.organizerId, id: open.id } },
      data: { answer, answerReason, answeredById: actor.userId, answeredAt: now },
    });
    if (answer === "AGREED") return leave(tx, { ...answering, submission, now, reason: open.reason });
    if (answer === "DECLINED") await tellOther(tx, { ...answering, submission }, "declined");
    await audit(tx, { ...answering, submission }, answer === "DECLINED" ? "submission.declineWithdrawal" : "submission.takeBackWithdrawal");
    return ok(null);
  });
}

type Leaving = AuthorMove & { side: WithdrawalSide; reason: string; now: Date };

async function leave(tx: Transaction, leaving: Leaving): Promise<Result<null>> {
  const wasFiled = leaving.submission.status === "SUBMITTED";
  await moveTo(tx, { ...leaving, by: "withdraw" });
  if (wasFiled) await tellOther(tx, leaving, "withdrawn");
  await audit(tx, leaving, "submission.withdraw");
  return ok(null);
}

function openRequest(tx: Transaction, { organizerId, id }: SubmissionSubject): Promise<{ id: string; side: WithdrawalSide; reason: string } | null> {
  return tx.withdrawalRequest.findFirst({ where: { organizerId, submissionId: id, answer: null }, select: { id: true, side: true, reason: true } });
}

/** A letter to whoever did not act: the owner, or the admins of the agency. */
async function tellOther(tx: Transaction, { submission, side, reason, actor }: Omit<Leaving, "now">, what: WithdrawalNews["what"]): Promise<void> {
  const { organizerId, id, agencyId, ownerId, code, registration } = submission;
  const { title, edition: { zone } } = await tx.submission.findUniqueOrThrow({ where: { organizerId_id: { organizerId, id } }, select: { title: true, edition: { select: { zone: true } } } });
  const owner = side === "AGENCY" ? await tx.user.findFirst({ where: { id: ownerId, suspendedAt: null }, select: { email: true } }) : null;
  const recipients = side === "AGENCY" ? (owner ? [owner.email] : []) : await agencyAdminAddresses(agencyId, tx);
  await tx.outboxMessage.createMany({ data: recipients.map((recipient) => letterOfWithdrawal({ recipient, what, code, title, name: actor.name, reason, closesAt: registration?.closesAt ?? null, zone })) });
}

async function audit(tx: Transaction, { submission, actor, side, reason }: Omit<Leaving, "now">, action: string): Promise<void> {
  await appendAudit(tx, {
    actorId: actor.userId, action, subject: { type: "submission", id: submission.id }, editionId: submission.editionId,
    details: { code: submission.code, side, reason },
  });
}
