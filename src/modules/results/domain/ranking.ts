/**
 * The order of the entries of one result, and which comparator put each entry below the one before it.
 *
 * Source: KIPP combines the totals of its stages by the weights of the edition; the tie-breaks are declared there too. That
 * entries which no declared comparator separates are equal and share a rank (1, 2, 2, 4), and that an entry without a
 * counted stage comes last, without a rank of its own, and is never scored 0, is our default.
 */

import type { ResultRule, TieBreakRule } from "@/modules/competition/domain/edition-rules";
import { compare, fraction, fromText, mul, sumOf, type Fraction } from "@/modules/review/domain/fraction";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";

/** What an entry reached in one stage; totals in points 0–100. */
export type StageStanding = {
  /** Combined over the judges; null without a finished reading. */
  readonly points: Fraction | null;
  /** The mean of the judges' marks per criterion key. */
  readonly criteria: Readonly<Record<string, Fraction>>;
  readonly readings: number;
  readonly lowest: Fraction | null;
  readonly highest: Fraction | null;
};

export type RankableEntry = {
  /** Unique among the entries. */
  readonly code: string;
  readonly group: string;
  /** When it was filed, in whole milliseconds since 1970. */
  readonly filedAt: number;
  readonly stages: Readonly<Record<string, StageStanding>>;
};

/**
 * The comparator that separated an entry from the one above it, as it is stored: `STAGE presentation`,
 * `CRITERION evaluation significance` (stage, then criterion). `FIRST` = nothing above; `EQUAL` = nothing separates it from
 * the one above; `INCOMPLETE` = it lacks a stage that counts. `CODE` stands in rankings frozen before equal entries shared a
 * rank: there, too, nothing separated them.
 */
export type DecidedBy =
  | "FIRST" | "INCOMPLETE" | "TOTAL" | `STAGE ${string}` | `CRITERION ${string} ${string}` | "EARLIER_FILING" | "EQUAL" | "CODE";

/** What the order of a result says of an entry. */
export type Ranked = {
  /** 1 to n without gaps or repeats: the order in which entries are shown. Among equals it means nothing. */
  readonly place: number;
  /** Equal entries share it, and as many ranks follow unused: 1, 2, 2, 4. */
  readonly rank: number;
  /** Exact points 0–100; null for an incomplete entry. */
  readonly total: Fraction | null;
  /** A stage that counts has no reading. */
  readonly incomplete: boolean;
  /** The counted stages without points, in the order of `combine`. */
  readonly missing: readonly string[];
  readonly decidedBy: DecidedBy;
};

export type RankedEntry = RankableEntry & Ranked;

/**
 * All entries in the order of the result: complete before incomplete, then the weighted total, then the declared tie-breaks
 * (a value that is missing comes after one that is there). Entries that are alike in all of these share a rank; so do the
 * incomplete ones, which have no order. Only where they are shown does the code put one before the other. The order given
 * never matters. Groups are ranked together; levels pick their groups later.
 */
export function rank<Entry extends RankableEntry>(
  entries: readonly Entry[], result: Pick<ResultRule, "combine" | "tieBreaks">,
): (Entry & Ranked)[] {
  const comparators = comparatorsOf(result);
  const totalled = entries.map((entry) => ({ entry, total: totalOf(entry, result.combine) }));
  totalled.sort((left, right) => firstDifference(left, right, comparators)?.order ?? byCodeUnit(left.entry.code, right.entry.code));
  let rankHere = 0;
  return totalled.map(({ entry, total }, index) => {
    const above = totalled[index - 1];
    const decidedBy = decidedByOf(above, { entry, total }, comparators);
    const shares = decidedBy === "EQUAL" || (total === null && above?.total === null);
    rankHere = shares ? rankHere : index + 1;
    return { ...entry, place: index + 1, rank: rankHere, total, incomplete: total === null, missing: missingStages(entry, result.combine), decidedBy };
  });
}

