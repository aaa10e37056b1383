/**
 * What a publisher is told of a list before signing it, beside the list itself: where its line runs through equal totals, and
 * which of its entries were read less often than asked.
 *
 * Source: our default. Who answers for a list must not have to look for what is unusual in it.
 */

import { compare, type Fraction } from "@/modules/review/domain/fraction";
import type { LevelComposition } from "./composition";
import type { RankedEntry } from "./ranking";

/** Entries of one level's order that have the same total on both sides of its line. */
export type TieAtTheLine = { readonly level: string; readonly codes: readonly string[] };

/** In: the levels before any move, and the frozen order. Out: those whose last proposed entry and the next have equal totals, with all that share it. */
export function tiesAtTheLines(levels: readonly Pick<LevelComposition, "level" | "size" | "eligible">[], ranked: readonly RankedEntry[]): TieAtTheLine[] {
  const totalOf = new Map(ranked.map(({ code, total }) => [code, total]));
  return levels.flatMap(({ level, size, eligible }) => {
    const [last, next] = [totalOf.get(eligible[size - 1] ?? ""), totalOf.get(eligible[size] ?? "")];
    if (!last || !next || compare(last, next) !== 0) return [];
    return [{ level, codes: eligible.filter((code) => isTotal(totalOf.get(code), last)) }];
  });
}

function isTotal(total: Fraction | null | undefined, wanted: Fraction): boolean {
  return total ? compare(total, wanted) === 0 : false;
}

/** How often an entry was read in one stage. */
export type Reading = { readonly code: string; readonly stage: string; readonly readings: number; readonly perSubmission: number };

/** In: how often each entry was read, and the codes on the list. Out: those on the list that were read less often than asked. */
export function underRead(readings: readonly Reading[], listed: readonly string[]): Reading[] {
  const wanted = new Set(listed);
  return readings.filter(({ code, readings: count, perSubmission }) => wanted.has(code) && count < perSubmission);
}
