/**
 * Whether the marks of every finished reading are those that were handed in.
 *
 * Source: the trail keeps a hash of the marks of each hand-in, so that nobody can change them behind the judge's back. That
 * nothing is frozen while one differs is our default. The readings of a demonstration are loaded without a hand-in, and the
 * event of that load says so; they alone may have no hash.
 */

export type CheckedReading = {
  readonly code: string;
  readonly assignmentId: string;
  /** Of the marks as they are stored now. */
  readonly sha256: string;
  /** Written at the last hand-in; null where there was none. */
  readonly handedIn: string | null;
};

/** In: finished readings, and whether they are of a demonstration. Out: those whose marks nobody handed in like this, in the order given. */
export function changedReadings(readings: readonly CheckedReading[], { isDemo }: { isDemo: boolean }): CheckedReading[] {
  return readings.filter(({ sha256, handedIn }) => (handedIn === null ? !isDemo : handedIn !== sha256));
}
