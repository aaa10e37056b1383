import type { Transaction } from "@/lib/db";
import { CODE_SPACE, codeFrom } from "@/modules/submission/domain/codes";
import { agencyRows } from "../generate/agencies";
import { dataRows } from "../generate/csv";
import { seedOf } from "../generate/random";
import { groupedBy, idOf, insertRows } from "./rows";

type ResultRow = Record<
  "year" | "result" | "scope" | "innovation" | "title" | "agency" | "province" | "agency_code" | "unit_code" | "source", string
>;

/** An entry without a result is no past result. */
const NO_RESULT = "Submitted to KIPP";

export const agencyId = (code: string) => idOf("agency", code);
export const innovationId = (key: string) => idOf("innovation", key);

/** The innovation of a generated submission: one that is known from before, or its own. */
export const innovationOf = ({ innovation, code }: { innovation: string | null; code: string }) => innovationId(innovation ?? code);

/** What every installation begins with: the tree of agencies, and what innovations reached before the portal kept the record. */
export async function loadReference(tx: Transaction): Promise<string> {
  const agencies = agencyRows();
  await insertRows(tx, "Agency", {
    rows: agencies.map(({ code, kind, name, parentCode, provinceCode }) => ({
      id: agencyId(code), code, kind, name, parentId: parentCode === null ? null : agencyId(parentCode), provinceCode,
    })),
  });

  const results = dataRows<keyof ResultRow>("past-results.csv").filter(({ result }) => result !== NO_RESULT);
  const innovations = groupedBy(results, ({ innovation }) => innovation);
  const codes = innovationCodes();
  await insertRows(tx, "Innovation", { rows: [...innovations].map(([key, rows]) => innovationRow(key, rows, codes)) });
  await insertRows(tx, "PastResult", { rows: results.map(pastResultRow) });
  return `${agencies.length} agencies and units, ${innovations.size} innovations with ${results.length} past results`;
}

/** Gives innovations their codes; a code that is taken leads to the next draw. */
export function innovationCodes(taken: Iterable<string> = []): (key: string, year: number) => string {
  const given = new Set(taken);
  return (key, year) => {
    for (let draw = 0; ; draw += 1) {
      const code = codeFrom("INO", year, seedOf("innovation", key, draw) % CODE_SPACE);
      if (given.has(code)) continue;
      given.add(code);
      return code;
    }
  };
}

/** Known by its latest title, under the most exact place in the tree that any announcement names. */
function innovationRow(key: string, rows: readonly ResultRow[], codes: ReturnType<typeof innovationCodes>) {
  const inOrder = rows.toSorted((one, other) => Number(one.year) - Number(other.year));
  const place = inOrder.findLast(({ unit_code }) => unit_code)?.unit_code ?? inOrder.findLast(({ agency_code }) => agency_code)?.agency_code;
  return {
    id: innovationId(key),
    code: codes(key, Number(inOrder[0]!.year)),
    title: inOrder.at(-1)!.title,
    agencyId: place ? agencyId(place) : null,
  };
}

function pastResultRow({ year, result, scope, innovation, title, agency, province, source }: ResultRow) {
  return {
    id: idOf("past-result", innovation, year, result),
    innovationId: innovationId(innovation),
    year: Number(year), level: result, scope, title, agencyName: agency, province, source,
  };
}
