import writeWorkbook, { type SheetData } from "write-excel-file/node";
import type { FileCell, FileTable } from "./ranking-file";

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook of tables, by the name of their sheet: numbers are numbers in every language, and texts stay texts, formulas too. */
export async function workbook(tables: Readonly<Record<string, FileTable>>): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = Object.entries(tables).map(([sheet, { columns, rows }]) => ({
    sheet, stickyRowsCount: 1, data: [columns.map((column) => ({ value: column, fontWeight: "bold" as const })), ...rows.map((row) => row.map(cellOf))] as SheetData,
  }));
  return new Uint8Array(await writeWorkbook(sheets).toBuffer());
}

function cellOf(cell: FileCell) {
  if (cell === null) return null;
  return typeof cell === "string" ? { value: cell, type: String } : { value: Number(cell.number), type: Number };
}
