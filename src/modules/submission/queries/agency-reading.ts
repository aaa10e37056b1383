import { db } from "@/lib/db";
import { isUnsent } from "../domain/agency-notes";
import type { SubmissionStatus } from "../domain/lifecycle";
import type { DisplayStatus } from "../domain/visibility";
import { checkedProposalByCode, type CheckedProposal, displayStatusOf, type FiledReceipt, receiptOf } from "./proposal";
import { type ConfirmationKind, confirmationsAsked } from "../domain/confirmation";
import { type Confirmation, confirmationsOf, type GivenStatement, type InnovationOwner, innovationOwner, statementsGiven } from "./confirmation";
import { type RelatedSaid, relatedSaid } from "./related";
import { changesSince, type SinceNotes } from "./since-note";
import { type SubmissionScope, whereVisible } from "./writing";

export type ReaderNote = {
  id: string;
  sectionKey: string | null;
  body: string;
  writtenAt: Date;
  author: string;
  /** When the authors said of it that it is done or not needed; null: never. */
  answeredAt: Date | null;
  /** Not sent to the authors yet: it can still be taken away. */
  isNew: boolean;
};

export type HistoryLine = { from: SubmissionStatus; to: SubmissionStatus; reason: string; movedAt: Date; by: string };

/** One proposal as the agency's reader has it before them. */
export type AgencyReading = CheckedProposal & {
  display: DisplayStatus;
  notes: ReaderNote[];
  since: SinceNotes;
  history: HistoryLine[];
  statementsGiven: GivenStatement[];
  confirmations: Confirmation[];
  /** Whose innovation it is, and what must be confirmed before endorsing. */
  owner: InnovationOwner;
  confirmationsAsked: ConfirmationKind[];
  receipt: FiledReceipt | null;
  relatedSaid: RelatedSaid[];
};

/** One visible proposal with everything the agency's reader needs; null when there is none with this code. */
export async function agencyReading(scope: SubmissionScope, { code, now }: { code: string; now: Date }): Promise<AgencyReading | null> {
  const proposal = await checkedProposalByCode(scope, code);
  if (!proposal) return null;

  const { organizerId, id: submissionId } = proposal;
  const where = { organizerId, submissionId };
  const [display, receipt, notes, moves, given, said, confirmations, owner] = await Promise.all([
    displayStatusOf(proposal, now),
    receiptOf(proposal),
    db.submissionNote.findMany({
      where, orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
      select: { id: true, sectionKey: true, body: true, writtenAt: true, writtenById: true, answeredAt: true },
    }),
    db.statusMove.findMany({
      where, orderBy: [{ movedAt: "asc" }, { id: "asc" }],
      select: { from: true, to: true, reason: true, movedAt: true, movedById: true },
    }),
    statementsGiven(proposal),
    relatedSaid(proposal),
    confirmationsOf(proposal),
    innovationOwner(proposal),
  ]);
  const since = await changesSince(proposal, notes);
  const nameOf = await namesOf([...notes.map(({ writtenById }) => writtenById), ...moves.map(({ movedById }) => movedById)]);
  const returnedAt = moves.findLast(({ to }) => to === "RETURNED")?.movedAt ?? null;
  return {
    ...proposal, display, receipt, statementsGiven: given, confirmations, owner, since,
    confirmationsAsked: confirmationsAsked({ statements: given.length, belonging: owner.belonging }),
    relatedSaid: said,
    notes: notes.map(({ writtenById, ...note }) => ({ ...note, author: nameOf(writtenById), isNew: isUnsent(note.writtenAt, returnedAt) })),
    history: moves.map(({ movedById, ...move }) => ({ ...move, by: nameOf(movedById) })),
  };
}

/** What has waited longest for the agency in the same edition, beside this one; null when nothing does. */
export async function nextInReview(
  scope: SubmissionScope,
  { editionId, id }: Pick<AgencyReading, "editionId" | "id">,
): Promise<{ code: string; title: string } | null> {
  return db.submission.findFirst({
    where: { AND: [whereVisible(scope), { editionId, status: "AGENCY_REVIEW", id: { not: id } }] },
    orderBy: [{ statusAt: "asc" }, { id: "asc" }], select: { code: true, title: true },
  });
}

/** Names only: nothing else of a person is read for these lines. */
async function namesOf(userIds: string[]): Promise<(id: string) => string> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(userIds)] } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}
