/**
 * What a proposal that came back still owes its agency: which notes nobody has acted on, and whether anything was changed at
 * all before it is sent again.
 *
 * Source: our default. A note counts as acted on once its section was saved after the return; whether it was acted on well
 * is for the agency's reader to see.
 */
import type { SubmissionStatus } from "./lifecycle";

type Saved = { savedAt: Date };

/** What of a proposal can change after its return: its sections, and its identity (null: as it was started). */
export type Changeable = { answers: Readonly<Record<string, Saved | undefined>>; identityAt: Date | null };

/** In: the notes, the proposal, when it came back. Out: the keys of the noted sections not saved since. */
export function notedSections(notes: readonly { sectionKey: string | null }[], { answers }: Changeable, returnedAt: Date): Set<string> {
  const keys = notes.flatMap(({ sectionKey }) => (sectionKey === null ? [] : [sectionKey]));
  return new Set(keys.filter((key) => !isAfter(answers[key]?.savedAt, returnedAt)));
}

type Sent = { id: string; sectionKey: string | null };

/**
 * In: the notes that came with the last return, the proposal, when it came back. Out: the notes that nothing answered: of a
 * section, that was not saved since; of the whole, where nothing at all was.
 */
export function openNotes<Note extends Sent>(notes: readonly Note[], proposal: Changeable, returnedAt: Date): Note[] {
  const noted = notedSections(notes, proposal, returnedAt);
  return notes.filter(({ sectionKey }) => (sectionKey === null ? isUnchanged(proposal, returnedAt) : noted.has(sectionKey)));
}

export type Return = { id: string; reason: string; movedAt: Date };

/**
 * In: a proposal's status and how it came back last. Out: the return whose reason is answered for where it is sent again, null
 * where there is none: whatever was changed, only people know whether it meets the reason.
 */
export function returnToAnswer({ status }: { status: SubmissionStatus }, returned: Return | null): Return | null {
  return status === "RETURNED" && returned && returned.reason.trim() !== "" ? returned : null;
}

/** In: the proposal and when it came back. Out: whether nothing of it has been saved since. */
export function isUnchanged({ answers, identityAt }: Changeable, returnedAt: Date): boolean {
  const saved = Object.values(answers).map((answer) => answer?.savedAt);
  return ![identityAt, ...saved].some((at) => isAfter(at, returnedAt));
}

function isAfter(at: Date | null | undefined, returnedAt: Date): boolean {
  return at !== null && at !== undefined && at > returnedAt;
}
