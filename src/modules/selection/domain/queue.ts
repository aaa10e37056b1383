/**
 * Where a filed proposal stands in the selectors' work, and whom it belongs to now. Our defaults: two people never hold the
 * same one, and one that its holder has not touched for 24 hours is free for others again.
 */
import type { AgencyKind, SelectionRule } from "@/modules/competition/domain/edition-rules";
import { isWithin } from "@/modules/agencies/domain/tree";
import { countSelection, isStanding, type SelectionCounts, type Standing } from "./outcome";

export const QUEUE_STATES = ["FREE", "MINE", "HELD", "AWAITING_SECOND", "DONE"] as const;
/** Nobody's, the viewer's own, in another selector's hands, a fail without its second reader, or decided for good. */
export type QueueState = (typeof QUEUE_STATES)[number];

export const HOLD_HOURS = 24;

/** How many proposals a page of the queue holds. */
export const QUEUE_PAGE = 25;

const MILLISECONDS_PER_HOUR = 3_600_000;

/** Who has it since when; `takenById` null when nobody has taken it since it was filed or given back. */
export type Handling = Standing & {
  /** The last time its holder did anything with it. */
  touchedAt: Date | null;
};

/** In: how a proposal is handled, who looks, and when. Out: its one state; a holder keeps it until somebody else takes it. */
export function queueState(
  handling: Handling,
  view: { viewerId: string; now: Date; rules: Pick<SelectionRule, "secondReaderForFail"> },
): QueueState {
  if (handling.outcome !== null) return isStanding(handling, view.rules) ? "DONE" : "AWAITING_SECOND";
  if (handling.takenById === view.viewerId) return "MINE";
  return isFree(handling, view.now) ? "FREE" : "HELD";
}

/** Whether anybody may take it: undecided, and not held or not touched for `HOLD_HOURS`. */
export function isFree({ outcome, takenById, touchedAt }: Handling, now: Date): boolean {
  if (outcome !== null) return false;
  return takenById === null || touchedAt === null || now.getTime() - touchedAt.getTime() >= HOLD_HOURS * MILLISECONDS_PER_HOUR;
}

/** The latest of the moments given; null when there is none. */
export function lastTouch(moments: readonly (Date | null | undefined)[]): Date | null {
  const times = moments.flatMap((moment) => moment?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** In: states. Out: how many of each; every state is present. */
export function countStates(states: readonly QueueState[]): Record<QueueState, number> {
  const counts = { FREE: 0, MINE: 0, HELD: 0, AWAITING_SECOND: 0, DONE: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** Where a proposal comes from: paths in the tree of agencies, and its owner. */
export type Origin = { agencyCode: string; unitCode: string; ownerId: string };

/** Whether a person has a stake in a proposal: its owner, or with a role in its agency, above it or below it. */
export function hasStake(person: { userId: string; agencyCodes: readonly string[] }, { agencyCode, unitCode, ownerId }: Origin): boolean {
  const isRelated = (code: string) => [agencyCode, unitCode].some((place) => isWithin(code, place) || isWithin(place, code));
  return person.userId === ownerId || person.agencyCodes.some(isRelated);
}

export type SummaryRow = Standing & { agencyKind: AgencyKind; reasonKeys: readonly string[] };

export type SelectionSummary = {
  total: SelectionCounts;
  /** Only kinds that filed something, in the order given. */
  byKind: { kind: AgencyKind; counts: SelectionCounts }[];
  /** Every reason of the edition; one fail may have several, so they need not sum to the fails. */
  byReason: { key: string; count: number }[];
};

/** In: every filed proposal, the edition's rules of selection, and the kinds of agency in order. Out: the counts of the recap. */
export function summarise(
  rows: readonly SummaryRow[],
  rules: Pick<SelectionRule, "secondReaderForFail" | "reasons">,
  kinds: readonly AgencyKind[],
): SelectionSummary {
  const failed = rows.filter((row) => row.outcome === "FAIL" && isStanding(row, rules));
  return {
    total: countSelection(rows, rules),
    byKind: kinds.flatMap((kind) => {
      const own = rows.filter(({ agencyKind }) => agencyKind === kind);
      return own.length > 0 ? [{ kind, counts: countSelection(own, rules) }] : [];
    }),
    byReason: rules.reasons.map(({ key }) => ({ key, count: failed.filter(({ reasonKeys }) => reasonKeys.includes(key)).length })),
  };
}
