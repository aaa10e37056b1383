/**
 * The entries of a published list, with the words as they stand on the day, in the order they are read.
 *
 * Source: lists of KIPP carry no ranks; ordering them by title is our default. The order is by our own folding of letters,
 * so that it is the same on every machine.
 */

import type { EditionRules, LocalizedText, ResultRule } from "@/modules/competition/domain/edition-rules";
import { byCodeUnit } from "@/modules/review/domain/seeded-order";
import type { Composition } from "./composition";

/** What is known of an entry when it is listed; `province` is empty for an agency of the whole country. */
export type EntryFacts = {
  readonly code: string;
  readonly submissionId: string;
  readonly innovationId: string;
  readonly innovationCode: string;
  readonly title: string;
  readonly unitName: string;
  readonly agencyName: string;
  readonly province: string;
  readonly groupKey: string;
  readonly categoryKey: string;
};

export type ListedEntry = Omit<EntryFacts, "groupKey" | "categoryKey"> & {
  readonly levelKey: string;
  readonly group: LocalizedText;
  readonly category: LocalizedText;
};

export type ListedLevel = { readonly key: string; readonly name: LocalizedText; readonly entries: readonly ListedEntry[] };

/** One list per level of the result, in the order of the rules. Codes of which nothing is known are left out. */
export function listedLevels(
  { levels }: Pick<Composition, "levels">,
  facts: ReadonlyMap<string, EntryFacts>,
  { rules, result }: { rules: Pick<EditionRules, "groups" | "categories">; result: ResultRule },
): ListedLevel[] {
  return result.levels.map(({ key, name }) => {
    const codes = levels.find(({ level }) => level === key)?.codes ?? [];
    const entries = codes.flatMap((code) => facts.get(code) ?? []).map(({ groupKey, categoryKey, ...entry }) => ({
      ...entry,
      levelKey: key,
      group: nameOf(rules.groups, groupKey),
      category: nameOf(rules.categories, categoryKey),
    }));
    return { key, name, entries: entries.sort(byTitle) };
  });
}

/** "Sulawesi Selatan" out of the name of a province's government; other names stay as they are. */
export function provinceOf(governmentName: string): string {
  return governmentName.replace(/^Pemerintah (Provinsi )?/, "");
}

function byTitle(left: ListedEntry, right: ListedEntry): number {
  return byCodeUnit(folded(left.title), folded(right.title)) || byCodeUnit(left.code, right.code);
}

function folded(title: string): string {
  return title.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function nameOf(named: readonly { key: string; name: LocalizedText }[], key: string): LocalizedText {
  return named.find((candidate) => candidate.key === key)?.name ?? { id: key, en: key };
}
