/**
 * Which entries a result ranks, with what each reached in the stages that are read.
 *
 * Source: each round of KIPP ranks those whom its last stage scored. That everybody whom a level draws from is ranked too, also
 * who never entered a stage that counts, is our default: what is missing must be seen before it is decided.
 */
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import type { EarlierLevels } from "./composition";
import type { RankableEntry, StageStanding } from "./ranking";
import { UNREAD } from "./stage-standing";

/** One entrant of a stage, with what it reached there. */
export type Entrant = { readonly submissionId: string; readonly code: string; readonly groupKey: string; readonly filedAt: Date | null; readonly standing: StageStanding };

export type Candidate = RankableEntry & {
  readonly submissionId: string;
  /** The read stages in which it was among those who are scored. */
  readonly entered: readonly string[];
};

export type ReadStage = { readonly stage: string; readonly isDeciding: boolean; readonly entrants: readonly Entrant[] };

/**
 * In: the stages that a result reads with their entrants, its levels, and the levels that each code reached before. Out: the
 * entrants of the deciding stage and everybody whom a level draws from (`from`), in the order met. A stage that an entry did
 * not enter has no points for it.
 */
export function candidatesOf(reads: readonly ReadStage[], { levels }: Pick<ResultRule, "levels">, earlier: EarlierLevels): Candidate[] {
  const known = new Map<string, { entrant: Entrant; isCandidate: boolean; stages: Record<string, StageStanding> }>();
  for (const { stage, isDeciding, entrants } of reads)
    for (const entrant of entrants) {
      const before = known.get(entrant.code);
      const isCandidate = isDeciding || before?.isCandidate || isDrawnFrom(entrant, levels, earlier);
      known.set(entrant.code, { entrant, isCandidate, stages: { ...before?.stages, [stage]: entrant.standing } });
    }
  return [...known.values()].filter(({ isCandidate }) => isCandidate).map(({ entrant: { submissionId, code, groupKey, filedAt }, stages }) => ({
    submissionId, code, group: groupKey, filedAt: filedAt?.getTime() ?? 0,
    entered: Object.keys(stages),
    stages: Object.fromEntries(reads.map(({ stage }) => [stage, stages[stage] ?? UNREAD])),
  }));
}

function isDrawnFrom({ code, groupKey }: Entrant, levels: ResultRule["levels"], earlier: EarlierLevels): boolean {
  const reached = earlier.get(code) ?? [];
  return levels.some(({ from, groups }) => from !== null && groups.includes(groupKey) && reached.includes(from));
}
