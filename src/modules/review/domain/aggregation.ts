/**
 * How the totals of several judges become one, and how far they lie apart.
 *
 * Source: mean and median by the edition's `combineJudges`; a mean and never a sum, so that a missing judge costs an entry
 * nothing. The spread shown beside it is our default.
 */

import type { StageRule } from "@/modules/competition/domain/edition-rules";
import { compare, fraction, meanOf, medianOf, mul, subtract, sumOf, toDecimal, type Fraction } from "./fraction";

export type CombineMethod = NonNullable<StageRule["scoring"]>["combineJudges"];

/** How several readings of one entry differ; every number in points 0–100. */
export type Spread = {
  readonly readings: number;
  readonly lowest: Fraction | null;
  readonly highest: Fraction | null;
  /** `highest − lowest`; null without a reading. */
  readonly range: Fraction | null;
  /** Sample standard deviation with four places, for display only; null with fewer than two readings. */
  readonly deviationDisplay: string | null;
};

/** One exact total (points 0–100) out of the judges' totals, by the edition's method; null without a reading. */
export function combineJudges(points: readonly Fraction[], method: CombineMethod): Fraction | null {
  return method === "MEDIAN" ? medianOf(points) : meanOf(points);
}

/** The spread of the judges' totals (points 0–100) of one entry. */
export function spreadOf(points: readonly Fraction[]): Spread {
  const ascending = [...points].sort(compare);
  const lowest = ascending[0] ?? null;
  const highest = ascending[ascending.length - 1] ?? null;
  const range = lowest && highest ? subtract(highest, lowest) : null;
  return { readings: points.length, lowest, highest, range, deviationDisplay: deviationOf(points) };
}

const DEVIATION_DIGITS = 4;

// The root is taken of a whole number, so the four places are right to the last one and the same on every machine:
// round(10⁴·√v) = ⌊(⌊√(4·v·10⁸)⌋ + 1) / 2⌋.
function deviationOf(points: readonly Fraction[]): string | null {
  const mean = meanOf(points);
  if (mean === null || points.length < 2) return null;
  const squares = points.map((value) => subtract(value, mean)).map((distance) => mul(distance, distance));
  const variance = mul(sumOf(squares), fraction(1, points.length - 1));
  const scale = 10n ** BigInt(DEVIATION_DIGITS);
  const twice = wholeRoot((4n * variance.num * scale * scale) / variance.den);
  return toDecimal(fraction((twice + 1n) / 2n, scale), DEVIATION_DIGITS);
}

// Newton's method from above on whole numbers.
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n) root = next;
  return root;
}
