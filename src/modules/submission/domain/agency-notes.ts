/**
 * When an agency may send a proposal back to its authors.
 *
 * Source: our default. A return without a word is the commonest complaint about local admins, so it needs a reason or at
 * least one note, and a note of an earlier round does not count again.
 */
import { ok, refuse, type Result } from "@/lib/result";

/**
 * In: the reason as typed and when the notes were written, and when the proposal last came to the agency. Out: the reason
 * trimmed. Refuses `filing.refused.noReason` when there is neither a reason nor a note written since.
 */
export function returnReason(request: { reason: string; notedAt: readonly Date[]; arrivedAt: Date }): Result<string> {
  const reason = request.reason.trim();
  const hasNewNote = request.notedAt.some((at) => at >= request.arrivedAt);
  return reason || hasNewNote ? ok(reason) : refuse("filing.refused.noReason");
}
