/**
 * The levels a judge can pick instead of typing a mark.
 *
 * Source: the anchors of the rubric, whose marks are the levels where it has any; the five equal steps of the scale where it
 * has none are our default.
 */
import type { CriterionRule, RubricRule } from "@/modules/competition/domain/edition-rules";

const STEPS = 4;

/** The marks of a criterion's levels, ascending and without repeats: those of its anchors, or five steps over the scale. */
export function levelMarks(criterion: Pick<CriterionRule, "anchors">, { min, max }: RubricRule["scale"]): number[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => Math.round(min + ((max - min) * step) / STEPS));
  const marks = criterion.anchors.length > 0 ? criterion.anchors.map(({ mark }) => mark) : steps;
  return [...new Set(marks)].sort((left, right) => left - right);
}

/** The highest level a mark reaches, counted from 0; null below the first. */
export function levelReached(mark: number, levels: readonly number[]): number | null {
  const reached = levels.findLastIndex((level) => level <= mark);
  return reached < 0 ? null : reached;
}
