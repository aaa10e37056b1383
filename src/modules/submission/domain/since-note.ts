/**
 * What became of a proposal since its agency last spoke: whether the text that a note is about is still the one it was written
 * on, and from which moment a section is compared with what it is now.
 *
 * Source: our default. While the agency reads nobody writes, so all notes of one reading are about the text with which the
 * proposal left the agency. A section is compared since its latest note, and one without a note since the proposal left last.
 */
import { BALL_WITH, OPEN_FOR_WRITING, type SubmissionStatus } from "./lifecycle";

type Moved = { from: SubmissionStatus; to: SubmissionStatus; movedAt: Date };

/** One text that stood in a section, under the time at which its writer began it. */
export type DatedText = { savedAt: Date; body: string };

/** In: the moves of a proposal, earliest first. Out: when it went from its agency back to its authors, returned or taken back. */
export function timesBack(moves: readonly Moved[]): Date[] {
  return moves.filter(({ from, to }) => BALL_WITH[from] === "AGENCY" && OPEN_FOR_WRITING.includes(to)).map(({ movedAt }) => movedAt);
}

/** In: when a note was written, and the times back. Out: when the proposal left the agency with it; null: it is still there. */
export function leftWith(writtenAt: Date, back: readonly Date[]): Date | null {
  return back.find((at) => at >= writtenAt) ?? null;
}

/**
 * In: when the notes of a section were written, and the times back. Out: from when on it is compared, and whether that is the
 * latest note that left the agency; null for a proposal that never came back.
 */
export function comparedSince(notedAt: readonly Date[], back: readonly Date[]): { at: Date; isNote: boolean } | null {
  const noted = notedAt.flatMap((writtenAt) => leftWith(writtenAt, back) ?? []);
  const latest = noted.toSorted((one, other) => other.getTime() - one.getTime())[0];
  if (latest) return { at: latest, isNote: true };
  const last = back.at(-1);
  return last ? { at: last, isNote: false } : null;
}

/**
 * In: a section as it is stored (undefined: never written in), its earlier texts, and a moment at which nobody was writing.
 * Out: the text that stood there then.
 */
export function textAt(now: DatedText | undefined, earlier: readonly DatedText[], moment: Date): string {
  if (!now) return "";
  if (now.savedAt <= moment) return now.body;
  const before = earlier.filter(({ savedAt }) => savedAt <= moment);
  return before.toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime())[0]?.body ?? "";
}
