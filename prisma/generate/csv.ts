import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";

const require = createRequire(import.meta.url);

/** The rows of a file in `prisma/data/`, each keyed by the names in its first line. */
export function dataRows<Column extends string>(file: string): Record<Column, string>[] {
  return rows(new URL(`../data/${file}`, import.meta.url));
}

/** The rows of a table of the `idn-area-data` package, read from its CSV so that this needs no promise. */
export function areaRows<Column extends string>(table: "provinces" | "regencies" | "districts"): Record<Column, string>[] {
  return rows(require.resolve(`idn-area-data/data/${table}.csv`));
}

function rows<Column extends string>(path: string | URL): Record<Column, string>[] {
  return parse<Record<Column, string>>(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true });
}