/** The stages that count (weight above 0) and in which an entry has no points, in the order of `combine`. */
export function missingStages(entry: Pick<RankableEntry, "stages">, combine: ResultRule["combine"]): string[] {
  return combine.filter(({ stage, weight }) => weight > 0 && !entry.stages[stage]?.points).map(({ stage }) => stage);
}

/** The exact total Σ weight · points / 100 over the counted stages (weight above 0); null when one of them has no points. */
export function totalOf(entry: Pick<RankableEntry, "stages">, combine: ResultRule["combine"]): Fraction | null {
  const counted = combine.filter(({ weight }) => weight > 0);
  const parts = counted.flatMap(({ stage, weight }) => {
    const points = entry.stages[stage]?.points;
    return points ? [mul(points, fraction(weight, 100))] : [];
  });
  return parts.length === counted.length ? sumOf(parts) : null;
}

/** Reads the stored form of `DecidedBy`: the comparator, with its stage and criterion where it has them. */
export function decidedByParts(decidedBy: string): { by: string; stage: string | null; criterion: string | null } {
  const [by = "", stage = null, criterion = null] = decidedBy.split(" ");
  return { by, stage, criterion };
}

/** The exact number out of its stored text `n/d`; null for none, and for any other text. */
export function exactOf(text: string | null): Fraction | null {
  const read = text === null ? null : fromText(text);
  return read?.ok ? read.value : null;
}

type Totalled = { readonly entry: RankableEntry; readonly total: Fraction | null };
/** Negative when `left` ranks above `right`. */
type Comparator = { readonly decidedBy: DecidedBy; readonly order: (left: Totalled, right: Totalled) => number };

function comparatorsOf({ tieBreaks }: Pick<ResultRule, "tieBreaks">): Comparator[] {
  return [
    { decidedBy: "INCOMPLETE", order: (left, right) => Number(left.total === null) - Number(right.total === null) },
    { decidedBy: "TOTAL", order: (left, right) => higherFirst(left.total, right.total) },
    ...tieBreaks.map(comparatorOf),
  ];
}

/** Incomplete entries have no order among themselves: a total that is not there cannot be broken by a tie-break. */
function decidedByOf(above: Totalled | undefined, current: Totalled, comparators: readonly Comparator[]): DecidedBy {
  if (!above) return current.total === null ? "INCOMPLETE" : "FIRST";
  if (current.total === null) return "INCOMPLETE";
  return firstDifference(above, current, comparators)?.decidedBy ?? "EQUAL";
}

function comparatorOf(tieBreak: TieBreakRule): Comparator {
  if (tieBreak.by === "EARLIER_FILING") {
    return { decidedBy: "EARLIER_FILING", order: (left, right) => left.entry.filedAt - right.entry.filedAt };
  }
  const { stage } = tieBreak;
  if (tieBreak.by === "STAGE") {
    const pointsOf = ({ entry }: Totalled) => entry.stages[stage]?.points;
    return { decidedBy: `STAGE ${stage}`, order: (left, right) => higherFirst(pointsOf(left), pointsOf(right)) };
  }
  const markOf = ({ entry }: Totalled) => entry.stages[stage]?.criteria[tieBreak.criterion];
  return {
    decidedBy: `CRITERION ${stage} ${tieBreak.criterion}`,
    order: (left, right) => higherFirst(markOf(left), markOf(right)),
  };
}

function firstDifference(left: Totalled, right: Totalled, comparators: readonly Comparator[]) {
  if (left.total === null && right.total === null) return null;
  for (const { decidedBy, order } of comparators) {
    const difference = order(left, right);
    if (difference !== 0) return { order: difference, decidedBy };
  }
  return null;
}

function higherFirst(left: Fraction | null | undefined, right: Fraction | null | undefined): number {
  if (left && right) return compare(right, left);
  return Number(!left) - Number(!right);
}
