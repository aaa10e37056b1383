/**
 * Means of a table of marks by entry and by judge: how good an entry was seen, and how strict a judge was.
 *
 * Source: the two-way table of Shrout & Fleiss, "Intraclass correlations", Psychological Bulletin 86 (1979) 420–428.
 */

import { fraction, meanOf, type Fraction } from "./fraction";

/** One row per entry, one column per judge; a whole-number mark, or null where this judge did not read this entry. */
export type MarkTable = readonly (readonly (number | null)[])[];

export type TableStatistics = {
  readonly rowMeans: (Fraction | null)[];
  readonly columnMeans: (Fraction | null)[];
  readonly grandMean: Fraction | null;
};

/** Row, column and grand means of a table, exact; null wherever there is no mark. */
export function tableStatistics(table: MarkTable): TableStatistics {
  return { rowMeans: rowMeans(table), columnMeans: columnMeans(table), grandMean: meanOfMarks(table.flat()) };
}

/** The exact mean of each entry (row) over the judges who read it; null for an entry nobody read. */
export function rowMeans(table: MarkTable): (Fraction | null)[] {
  return table.map(meanOfMarks);
}

/** The exact mean of each judge (column) over the entries they read; a short row counts as unread at its end. */
export function columnMeans(table: MarkTable): (Fraction | null)[] {
  const judges = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: judges }, (_, judge) => meanOfMarks(table.map((row) => row[judge] ?? null)));
}

function meanOfMarks(marks: readonly (number | null)[]): Fraction | null {
  return meanOf(marks.filter((mark) => mark !== null).map((mark) => fraction(mark)));
}
