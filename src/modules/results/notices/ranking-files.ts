import type { SavedFile } from "@/lib/guarded-file";
import type { Locale } from "@/lib/paths";
import type { MarkRow, WholeRanking } from "../queries/whole-ranking";
import type { AskedRanking } from "../queries/ranking-view";
import { dataFile, marksTable, rankingFileName, rankingTable, spreadsheetFile, type FileTable } from "./ranking-file";
import { workbook, WORKBOOK_TYPE } from "./ranking-workbook";
import { TABLE_TYPE } from "./table-file";

/** As data, for the spreadsheet of the page's language, as a workbook with all marks, and the marks as data. */
export const RANKING_FILES = ["data.csv", "lembar.csv", "lembar.xlsx", "nilai.csv"] as const;
export type RankingFile = (typeof RANKING_FILES)[number];

/** Whether a file holds the single marks of the judges. */
export const holdsMarks = (file: RankingFile): boolean => file === "nilai.csv" || file === "lembar.xlsx";

type Asked = { file: RankingFile; ranking: WholeRanking; marks: readonly MarkRow[]; found: AskedRanking; now: Date; locale: Locale };

/** The bytes of one of the files and the name it is saved under. */
export async function rankingFileOf({ file, ranking, marks, found, now, locale }: Asked): Promise<SavedFile> {
  const what = file === "nilai.csv" ? "nilai" : "peringkat";
  const nameOf = (extension: "csv" | "xlsx") => rankingFileName(found, { what, extension, kind: ranking.kind, now });
  switch (file) {
    case "data.csv": return { body: dataFile(rankingTable(ranking, found)), type: TABLE_TYPE, fileName: nameOf("csv") };
    case "lembar.csv": return { body: spreadsheetFile(rankingTable(ranking, found), locale), type: TABLE_TYPE, fileName: nameOf("csv") };
    case "nilai.csv": return { body: dataFile(marksTable(marks, ranking, found)), type: TABLE_TYPE, fileName: nameOf("csv") };
    case "lembar.xlsx": {
      const sheets = { Peringkat: rankingTable(ranking, found), Nilai: marksTable(marks, ranking, found), Keterangan: about(ranking, found) };
      return { body: await workbook(sheets), type: WORKBOOK_TYPE, fileName: nameOf("xlsx") };
    }
  }
}

/** What proves the workbook: the edition, its rules, and the hash of the frozen text. */
function about({ sha256, kind }: WholeRanking, { edition, result, frozen }: AskedRanking): FileTable {
  return {
    columns: ["what", "value"],
    rows: [
      ["edition", edition.code], ["result", result.key], ["state", kind], ["rules_sha256", edition.rulesSha256],
      ["ranking_sha256", sha256], ["frozen_at", frozen ? frozen.frozenAt.toISOString() : null],
    ],
  };
}
