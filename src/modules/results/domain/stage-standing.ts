/**
 * What the finished reviews of one entry in one stage amount to, always computed from the single marks.
 *
 * Source: the rubric total and the edition's way of combining judges (see review/domain). That a sum stored at hand-in must
 * equal the one computed now, or nothing is frozen, is our default.
 */

import type { Round } from "@/modules/competition/domain/levels";
import { combineJudges, spreadOf } from "@/modules/review/domain/aggregation";
import { meanOf, fraction, type Fraction } from "@/modules/review/domain/fraction";
import { pointsOf, weightedSum, type Marks } from "@/modules/review/domain/scoring";
import type { StageStanding } from "./ranking";

/** One finished review: its marks, and the weighted sum that was stored when it was handed in. */
export type FinishedReview = { readonly marks: Marks; readonly storedSum: number | null };

/**
 * The standing out of the marks alone, and whether every stored sum agrees with them. A review whose marks are incomplete or
 * outside the scale has no sum and never agrees; it is left out of the standing.
 */
export function stageStanding(reviews: readonly FinishedReview[], round: Pick<Round, "scoring" | "rubric">): {
  standing: StageStanding;
  agrees: boolean;
} {
  const summed = reviews.map((review) => ({ ...review, sum: weightedSum(review.marks, round.rubric) }));
  const sound = summed.flatMap(({ marks, sum }) => (sum.ok ? [{ marks, points: pointsOf(sum.value, round.rubric) }] : []));
  const points = sound.map((review) => review.points);
  const { lowest, highest } = spreadOf(points);
  return {
    standing: {
      points: combineJudges(points, round.scoring.combineJudges),
      criteria: meanMarks(sound.map(({ marks }) => marks), round.rubric.criteria.map(({ key }) => key)),
      readings: sound.length,
      lowest,
      highest,
    },
    agrees: summed.every(({ sum, storedSum }) => sum.ok && sum.value === storedSum),
  };
}

/** A stage that has not begun for an entry: no reading, no points. */
export const UNREAD: StageStanding = { points: null, criteria: {}, readings: 0, lowest: null, highest: null };

function meanMarks(reviews: readonly Marks[], criteria: readonly string[]): Record<string, Fraction> {
  const means = criteria.map((key) => [key, meanOf(reviews.map((marks) => fraction(marks[key] ?? 0)))] as const);
  return Object.fromEntries(means.flatMap(([key, mean]) => (mean ? [[key, mean]] : [])));
}
