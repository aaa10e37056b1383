import { appendAudit, type AuditEntry } from "@/lib/audit";
import { databaseNow, db, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import { isUnsent, type KeptNote, returnReason, type TypedNote, unsaidNotes } from "../domain/agency-notes";
import { BALL_WITH, type Move, MOVES, type SubmissionStatus } from "../domain/lifecycle";
import { type ConfirmationKind, confirmationsAsked } from "../domain/confirmation";
import { innovationOwner } from "../queries/confirmation";
import { letterOfReturn } from "../notices/filing";

/** A proposal as the agency's reader acts on it. */
export type ReviewedSubmission = {
  organizerId: string;
  id: string;
  editionId: string;
  agencyId: string;
  ownerId: string;
  code: string;
  title: string;
  status: SubmissionStatus;
  version: number;
  /** When and why it was last returned; null when it never was. */
  returned: { movedAt: Date; reason: string } | null;
  notes: KeptNote[];
  sectionKeys: string[];
  /** What must be confirmed before it is endorsed. */
  confirmationsAsked: ConfirmationKind[];
};

/** In: the code of a proposal. Out: what an act of the agency must know of it; null when there is none. */
export async function findForReview(code: string): Promise<ReviewedSubmission | null> {
  const row = await db.submission.findUnique({
    where: { code },
    select: {
      organizerId: true, id: true, editionId: true, agencyId: true, ownerId: true, code: true, title: true, status: true,
      version: true, groupKey: true, rulesVersionId: true, _count: { select: { statements: true } },
      notes: { select: { sectionKey: true, body: true, writtenById: true, writtenAt: true } },
      moves: { where: { to: "RETURNED" }, select: { movedAt: true, reason: true }, orderBy: { movedAt: "desc" }, take: 1 },
    },
  });
  if (!row) return null;
  const { rulesVersionId, moves: [returned = null], groupKey, _count, ...rest } = row;
  const { belonging } = await innovationOwner(row);
  const sections = sectionsFor(await rulesOfVersion(rulesVersionId), groupKey);
  return { ...rest, returned, sectionKeys: sections.map(({ key }) => key), confirmationsAsked: confirmationsAsked({ ..._count, belonging }) };
}

/** Every act of the agency keeps what stands in the boxes of its page. */
type Written = { submission: ReviewedSubmission; notes: readonly TypedNote[]; actorId: string };

export type AgencyMove = Written & {
  by: Extract<Move, "endorse" | "unendorse" | "returnToInnovator">;
  /** What the admin had on the screen. */
  seenVersion: number;
  reason: string;
  actorName: string;
  /** How the admin knows what they confirm by endorsing. */
  basis: string;
};

/**
 * Moves a proposal that is still as the admin saw it, with the notes, its history, the letter of a return and the audit event.
 * Refuses `common.errors.changedMeanwhile` when it is not, and a return as `returnReason` does: the notes are read on the
 * locked row, so that the one it rests on cannot be taken away meanwhile.
 */
export function moveByAgency(request: AgencyMove): Promise<Result<null>> {
  const { submission, by, seenVersion, actorId } = request;
  const { organizerId, id: submissionId, status: from } = submission;
  const { to } = MOVES[by];
  return inTransaction(async (tx) => {
    if (!(await isWithAgency(tx, submission))) return refuse("common.errors.changedMeanwhile");
    const said = by === "returnToInnovator" ? await reasonOfReturn(tx, request) : ok("");
    if (!said.ok) return said;

    const reason = said.value;
    const at = await databaseNow(tx);
    const { count } = await tx.submission.updateMany({
      where: { organizerId, id: submissionId, status: from, version: seenVersion },
      data: { status: to, version: { increment: 1 }, statusAt: at },
    });
    if (count === 0) return refuse("common.errors.changedMeanwhile");

    await writeNotes(tx, request, at);
    await tx.statusMove.create({ data: { organizerId, submissionId, from, to, reason, movedById: actorId, movedAt: at } });
    await keepConfirmations(tx, request, at);
    if (by === "returnToInnovator") await writeLetterOfReturn(tx, { ...request, reason });
    await appendAudit(tx, {
      actorId, action: `submission.${by}`, subject: { type: "submission", id: submissionId }, editionId: submission.editionId,
      details: { code: submission.code, from, to, ...(by === "endorse" && submission.confirmationsAsked.length > 0 && { confirmed: submission.confirmationsAsked, basis: request.basis }) },
    });
    return ok(null);
  });
}

/** They stand as long as the endorsement does. */
async function keepConfirmations(tx: Transaction, { submission, by, actorId, actorName, basis }: AgencyMove, at: Date): Promise<void> {
  const { organizerId, id: submissionId } = submission;
  await tx.agencyConfirmation.deleteMany({ where: { organizerId, submissionId } });
  if (by !== "endorse") return;
  await tx.agencyConfirmation.createMany({
    data: submission.confirmationsAsked.map((kind) => ({ organizerId, submissionId, kind, basis, confirmedById: actorId, confirmedByName: actorName, confirmedAt: at })),
  });
}

async function reasonOfReturn(tx: Transaction, { submission, notes, reason }: AgencyMove): Promise<Result<string>> {
  const kept = await keptNotes(tx, submission);
  return returnReason({ reason, typed: notes, notedAt: kept.map(({ writtenAt }) => writtenAt), returnedAt: submission.returned?.movedAt ?? null });
}

/** Keeps the notes while the ball is with the agency; refuses `submission.refused.status` once it is not. */
export function keepNotes(request: Written): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (!(await isWithAgency(tx, request.submission))) return refuse("submission.refused.status");
    await writeNotes(tx, request, await databaseNow(tx));
    return ok(null);
  });
}

