/**
 * How many pairs of judge and entry an edition's rules keep apart, by ground, for the organiser who checks a plan.
 *
 * Source: our default. A pair with several grounds is counted once, under the one that says most.
 */
import type { ConflictGround } from "@/modules/competition/domain/edition-rules";
import { conflictsBetween, type ConflictKind, type EntryOrigin, type JudgeTies } from "./conflicts";

/** Which ground stands for a pair, the first that holds. */
const BY_WEIGHT: readonly ConflictKind[] = ["MEMBER", "DECLARED_ENTRY", "AGENCY", "DECLARED_AGENCY", "REGION", "PROVINCE"];

export type AvoidedConflicts = { readonly kind: ConflictKind; readonly pairs: number }[];

/** Pairs in conflict by ground, only grounds that occur, in the order of their weight. */
export function avoidedConflicts(task: {
  readonly judges: readonly JudgeTies[];
  readonly submissions: readonly EntryOrigin[];
  readonly grounds: readonly ConflictGround[];
}): AvoidedConflicts {
  const pairs = new Map<ConflictKind, number>();
  for (const judge of task.judges) {
    for (const submission of task.submissions) {
      const found = conflictsBetween(judge, submission, task.grounds).map(({ kind }) => kind);
      const kind = BY_WEIGHT.find((candidate) => found.includes(candidate));
      if (kind) pairs.set(kind, (pairs.get(kind) ?? 0) + 1);
    }
  }
  return BY_WEIGHT.flatMap((kind) => (pairs.has(kind) ? [{ kind, pairs: pairs.get(kind) ?? 0 }] : []));
}
