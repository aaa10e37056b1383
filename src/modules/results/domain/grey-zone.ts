/**
 * How firm a level's line is: how far totals could move with other readers, and how many entries lie that near the line.
 *
 * Source: our default, for the eyes of those who decide and never for the order. Two readers of one entry differ; half of their
 * usual difference is how far the mean of two lies from either of them, and so a plain measure of what another reader changes.
 */
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import { add, compare, fraction, medianOf, mul, subtract, sumOf, type Fraction } from "@/modules/review/domain/fraction";
import type { LevelComposition } from "./composition";
import { cutLine } from "./composition-view";
import type { RankedEntry } from "./ranking";

export type GreyZone = {
  /** Exact points on either side of the line. */
  readonly width: Fraction;
  /** Entries inside it, on both sides. */
  readonly entries: number;
};

/**
 * The grey zone of a level: null without a line, or where no counted stage has an entry with two readings. The width is the
 * weighted half of the median difference between the readers of one entry, stage by stage.
 */
export function greyZone(
  level: Pick<LevelComposition, "eligible" | "capacity">,
  ranked: readonly RankedEntry[],
  combine: ResultRule["combine"],
): GreyZone | null {
  const { lastIn, firstOut } = cutLine(level, ranked);
  if (!lastIn?.total || !firstOut?.total) return null;
  const parts = combine.flatMap(({ stage, weight }) => {
    const usual = usualDifference(ranked, stage);
    return usual ? [mul(usual, fraction(weight, 200))] : [];
  });
  if (parts.length === 0) return null;
  const width = sumOf(parts);
  const middle = mul(add(lastIn.total, firstOut.total), fraction(1, 2));
  const candidates = new Set(level.eligible);
  const [from, to] = [subtract(middle, width), add(middle, width)];
  const inside = ranked.filter(({ code, total }) => candidates.has(code) && total && compare(total, from) >= 0 && compare(total, to) <= 0);
  return { width, entries: inside.length };
}

/** The median, over the entries with two or more readings, of how far the highest lies above the lowest. */
function usualDifference(ranked: readonly RankedEntry[], stage: string): Fraction | null {
  return medianOf(ranked.flatMap(({ stages }) => {
    const standing = stages[stage];
    return standing && standing.readings >= 2 && standing.lowest && standing.highest ? [subtract(standing.highest, standing.lowest)] : [];
  }));
}
