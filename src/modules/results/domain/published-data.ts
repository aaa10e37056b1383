/**
 * A published list as data: the rows of the table file and the document of the JSON file, with English keys that stay.
 *
 * Source: our default. Nothing in them was not public on the page; times are UTC, a missing value is null.
 */

import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import type { ListedLevel } from "./listed";
import type { Decree, PublicationState } from "./publication";
import type { NamedEntry, PublicationChanges } from "./publication-changes";

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
  /** The frozen ranking that the list was decided on. */
  readonly snapshotSha256: string;
  /** The last event of the audit chain before the publication. */
  readonly auditHead: { readonly seq: number; readonly hash: string } | null;
  /** The version before; null for the first. `reason` is empty where a decree follows without a change. */
  readonly replaces: { readonly version: number; readonly state: PublicationState; readonly reason: string; readonly changes: PublicationChanges } | null;
};

export const TABLE_COLUMNS = [
  "level", "title", "unit", "agency", "province", "group", "category", "code", "innovation", "year", "state", "version",
  "ranking_sha256", "audit_seq", "audit_hash",
] as const;

/** One row per entry, all texts (names in Indonesian), in the order of the page; what proves the list stands in every row, because a table has no other place for it. Guarding a spreadsheet is the writer's task. */
export function tableRows({ levels, edition, state, version, snapshotSha256, auditHead }: PublicationContent): Record<(typeof TABLE_COLUMNS)[number], string>[] {
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
      version: String(version),
      ranking_sha256: snapshotSha256,
      audit_seq: String(auditHead?.seq ?? ""),
      audit_hash: auditHead?.hash ?? "",
    })),
  );
}

/** The JSON document as plain data, its keys in the order written here. */
export function dataDocument(content: PublicationContent) {
  const { edition, organizer, result, isDemo, version, state, decree, publishedAt, levels, snapshotSha256, auditHead, replaces } = content;
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
    ranking: { sha256: snapshotSha256 },
    audit: auditHead && { seq: auditHead.seq, hash: auditHead.hash },
    replaces: replaces && replacedDocument(replaces),
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

function replacedDocument({ version, state, reason, changes }: NonNullable<PublicationContent["replaces"]>) {
  const named = ({ code, title, levelKey }: NamedEntry) => ({ code, title, level: levelKey });
  return {
    version, state, reason: reason || null, entered: changes.entered.map(named), left: changes.left.map(named),
    moved: changes.moved.map((entry) => ({ ...named(entry), before: inBoth(entry.before) })),
  };
}

/** The order of keys must not depend on where the names were stored. */
const inBoth = ({ id, en }: LocalizedText): LocalizedText => ({ id, en });

/** How many entries the levels hold together. */
export function countOf(levels: readonly ListedLevel[]): number {
  return levels.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** The name a file is saved under, and under which it can be fetched; a provisional list says so even there. */
export function fileName(content: Pick<PublicationContent, "edition" | "result" | "version" | "state">, extension: string): string {
  const mark = content.state === "PROVISIONAL" ? "-SEMENTARA" : "";
  return `${content.edition.slug}-${content.result.key}-v${content.version}${mark}.${extension}`;
}
