/**
 * What a composition looks like beside the order of scores: counts before and after the moves, and the line of the cut.
 *
 * Source: our default, after the composition table of KIPP's plenary (cluster, category, region).
 */

import { subtract, type Fraction } from "@/modules/review/domain/fraction";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";
import type { LevelComposition } from "./composition";
import type { RankedEntry } from "./ranking";

export const TRAITS = ["category", "group", "agencyKind", "province"] as const;
export type Trait = (typeof TRAITS)[number];

/** What is counted of an entry; an agency of the whole country has no province. */
export type EntryTraits = {
  readonly category: string;
  readonly group: string;
  readonly agencyKind: string;
  readonly province: string | null;
};

/** How many entries share a value: by the order of scores, and after the moves. */
export type TraitCount = { readonly value: string | null; readonly before: number; readonly after: number };

/**
 * Counts the entries of one or more levels by category, group, kind of agency and province. Values ascend, with none (null) at
 * the end; a code without traits is left out.
 */
export function compositionCounts(
  levels: readonly Pick<LevelComposition, "proposed" | "codes">[],
  traits: ReadonlyMap<string, EntryTraits>,
): Record<Trait, TraitCount[]> {
  const known = (codes: readonly string[]) => codes.flatMap((code) => traits.get(code) ?? []);
  const before = known(levels.flatMap(({ proposed }) => proposed));
  const after = known(levels.flatMap(({ codes }) => codes));
  const countsOf = (trait: Trait) =>
    valuesOf([...before, ...after].map((entry) => entry[trait])).map((value) => ({
      value,
      before: before.filter((entry) => entry[trait] === value).length,
      after: after.filter((entry) => entry[trait] === value).length,
    }));
  return {
    category: countsOf("category"),
    group: countsOf("group"),
    agencyKind: countsOf("agencyKind"),
    province: countsOf("province"),
  };
}

/** Where the order of scores is cut. `distance` in exact points; null when one side is missing. */
export type CutLine = {
  readonly lastIn: RankedEntry | null;
  readonly firstOut: RankedEntry | null;
  readonly distance: Fraction | null;
};

/** The last entry that scores alone bring onto a level, the first they leave out, and how far their totals lie apart. */
export function cutLine(
  { eligible, capacity }: Pick<LevelComposition, "eligible" | "capacity">,
  ranked: readonly RankedEntry[],
): CutLine {
  const entryOf = (code: string | undefined) => ranked.find((entry) => entry.code === code) ?? null;
  const lastIn = entryOf(eligible[Math.min(capacity, eligible.length) - 1]);
  const firstOut = entryOf(eligible[capacity]);
  const distance = lastIn?.total && firstOut?.total ? subtract(lastIn.total, firstOut.total) : null;
  return { lastIn, firstOut, distance };
}

function valuesOf(values: readonly (string | null)[]): (string | null)[] {
  const named = [...new Set(values)].filter((value) => value !== null).sort(byCodeUnit);
  return values.includes(null) ? [...named, null] : named;
}
