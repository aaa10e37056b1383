/**
 * What the finished reviews of one entry in one stage amount to, always computed from the single marks.
 *
 * Source: the rubric total and the edition's way of combining judges (see review/domain). That a sum stored at hand-in must
 * equal the one computed now, or nothing is frozen, is our default.
 */

import type { Round } from "@/modules/competition/domain/levels";
import { combineJudges, spreadOf } from "@/modules/review/domain/aggregation";
import { meanOf, fraction, toText, type Fraction } from "@/modules/review/domain/fraction";
import { pointsOf, weightedSum, type Marks } from "@/modules/review/domain/scoring";
import { exactOf, type StageStanding } from "./ranking";

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

/** The standing out of stored sums, and of the sums of marks per criterion: for an order while nothing is frozen. */
export function standingOfSums(sums: readonly number[], marks: Readonly<Record<string, number>>, round: Pick<Round, "scoring" | "rubric">): StageStanding {
  const points = sums.map((sum) => pointsOf(sum, round.rubric));
  const { lowest, highest } = spreadOf(points);
  const criteria = Object.fromEntries(Object.entries(marks).map(([key, total]) => [key, fraction(total, sums.length)]));
  return { points: combineJudges(points, round.scoring.combineJudges), criteria, readings: sums.length, lowest, highest };
}

/** A stage that has not begun for an entry: no reading, no points. */
export const UNREAD: StageStanding = { points: null, criteria: {}, readings: 0, lowest: null, highest: null };

/** One stage beside a ranked entry, as it is kept: exact texts `n/d`, null where nobody has read. */
export type StoredStage = { stage: string; points: string | null; readings: number; lowest: string | null; highest: string | null };

/** The stored form of a standing; the means per criterion are kept in the frozen text alone. */
export function storedStage(stage: string, { points, readings, lowest, highest }: StageStanding): StoredStage {
  const textOf = (value: Fraction | null) => value && toText(value);
  return { stage, points: textOf(points), readings, lowest: textOf(lowest), highest: textOf(highest) };
}

/** Standings by stage out of their stored form, without the means per criterion. */
export function standingsOf(stored: readonly StoredStage[]): Record<string, StageStanding> {
  return Object.fromEntries(stored.map(({ stage, points, readings, lowest, highest }) => [
    stage, { points: exactOf(points), criteria: {}, readings, lowest: exactOf(lowest), highest: exactOf(highest) },
  ]));
}

function meanMarks(reviews: readonly Marks[], criteria: readonly string[]): Record<string, Fraction> {
  const means = criteria.map((key) => [key, meanOf(reviews.map((marks) => fraction(marks[key] ?? 0)))] as const);
  return Object.fromEntries(means.flatMap(([key, mean]) => (mean ? [[key, mean]] : [])));
}
