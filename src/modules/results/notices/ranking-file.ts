import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { fraction, toDecimal, type Fraction } from "@/modules/review/domain/fraction";
import { exactOf } from "../domain/ranking";
import type { EditionResult } from "../queries/edition-result";
import type { FrozenEntry, LiveStanding, ScoredEntry } from "../queries/ranking";
import type { WholeRanking } from "../queries/whole-ranking";
import { tableFile } from "./table-file";

const ENTRY = ["code", "title", "agency", "group", "category"] as const;
const LIVE_COLUMNS = [...ENTRY, "total", "lowest", "highest", "readings"] as const;
/** `total` is for reading and sums, `total_exact` is the number that decided. */
const FROZEN_COLUMNS = ["rank", ...ENTRY, "total", "total_exact", "lowest", "highest", "readings", "decided_by"] as const;

/** A whole ranking as a table file: keys in English that stay, names in Indonesian, points with a full stop, nothing for none. */
export function rankingTable(ranking: WholeRanking, { edition, round }: Pick<EditionResult, "edition" | "round">): string {
  const { rules } = edition;
  return ranking.kind === "FROZEN"
    ? tableFile(FROZEN_COLUMNS, ranking.rows.map((row) => frozenRow(row, rules)))
    : tableFile(LIVE_COLUMNS, ranking.rows.map((row) => liveRow(row, rules, round.rubric.scale.max)));
}

/** What is not frozen says so in the name it is saved under, with the moment it stood so. */
export function rankingFileName({ edition, result }: Pick<EditionResult, "edition" | "result">, kind: WholeRanking["kind"], now: Date): string {
  const moment = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, "");
  return `${edition.slug}-${result.key}-peringkat${kind === "FROZEN" ? "" : `-SEMENTARA-${moment}Z`}.csv`;
}

function frozenRow(row: FrozenEntry, rules: EditionRules): Record<(typeof FROZEN_COLUMNS)[number], string> {
  const { rank, total, lowest, highest, readings, decidedBy } = row;
  return {
    rank: String(rank), ...entryCells(row, rules), total: decimalOf(exactOf(total)), total_exact: total ?? "",
    lowest: decimalOf(exactOf(lowest)), highest: decimalOf(exactOf(highest)), readings: String(readings), decided_by: decidedBy,
  };
}

/** Sums of a live list are whole numbers: divided by the readings and the rubric's top mark they are points. */
function liveRow(row: LiveStanding, rules: EditionRules, topMark: number): Record<(typeof LIVE_COLUMNS)[number], string> {
  const { sumTotal, readings, lowest, highest } = row;
  return {
    ...entryCells(row, rules), total: decimalOf(fraction(BigInt(sumTotal), readings * topMark)),
    lowest: decimalOf(fraction(lowest, topMark)), highest: decimalOf(fraction(highest, topMark)), readings: String(readings),
  };
}

function entryCells({ code, title, agencyName, groupKey, categoryKey }: ScoredEntry, { groups, categories }: EditionRules) {
  const nameIn = (named: EditionRules["groups"] | EditionRules["categories"], wanted: string) =>
    named.find(({ key }) => key === wanted)?.name.id ?? wanted;
  return { code, title, agency: agencyName, group: nameIn(groups, groupKey), category: nameIn(categories, categoryKey) };
}

/** Thirds go on for ever; whatever ends sooner is exact. */
const PLACES = 10;

const decimalOf = (value: Fraction | null): string => (value ? toDecimal(value, PLACES).replace(/\.?0+$/, "") : "");
