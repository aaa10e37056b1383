import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { randomFrom, seedOf } from "./random";
import type { GeneratedSubmission } from "./submissions";
import { codeGiver, formalities, groupOf } from "./submissions";

/** The first line of every text that was written for a real innovation. */
export const DEMONSTRATION_LINE = "[Teks peragaan: ditulis untuk demonstrasi, bukan isi proposal aslinya]";

/** A real innovation with the texts written for it, not yet in any edition. */
export type DemonstrationEntry = {
  /** Joins it to `prisma/data/past-results.csv`. */
  innovation: string;
  title: string;
  unit: string;
  group: string;
  category: string;
  implementedSince: string;
  answers: Record<string, string>;
};

export type EnterOptions = { rules: EditionRules; seed: number; takenCodes?: ReadonlySet<string> };

/** What a file of `prisma/data/demonstration/` holds, as it stands there. */
export function demonstrationFile<Entry>(name: string): Entry[] {
  return parse(readFileSync(new URL(`../data/demonstration/${name}.yaml`, import.meta.url), "utf8")) as Entry[];
}

/** A text under its marking line. */
export function marked(text: string): string {
  return `${DEMONSTRATION_LINE}\n\n${text.trim()}`;
}

/**
 * The entries as submissions of an edition. A unit or group that the edition does not admit is a bug and throws. `label` names
 * the invented people: `Inovator Peragaan Parepare 1`.
 */
export function enter(entries: readonly DemonstrationEntry[], label: string, options: EnterOptions): GeneratedSubmission[] {
  const { rules, seed, takenCodes } = options;
  const random = randomFrom(seedOf(seed, rules.edition.slug, "demonstration", label));
  const codes = codeGiver(rules, random, takenCodes);

  return entries.map(({ unit, ...entry }, index) => {
    const agencyCode = filingAgencyOf(unit, rules.participants);
    if (agencyCode === null) throw new RangeError(`${unit} cannot enter ${rules.edition.slug}`);
    return {
      ...entry,
      ...formalities(random, { rules, group: groupOf(rules, entry.group), label: `${label} ${index + 1}` }),
      code: codes(),
      unitCode: unit,
      agencyCode,
    };
  });
}
