import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { toDecimal, type Fraction } from "@/modules/review/domain/fraction";
import { numberCell } from "@/lib/table-cells";
import type { Locale } from "@/lib/paths";
import { exactOf } from "../domain/ranking";
import type { EditionResult } from "../queries/edition-result";
import type { RankedRow } from "../queries/ranking";
import type { MarkRow, WholeRanking } from "../queries/whole-ranking";
import { tableFile } from "./table-file";

type Place = Pick<EditionResult, "edition" | "result" | "reads">;

/** A cell: a text that stays one, an exact number with a full stop, or nothing. */
export type FileCell = string | { number: string } | null;
/** A table before it is written: its columns, in English words that stay, and its rows. */
export type FileTable = { columns: string[]; rows: FileCell[][] };

/**
 * A whole ranking: the rank, which equals share, and for each stage that was read its own mean, readings, lowest and highest.
 * `total_exact` is the number that decided. The hash of the frozen text stands in every row; empty while nothing is frozen.
 */
export function rankingTable({ rows, sha256 }: WholeRanking, { edition, reads }: Place): FileTable {
  const stages = reads.map(({ stage }) => stage.key);
  const columns = [
    "rank", "rank_in_group", "code", "title", "agency", "group", "category", "total", "total_exact",
    ...stages.flatMap((stage) => ["mean", "readings", "lowest", "highest"].map((what) => `${stage}_${what}`)),
    "decided_by", "ranking_sha256",
  ];
  return {
    columns,
    rows: rows.map((row) => [
      row.total === null ? null : { number: String(row.rank) }, row.groupRank === null ? null : { number: String(row.groupRank) },
      row.code, row.title, row.agencyName, ...namesOf(row, edition.rules), decimal(exactOf(row.total)), row.total,
      ...stages.flatMap((stage) => stageCells(row, stage)), row.decidedBy, sha256,
    ]),
  };
}

/** All marks, with what a total follows from: Σ weight · mark / top mark per judge, the mean over judges, the stage's weight. */
export function marksTable(marks: readonly MarkRow[], { sha256 }: WholeRanking, { reads, result }: Place): FileTable {
  const roundOf = new Map(reads.map(({ round }) => [round.stage.key, round]));
  const weightOf = new Map(result.combine.map(({ stage, weight }) => [stage, weight]));
  const number = (value: number) => ({ number: String(value) });
  return {
    columns: ["stage", "stage_weight", "combined_by", "code", "judge", "criterion", "criterion_weight", "mark", "top_mark", "ranking_sha256"],
    rows: marks.flatMap(({ stage, code, judge, criterion, mark }) => {
      const round = roundOf.get(stage);
      const weight = round?.rubric.criteria.find(({ key }) => key === criterion)?.weight;
      if (!round || weight === undefined) return [];
      return [[
        stage, number(weightOf.get(stage) ?? 0), round.scoring.combineJudges, code, judge, criterion, number(weight), number(mark),
        number(round.rubric.scale.max), sha256,
      ]];
    }),
  };
}

/** As data: commas between values, a full stop in numbers. */
export const dataFile = (table: FileTable): string => written(table, { delimiter: ",", locale: "en" });

/** For the spreadsheet of a language: Indonesian ones split at semicolons and read a comma in numbers. Without fractions, which they read as dates. */
export function spreadsheetFile({ columns, rows }: FileTable, locale: Locale): string {
  const without = columns.indexOf("total_exact");
  const kept = <Value>(values: readonly Value[]) => values.filter((_, place) => place !== without);
  return written({ columns: kept(columns), rows: rows.map(kept) }, { delimiter: locale === "id" ? ";" : ",", locale });
}

/** What is not frozen says so in the name it is saved under, with the moment it stood so. */
export function rankingFileName({ edition, result }: Pick<EditionResult, "edition" | "result">, { what, extension, kind, now }: {
  what: "peringkat" | "nilai"; extension: "csv" | "xlsx"; kind: WholeRanking["kind"]; now: Date;
}): string {
  const moment = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, "");
  return `${edition.slug}-${result.key}-${what}${kind === "FROZEN" ? "" : `-SEMENTARA-${moment}Z`}.${extension}`;
}

function written({ columns, rows }: FileTable, { delimiter, locale }: { delimiter: "," | ";"; locale: Locale }): string {
  const cellOf = (cell: FileCell | undefined) => (typeof cell === "string" ? cell : cell ? numberCell(cell.number, locale) : "");
  return tableFile(columns, rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, cellOf(row[place])]))), { delimiter });
}

function stageCells({ stages }: RankedRow, wanted: string): FileCell[] {
  const stored = stages.find(({ stage }) => stage === wanted);
  return [
    decimal(exactOf(stored?.points ?? null)), { number: String(stored?.readings ?? 0) },
    decimal(exactOf(stored?.lowest ?? null)), decimal(exactOf(stored?.highest ?? null)),
  ];
}

function namesOf({ groupKey, categoryKey }: RankedRow, { groups, categories }: EditionRules): string[] {
  const nameIn = (named: EditionRules["groups"] | EditionRules["categories"], wanted: string) =>
    named.find(({ key }) => key === wanted)?.name.id ?? wanted;
  return [nameIn(groups, groupKey), nameIn(categories, categoryKey)];
}

/** Thirds go on for ever; whatever ends sooner is exact. */
const PLACES = 10;

const decimal = (value: Fraction | null): FileCell => (value ? { number: toDecimal(value, PLACES).replace(/\.?0+$/, "") } : null);
