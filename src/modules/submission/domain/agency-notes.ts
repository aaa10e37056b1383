/**
 * What an agency tells the authors of a proposal, and when it may send it back to them.
 *
 * Source: our default. A return without a word is the commonest complaint about local admins, so it needs a reason or at
 * least one note, and a note that the authors have been sent does not count again. One written before they took the proposal
 * back to improve it has not been sent. All boxes of the page are one form, so that no button loses what stands in another.
 */
import { ok, refuse, type Result } from "@/lib/result";

/** The place of a note on the proposal as a whole; no section is called so. */
export const WHOLE = "_";

/** A note as typed; without a section it is about the whole. */
export type TypedNote = { section: string | null; body: string };

/** What became of the notes, and at which place of the page it is said. */
export type NotesOutcome = { place: string; what: "kept" | "removed" };

/** A note as it is kept. */
export type KeptNote = { sectionKey: string | null; body: string; writtenById: string; writtenAt: Date };

/**
 * In: the boxes of the page by their place, and the sections of the form. Out: the notes in them; an empty box is none.
 * Refuses `common.errors.invalid` when a note is about a section that the form does not have.
 */
export function typedNotes(boxes: Readonly<Record<string, string>>, sectionKeys: readonly string[]): Result<TypedNote[]> {
  const filled = Object.entries(boxes).filter(([, body]) => body.trim() !== "");
  if (filled.some(([place]) => place !== WHOLE && !sectionKeys.includes(place))) return refuse("common.errors.invalid");
  return ok(filled.map(([place, body]) => ({ section: place === WHOLE ? null : place, body })));
}

/** In: notes as typed, who typed them, and what is kept. Out: those that this person has not said: a form sent twice says them once. */
export function unsaidNotes(typed: readonly TypedNote[], writerId: string, kept: readonly KeptNote[]): TypedNote[] {
  return typed.filter(
    ({ section, body }) => !kept.some((note) => note.sectionKey === section && note.body === body && note.writtenById === writerId),
  );
}

/**
 * In: the reason and the notes as typed, when earlier notes were written, and when the proposal was last returned (null:
 * never). Out: the reason trimmed. Refuses `filing.refused.noReason` when there is neither a reason nor a note that has not
 * been sent.
 */
export function returnReason(request: {
  reason: string;
  typed: readonly TypedNote[];
  notedAt: readonly Date[];
  returnedAt: Date | null;
}): Result<string> {
  const reason = request.reason.trim();
  const hasNewNote = request.typed.length > 0 || request.notedAt.some((at) => isUnsent(at, request.returnedAt));
  return reason || hasNewNote ? ok(reason) : refuse("filing.refused.noReason");
}

/** Whether a note is still the agency's own: the authors are sent whatever was written up to a return. */
export function isUnsent(writtenAt: Date, returnedAt: Date | null): boolean {
  return returnedAt === null || writtenAt > returnedAt;
}
