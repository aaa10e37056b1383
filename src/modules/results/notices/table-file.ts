import { stringify } from "csv-stringify/sync";
import { textCell } from "@/lib/table-cells";

export const TABLE_TYPE = "text/csv; charset=utf-8";

/**
 * For spreadsheets too: a mark for UTF-8 at the start, and no cell that a spreadsheet would run as a formula. Separated by commas
 * as data; by semicolons where an Indonesian spreadsheet, whose decimals have the comma, is to read one value per cell.
 */
export function tableFile<Column extends string>(
  columns: readonly Column[], rows: readonly Readonly<Record<Column, string>>[], { delimiter = "," }: { delimiter?: "," | ";" } = {},
): string {
  const guarded = rows.map((row) => Object.fromEntries(columns.map((column) => [column, textCell(row[column])])));
  return stringify(guarded, { header: true, columns: [...columns], bom: true, record_delimiter: "\r\n", delimiter });
}
