/**
 * What a publisher is told of a list before signing it, beside the list itself: where its line runs through equal entries, and
 * which of its entries were read less often than asked.
 *
 * Source: our default. Who answers for a list must not have to look for what is unusual in it.
 */

import type { LevelComposition } from "./composition";

/** Entries of one level's order that are equal on both sides of its line. */
export type TieAtTheLine = { readonly level: string; readonly codes: readonly string[] };

/** In: the levels before any move. Out: those whose line runs through entries that nothing the rules name tells apart. */
export function tiesAtTheLines(levels: readonly Pick<LevelComposition, "level" | "tie">[]): TieAtTheLine[] {
  return levels.flatMap(({ level, tie }) => (tie ? [{ level, codes: tie.codes }] : []));
}

/** How often an entry was read in one stage. */
export type Reading = { readonly code: string; readonly stage: string; readonly readings: number; readonly perSubmission: number };

/** In: how often each entry was read, and the codes on the list. Out: those on the list that were read less often than asked. */
export function underRead(readings: readonly Reading[], listed: readonly string[]): Reading[] {
  const wanted = new Set(listed);
  return readings.filter(({ code, readings: count, perSubmission }) => wanted.has(code) && count < perSubmission);
}
