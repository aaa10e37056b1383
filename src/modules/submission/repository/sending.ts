import { appendAudit } from "@/lib/audit";
import { inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { withdrawnReason } from "@/modules/competition/queries";
import { MOVES, type Move } from "../domain/lifecycle";
import { returnToAnswer } from "../domain/returned";
import { partsChanged, partsOf, type SeenParts } from "../domain/sending";
import { signedStatements, type SignerNames } from "../domain/signers";
import { letterOfRecall, letterOfSending } from "../notices/writing";
import type { SubmissionSubject } from "../policy/writing";
import { checkedProposalOf, type CheckedProposal, lastReturn, unansweredNotes } from "../queries/proposal";
import { agencyAdminAddresses } from "../queries/writing";
import { lockSubmission, type StillAllowed } from "./locking";

/** An act of an author on a proposal as it was read. */
export type AuthorMove = {
  submission: SubmissionSubject;
  stillAllowed: StillAllowed;
  /** What the author had on the screen. */
  version: number;
  actor: { userId: string; name: string };
};

export type Sending = AuthorMove & {
  signers: SignerNames;
  /** What the author had on the screen of each section. */
  seen: SeenParts;
  /** Ids of the notes that the author answers for. */
  answered: readonly string[];
  /** Judges the proposal as it stands in the transaction, with the ids of the return and the notes that are to be answered for. */
  ready: (proposal: CheckedProposal, toAnswer: string[]) => Result<null>;
};

/** A part that was saved since the page was made; a null section is the identity. */
export type ChangedPart = { section: string | null; by: string; at: string };

/** What a refusal brings along: who saved what, and what the page has seen once its reader has looked. */
export type ChangedParts = { changed: ChangedPart[]; version: number; seen: Record<string, number> };

/**
 * Sends a proposal to its agency: everything is looked at again on the locked row, and the move, the statements, the letters
 * and the audit event exist together or not at all. One that is with the agency already stays as it is.
 */
export function sendToAgency(sending: Sending): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockSubmission(tx, { ...sending, lock: "update" });
    if (!locked.ok) return locked;
    if (locked.submission.status === MOVES.sendToAgency.to) return ok(null);

    const proposal = await checkedProposalOf(locked.submission, tx);
    if ((await withdrawnReason(proposal.editionId, tx)) !== null) return refuse("submission.rulesChanged.withdrawn");
    const changed = await partsSavedSince(tx, proposal, sending);
    if (changed.length > 0) {
      const details: ChangedParts = { changed, version: proposal.version, seen: partsOf(proposal.sections, proposal.answers) };
      return { ...refuse("submission.send.partsChanged", { count: changed.length }), details };
    }
    if (proposal.version !== sending.version) return refuse("common.errors.changedMeanwhile");

    const open = (await unansweredNotes(proposal, tx)).map(({ id }) => id);
    const returned = returnToAnswer(proposal, await lastReturn(proposal, tx));
    const ready = sending.ready(proposal, [...(returned ? [returned.id] : []), ...open]);
    if (!ready.ok) return ready;
    const signed = signedStatements(statementsFor(proposal.rules, proposal.groupKey), sending.signers);
    if (!signed.ok) return signed;

    await moveTo(tx, { ...sending, submission: locked.submission, by: "sendToAgency", now: locked.now });
    await tx.submissionNote.updateMany({
      where: { organizerId: proposal.organizerId, submissionId: proposal.id, id: { in: open } },
      data: { answeredAt: locked.now, answeredById: sending.actor.userId },
    });
    await keepStatements(tx, proposal, { signed: signed.value, agreedById: sending.actor.userId, agreedByName: sending.actor.name, agreedAt: locked.now });
    await tx.outboxMessage.createMany({ data: await lettersOfSending(tx, proposal, sending) });
    await audit(tx, sending, "submission.sendToAgency");
    return ok(null);
  });
}

