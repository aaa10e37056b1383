/**
 * Who takes over what by hand: the same rules as the automatic way, for some entries and some judges. And how a pair of judge
 * and entry stands, without a mark. Our default: what somebody has begun stays theirs while they hold the role.
 */
import { spreadAssignments, type AssignmentTask } from "./assignment";
import { conflictsBetween } from "./conflicts";
import type { Pairing } from "./linkage";

export const PAIR_STATES = ["UNREAD", "BEGUN", "FINISHED", "RECUSED", "LAPSED"] as const;
/** LAPSED: not finished, by a person who holds the role no longer. */
export type PairState = (typeof PAIR_STATES)[number];

/** In: what is stored of a pair. Out: its one state. */
export function pairState(pair: { recused: boolean; finished: boolean; begun: boolean; active: boolean }): PairState {
  if (pair.recused) return "RECUSED";
  if (pair.finished) return "FINISHED";
  if (!pair.active) return "LAPSED";
  return pair.begun ? "BEGUN" : "UNREAD";
}

type World = Omit<AssignmentTask, "seed" | "wanted">;

export type Handover = {
  /** New pairs, one for each entry that found a reader. */
  readonly pairs: Pairing[];
  /** Entries for which none of these judges is free: in conflict, or had the entry before. */
  readonly left: string[];
};

/** In: the world of a stage, entries, and judges of its. Out: one more reader of these for each entry, the work spread evenly; a judge named alone is meant, also one who was relieved. */
export function oneMoreReader(world: World, { entries, judges, seed }: { entries: readonly string[]; judges: readonly string[]; seed: string }): Handover {
  const plan = spreadAssignments({
    ...world,
    ...(judges.length === 1 ? { relieved: [] } : {}),
    judges: world.judges.filter(({ userId }) => judges.includes(userId)),
    submissions: world.submissions.filter(({ id }) => entries.includes(id)),
    wanted: new Map(entries.map((id) => [id, 1])),
    seed,
  });
  const found = new Set(plan.assignments.map(({ submissionId }) => submissionId));
  return { pairs: plan.assignments, left: entries.filter((id) => !found.has(id)) };
}

/** In: the world of a stage and one of its entries. Out: the judges who may newly read it, as the automatic way would allow. */
export function judgesFreeFor(world: World, submissionId: string): string[] {
  const entry = world.submissions.find(({ id }) => id === submissionId);
  if (!entry) return [];
  const had = new Set(world.existing.filter((pair) => pair.submissionId === submissionId).map(({ judgeId }) => judgeId));
  return world.judges
    .filter((judge) => !had.has(judge.userId) && conflictsBetween(judge, entry, world.grounds).length === 0)
    .map(({ userId }) => userId);
}

/** In: the world of a stage and a pair that was handed back. Out: whether what is known otherwise still keeps the two apart. */
export function isStillInConflict(world: World, { submissionId, judgeId }: Pairing): boolean {
  const entry = world.submissions.find(({ id }) => id === submissionId);
  const judge = world.judges.find(({ userId }) => userId === judgeId);
  return !entry || !judge || conflictsBetween({ ...judge, declaredSubmissionIds: [] }, entry, world.grounds).length > 0;
}