/**
 * Keeps the notes, takes away one that the authors have not been sent yet, and gives that one's section; an older one stays
 * what was said.
 */
export function removeNote(request: Written & { noteId: string }): Promise<Result<string | null>> {
  const { organizerId, id: submissionId, returned } = request.submission;
  return inTransaction(async (tx) => {
    if (!(await isWithAgency(tx, request.submission))) return refuse("submission.refused.status");
    const [note] = await tx.submissionNote.findMany({
      where: { organizerId, submissionId, id: request.noteId, ...(returned && { writtenAt: { gt: returned.movedAt } }) },
      select: { id: true, sectionKey: true, body: true },
    });
    if (!note) return refuse("common.errors.changedMeanwhile");
    await writeNotes(tx, request, await databaseNow(tx));
    const { id, sectionKey: section, body } = note;
    await tx.submissionNote.delete({ where: { organizerId_id: { organizerId, id } } });
    await appendAudit(tx, noteEvent(request, { action: "submission.takeNoteAway", note: id, section, before: body, after: null }));
    return ok(section);
  });
}

/** The row of the proposal is locked by now: of a form that is sent twice the second time finds the notes of the first. */
async function writeNotes(tx: Transaction, request: Written, at: Date): Promise<void> {
  const { submission, notes, actorId } = request;
  if (notes.length === 0) return;
  const { organizerId, id: submissionId, returned } = submission;
  const unsent = (await keptNotes(tx, submission)).filter(({ writtenAt }) => isUnsent(writtenAt, returned?.movedAt ?? null));
  for (const { section, body } of unsaidNotes(notes, actorId, unsent)) {
    const { id } = await tx.submissionNote.create({
      data: { organizerId, submissionId, sectionKey: section, body, writtenById: actorId, writtenAt: at }, select: { id: true },
    });
    await appendAudit(tx, noteEvent(request, { action: "submission.writeNote", note: id, section, before: null, after: body }));
  }
}

function keptNotes(tx: Transaction, { organizerId, id: submissionId }: ReviewedSubmission): Promise<KeptNote[]> {
  return tx.submissionNote.findMany({
    where: { organizerId, submissionId }, select: { sectionKey: true, body: true, writtenById: true, writtenAt: true },
  });
}

type NoteChange = { action: string; note: string; section: string | null; before: string | null; after: string | null };

/** What a note said before and after: the words stay on record also when it is taken away. */
function noteEvent({ submission, actorId }: Written, { action, ...change }: NoteChange): AuditEntry {
  const { id, editionId, code } = submission;
  return { actorId, action, subject: { type: "submission", id }, editionId, details: { code, ...change } };
}

/** Locks the row, so that a note cannot slip in beside the move that sends the proposal away. */
async function isWithAgency(tx: Transaction, { organizerId, id }: ReviewedSubmission): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ status: SubmissionStatus }[]>`
    select status::text as status from "Submission"
    where "organizerId" = ${organizerId}::uuid and id = ${id}::uuid for update`;
  return row !== undefined && BALL_WITH[row.status] === "AGENCY";
}

async function writeLetterOfReturn(tx: Transaction, { submission, reason }: AgencyMove): Promise<void> {
  const { code, title, ownerId } = submission;
  const owner = await tx.user.findFirst({ where: { id: ownerId, suspendedAt: null }, select: { email: true } });
  if (owner) await tx.outboxMessage.create({ data: letterOfReturn({ code, title, ownerEmail: owner.email, reason }) });
}
