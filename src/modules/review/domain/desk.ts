/**
 * What a judge's own list says: how each assigned entry stands, which one comes next, and how many a day are enough.
 *
 * Source: our default, after the work lists of conference reviewing (save and next, skip for now, abstain). A pace is a
 * whole number of entries a day, rounded up, so that keeping it is always enough.
 */

export const ENTRY_STATES = ["NEW", "PARTIAL", "SKIPPED", "FINISHED", "RECUSED", "CONFLICT"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The parts of a judge's list: still to do, handed in, put aside. */
export const DESK_FILTERS = ["TODO", "FINISHED", "SKIPPED"] as const;
export type DeskFilter = (typeof DESK_FILTERS)[number];

const STATES_OF: Record<DeskFilter, readonly EntryState[]> = {
  TODO: ["NEW", "PARTIAL", "SKIPPED"],
  FINISHED: ["FINISHED"],
  SKIPPED: ["SKIPPED"],
};

/** States in which an entry is the judge's to score; the others are listed without content. */
const SCORED: readonly EntryState[] = ["NEW", "PARTIAL", "SKIPPED", "FINISHED"];

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

export type EntryFacts = {
  readonly recused: boolean;
  /** In conflict by what is known today, though it was assigned. */
  readonly conflicted: boolean;
  readonly finished: boolean;
  readonly skipped: boolean;
  /** How many criteria hold a mark. */
  readonly marks: number;
};

/** The one state of an assigned entry: not the judge's at all before handed in, before put aside, before begun. */
export function entryState({ recused, conflicted, finished, skipped, marks }: EntryFacts): EntryState {
  if (recused) return "RECUSED";
  if (conflicted) return "CONFLICT";
  if (finished) return "FINISHED";
  if (skipped) return "SKIPPED";
  return marks > 0 ? "PARTIAL" : "NEW";
}

/** Whether an entry in this state is the judge's to read and to score. */
export function isScored(state: EntryState): boolean {
  return SCORED.includes(state);
}

/** Whether an entry in this state belongs to a part of the list; null is the whole list. */
export function isInFilter(state: EntryState, filter: DeskFilter | null): boolean {
  return filter === null || STATES_OF[filter].includes(state);
}

/** How many of the judge's own entries are handed in, of how many; what was taken away counts in neither. */
export function deskProgress(states: readonly EntryState[]): { finished: number; total: number; left: number } {
  const total = states.filter(isScored).length;
  const finished = states.filter((state) => state === "FINISHED").length;
  return { finished, total, left: total - finished };
}

/**
 * The entry to open after `current` (null: from the start): the next one in the order of the list that is not handed in,
 * from the end back to the start, those put aside only when nothing else is left. Null when all are handed in.
 */
export function nextEntry(rows: readonly { readonly id: string; readonly state: EntryState }[], current: string | null): string | null {
  const place = rows.findIndex(({ id }) => id === current);
  const ahead = [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))];
  const next = ahead.find(({ state }) => state === "NEW" || state === "PARTIAL") ?? ahead.find(({ state }) => state === "SKIPPED");
  return next?.id ?? null;
}

/** The neighbours of `current` among the entries that can be opened; null at either end. */
export function neighbours(
  rows: readonly { readonly id: string; readonly state: EntryState }[],
  current: string,
): { previous: string | null; next: string | null } {
  const open = rows.filter(({ state }) => isScored(state));
  const place = open.findIndex(({ id }) => id === current);
  return { previous: open[place - 1]?.id ?? null, next: place < 0 ? null : (open[place + 1]?.id ?? null) };
}

/**
 * How many entries a day are enough to hand in `left` entries by `closesAt`; a day begun counts as a day. Null when nothing
 * is left or the time is over.
 */
export function perDayNeeded(left: number, closesAt: Date, now: Date): number | null {
  const time = closesAt.getTime() - now.getTime();
  if (left < 1 || time <= 0) return null;
  return Math.ceil(left / Math.ceil(time / MILLISECONDS_PER_DAY));
}

/**
 * The stage a judge's list opens with: the one that is open, else the one that closed last, else the first to come. Null
 * without a stage.
 */
export function stageToShow<Stage extends { readonly opensAt: Date; readonly closesAt: Date }>(stages: readonly Stage[], now: Date): Stage | null {
  const begun = stages.filter(({ opensAt }) => opensAt <= now);
  const open = begun.find(({ closesAt }) => now <= closesAt);
  const lastClosed = begun.toSorted((one, other) => other.closesAt.getTime() - one.closesAt.getTime())[0];
  const firstToCome = stages.toSorted((one, other) => one.opensAt.getTime() - other.opensAt.getTime())[0];
  return open ?? lastClosed ?? firstToCome ?? null;
}
