import { stringify } from "csv-stringify/sync";

export const TABLE_TYPE = "text/csv; charset=utf-8";

/** For spreadsheets too: a mark for UTF-8 at the start, and no cell that a spreadsheet would run as a formula. */
export function tableFile<Column extends string>(columns: readonly Column[], rows: readonly Readonly<Record<Column, string>>[]): string {
  return stringify([...rows], { header: true, columns: [...columns], bom: true, record_delimiter: "\r\n", escape_formulas: true });
}
