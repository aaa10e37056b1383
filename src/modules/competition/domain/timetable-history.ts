/**
 * What became of the dates of a stage since they were announced, as everybody reads it. Source: a stage that was moved twice told only
 * the date before the last move, and a moved opening was told as a moved close. Our default: "originally" is the first date
 * that was announced, and every change stands there with what it moved, its day and its reason.
 */

export type Dates = { opensAt: Date; closesAt: Date };

/** A change as it is kept: the dates before it. `reason` is empty for a stage that ended with the release of its decisions. */
export type StageChange = { changedAt: Date; cause: "MOVED" | "RELEASED"; reason: string; opensBefore: Date; closesBefore: Date };

/** One change with what it moved; null for an end that stayed. */
export type ToldChange = Pick<StageChange, "changedAt" | "cause" | "reason"> & { opening: Move | null; closing: Move | null };
type Move = { from: Date; to: Date };

/** `first`: what was announced first, as far as it is no longer so. */
export type StageHistory = { first: { opensAt: Date | null; closesAt: Date | null }; changes: ToldChange[] };

/** In: a stage with its changes, the earliest first. Out: what to tell of them, in the same order; a change that moved nothing is left out. */
export function stageHistory({ opensAt, closesAt, changes }: Dates & { changes: readonly StageChange[] }): StageHistory {
  const told = changes.map(({ opensBefore, closesBefore, ...change }, place): ToldChange => {
    const after = changes[place + 1];
    return { ...change, opening: moveOf(opensBefore, after?.opensBefore ?? opensAt), closing: moveOf(closesBefore, after?.closesBefore ?? closesAt) };
  });
  const [first] = changes;
  return {
    first: { opensAt: first ? (moveOf(first.opensBefore, opensAt)?.from ?? null) : null, closesAt: first ? (moveOf(first.closesBefore, closesAt)?.from ?? null) : null },
    changes: told.filter(({ opening, closing }) => opening || closing),
  };
}

type Ends = "both" | "opening" | "closing";

/** One sentence of the catalogue of this module, below `dates`. */
export type HistoryLine = { key: "released" | `original.${Ends}` | `changed.${Ends}`; values: Record<string, string> };

/**
 * In: a stage with its changes, and how an instant is written. Out: the sentences that tell of them, the original dates (as far as they
 * are no longer so) in front; none where nothing was moved.
 */
export function historyLines(stage: Parameters<typeof stageHistory>[0], written: (moment: Date) => string): HistoryLine[] {
  const { first, changes } = stageHistory(stage);
  const at = (moment: Date | null | undefined) => (moment ? written(moment) : "");
  const original: HistoryLine[] = first.opensAt || first.closesAt
    ? [{ key: `original.${endsOf(first.opensAt, first.closesAt)}`, values: { opens: at(first.opensAt), closes: at(first.closesAt) } }]
    : [];
  return [...original, ...changes.map(({ changedAt, cause, reason, opening, closing }): HistoryLine =>
    cause === "RELEASED" ? { key: "released", values: { at: at(changedAt), from: at(closing?.from) } } : {
      key: `changed.${endsOf(opening, closing)}`,
      values: { at: at(changedAt), opensFrom: at(opening?.from), opensTo: at(opening?.to), closesFrom: at(closing?.from), closesTo: at(closing?.to), reason },
    })];
}

const endsOf = (opening: unknown, closing: unknown): Ends => (opening && closing ? "both" : opening ? "opening" : "closing");

/** How a close stands to the one that was announced first, for those who work towards it. */
export type CloseMove = { kind: "EXTENDED" | "SHORTENED"; from: Date };

/** In: a close and the one that was announced first, if it was ever moved. Out: null where it is the same. */
export function closeMove(closesAt: Date, first: Date | null | undefined): CloseMove | null {
  if (!first || first.getTime() === closesAt.getTime()) return null;
  return { kind: closesAt > first ? "EXTENDED" : "SHORTENED", from: first };
}

/** In: a stage with its changes. Out: its dates with what became of its close. */
export function withMove({ opensAt, closesAt, changes }: Dates & { changes: readonly StageChange[] }): Dates & { moved: CloseMove | null } {
  return { opensAt, closesAt, moved: closeMove(closesAt, changes[0]?.closesBefore) };
}

const moveOf = (from: Date, to: Date): Move | null => (from.getTime() === to.getTime() ? null : { from, to });
