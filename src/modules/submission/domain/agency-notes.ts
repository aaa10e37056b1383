/**
 * When an agency may send a proposal back to its authors.
 *
 * Source: our default. A return without a word is the commonest complaint about local admins, so it needs a reason or at
 * least one note, and a note that the authors have been sent does not count again. One written before they took the proposal
 * back to improve it has not been sent.
 */
import { ok, refuse, type Result } from "@/lib/result";

/**
 * In: the reason as typed, when the notes were written, and when the proposal was last returned (null: never). Out: the
 * reason trimmed. Refuses `filing.refused.noReason` when there is neither a reason nor a note that has not been sent.
 */
export function returnReason(request: { reason: string; notedAt: readonly Date[]; returnedAt: Date | null }): Result<string> {
  const reason = request.reason.trim();
  const hasNewNote = request.notedAt.some((at) => isUnsent(at, request.returnedAt));
  return reason || hasNewNote ? ok(reason) : refuse("filing.refused.noReason");
}

/** Whether a note is still the agency's own: the authors are sent whatever was written up to a return. */
export function isUnsent(writtenAt: Date, returnedAt: Date | null): boolean {
  return returnedAt === null || writtenAt > returnedAt;
}