async function partsSavedSince(tx: Transaction, proposal: CheckedProposal, { version, seen }: Sending): Promise<ChangedPart[]> {
  const { sections, answers, identityAt, statusAt } = proposal;
  const keys = partsChanged(seen, sections, answers);
  const saved = keys.flatMap((section) => {
    const answer = answers[section];
    return answer ? [{ section, at: answer.savedAt, byId: answer.savedById }] : [];
  });
  const isIdentity = version !== proposal.version && identityAt !== null && identityAt > statusAt;
  const identity = isIdentity ? [{ section: null, at: identityAt, byId: await identitySavedBy(tx, proposal) }] : [];
  const parts = [...identity, ...saved];
  const people = await tx.user.findMany({ where: { id: { in: parts.flatMap(({ byId }) => byId ?? []) } }, select: { id: true, name: true } });
  return parts.map(({ section, at, byId }) => ({ section, at: at.toISOString(), by: people.find(({ id }) => id === byId)?.name ?? "" }));
}

/** The trail knows who saved the identity last. */
async function identitySavedBy(tx: Transaction, { id }: CheckedProposal): Promise<string | null> {
  const event = await tx.auditEvent.findFirst({
    where: { subjectType: "submission", subjectId: id, action: "submission.saveIdentity" }, orderBy: { seq: "desc" }, select: { actorId: true },
  });
  return event?.actorId ?? null;
}

/**
 * Takes a proposal back from its agency to be improved, with a letter to those who would have read it; what they wrote so far
 * stays. One that is a draft already stays as it is.
 */
export function recall(taking: AuthorMove): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await lockSubmission(tx, { ...taking, lock: "update" });
    if (!locked.ok) return locked;
    if (locked.submission.status === MOVES.recall.to) return ok(null);
    if (locked.submission.version !== taking.version) return refuse("common.errors.changedMeanwhile");

    await moveTo(tx, { ...taking, submission: locked.submission, by: "recall", now: locked.now });
    await tx.outboxMessage.createMany({ data: await lettersOfRecall(tx, locked.submission, taking) });
    await audit(tx, taking, "submission.recall");
    return ok(null);
  });
}

/** The one way in which a proposal changes its status by its authors; with its history. */
export async function moveTo(tx: Transaction, { submission, by, now, actor, reason = "" }: AuthorMove & { by: Move; now: Date; reason?: string }): Promise<void> {
  const { organizerId, id, status: from, version } = submission;
  const { to } = MOVES[by];
  const { count } = await tx.submission.updateMany({
    where: { organizerId, id, status: from, version },
    data: { status: to, version: { increment: 1 }, statusAt: now },
  });
  if (count !== 1) throw new Error("A locked proposal changed.");
  await tx.statusMove.create({ data: { organizerId, submissionId: id, from, to, reason, movedById: actor.userId, movedAt: now } });
}

type Agreement = { signed: { key: string; signer: string }[]; agreedById: string; agreedByName: string; agreedAt: Date };

async function keepStatements(tx: Transaction, proposal: CheckedProposal, { signed, ...agreement }: Agreement): Promise<void> {
  const { organizerId, id: submissionId } = proposal;
  await tx.submissionStatement.deleteMany({ where: { organizerId, submissionId } });
  await tx.submissionStatement.createMany({
    data: signed.map((statement) => ({ organizerId, submissionId, ...statement, ...agreement })),
  });
}

async function lettersOfSending(tx: Transaction, proposal: CheckedProposal, { actor }: Sending) {
  const { code, title, unitName, agencyId, registration, zone, editionName } = proposal;
  const recipients = await agencyAdminAddresses(agencyId, tx);
  return recipients.map((recipient) =>
    letterOfSending({ recipient, code, title, unit: unitName, sender: actor.name, edition: editionName.id, closesAt: registration?.closesAt ?? null, zone }),
  );
}

async function lettersOfRecall(tx: Transaction, submission: SubmissionSubject, { actor }: AuthorMove) {
  const { code, title, unitName, agencyId } = await checkedProposalOf(submission, tx);
  const recipients = await agencyAdminAddresses(agencyId, tx);
  return recipients.map((recipient) => letterOfRecall({ recipient, code, title, unit: unitName, sender: actor.name }));
}

async function audit(tx: Transaction, { submission, actor }: AuthorMove, action: string): Promise<void> {
  await appendAudit(tx, {
    actorId: actor.userId, action, subject: { type: "submission", id: submission.id }, editionId: submission.editionId,
    details: { code: submission.code },
  });
}
