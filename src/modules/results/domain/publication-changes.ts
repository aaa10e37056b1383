/**
 * What a published list changes from the version before: who came in, who left, who stands on another level.
 *
 * Source: our default. A list that replaces another says in public what is different, so that nobody has to compare.
 */

import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";

/** An entry as a version of the list names it. */
export type NamedEntry = {
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly agencyName: string;
  readonly levelKey: string;
  readonly level: LocalizedText;
};

export type PublicationChanges = {
  readonly entered: readonly NamedEntry[];
  readonly left: readonly NamedEntry[];
  /** As they stand now, with the level they had before. */
  readonly moved: readonly (NamedEntry & { readonly before: LocalizedText })[];
};

/** In: the entries of two versions, the earlier first. Out: the differences, each list by title. */
export function changesBetween(before: readonly NamedEntry[], after: readonly NamedEntry[]): PublicationChanges {
  const earlier = new Map(before.map((entry) => [entry.code, entry]));
  const later = new Set(after.map(({ code }) => code));
  return {
    entered: after.filter(({ code }) => !earlier.has(code)).sort(byTitle),
    left: before.filter(({ code }) => !later.has(code)).sort(byTitle),
    moved: after
      .flatMap((entry) => {
        const known = earlier.get(entry.code);
        return known && known.levelKey !== entry.levelKey ? [{ ...entry, before: known.level }] : [];
      })
      .sort(byTitle),
  };
}

/** Whether two versions name the same entries on the same levels. */
export function isUnchanged({ entered, left, moved }: PublicationChanges): boolean {
  return entered.length + left.length + moved.length === 0;
}

function byTitle(left: NamedEntry, right: NamedEntry): number {
  return byCodeUnit(left.title, right.title) || byCodeUnit(left.code, right.code);
}
