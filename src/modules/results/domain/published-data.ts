/**
 * A published list as data: the rows of the table file and the document of the JSON file, with English keys that stay.
 *
 * Source: our default. Nothing in them was not public on the page; times are UTC, a missing value is null.
 */

import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import type { ListedLevel } from "./listed";
import type { Decree, PublicationState } from "./publication";

/** All that a publication says. `decree` texts are empty while the list is provisional; `publishedAt` is ISO in UTC. */
export type PublicationContent = {
  readonly edition: { readonly slug: string; readonly code: string; readonly year: number; readonly name: LocalizedText };
  readonly organizer: string;
  readonly result: { readonly key: string; readonly name: LocalizedText };
  readonly isDemo: boolean;
  readonly version: number;
  readonly state: PublicationState;
  readonly decree: Decree;
  readonly publishedAt: string;
  readonly levels: readonly ListedLevel[];
};

export const TABLE_COLUMNS = [
  "level", "title", "unit", "agency", "province", "group", "category", "code", "innovation", "year", "state",
] as const;

/** One row per entry, all texts (names in Indonesian), in the order of the page; guarding a spreadsheet is the writer's task. */
export function tableRows({ levels, edition, state }: PublicationContent): Record<(typeof TABLE_COLUMNS)[number], string>[] {
  return levels.flatMap(({ name, entries }) =>
    entries.map((entry) => ({
      level: name.id,
      title: entry.title,
      unit: entry.unitName,
      agency: entry.agencyName,
      province: entry.province,
      group: entry.group.id,
      category: entry.category.id,
      code: entry.code,
      innovation: entry.innovationCode,
      year: String(edition.year),
      state,
    })),
  );
}

/** The JSON document as plain data, its keys in the order written here. */
export function dataDocument(content: PublicationContent) {
  const { edition, organizer, result, isDemo, version, state, decree, publishedAt, levels } = content;
  return {
    format: 1,
    edition: { slug: edition.slug, code: edition.code, year: edition.year, name: inBoth(edition.name) },
    organizer,
    result: { key: result.key, name: inBoth(result.name) },
    demonstration: isDemo,
    version,
    state,
    decree: state === "FINAL" ? { number: decree.number, date: decree.date } : null,
    publishedAt,
    count: countOf(levels),
    levels: levels.map(({ key, name, entries }) => ({
      key,
      name: inBoth(name),
      count: entries.length,
      entries: entries.map((entry) => ({
        code: entry.code,
        innovation: entry.innovationCode,
        title: entry.title,
        unit: entry.unitName,
        agency: entry.agencyName,
        province: entry.province || null,
        group: inBoth(entry.group),
        category: inBoth(entry.category),
      })),
    })),
  };
}

/** The order of keys must not depend on where the names were stored. */
const inBoth = ({ id, en }: LocalizedText): LocalizedText => ({ id, en });

/** How many entries the levels hold together. */
export function countOf(levels: readonly ListedLevel[]): number {
  return levels.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** The name a file is saved under; a provisional list says so even there. */
export function fileName(content: Pick<PublicationContent, "edition" | "result" | "version" | "state">, extension: string): string {
  const mark = content.state === "PROVISIONAL" ? "-SEMENTARA" : "";
  return `${content.edition.slug}-${content.result.key}-v${content.version}${mark}.${extension}`;
}
