import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules, ResultRule } from "@/modules/competition/domain/edition-rules";
import { fraction, type Fraction } from "@/modules/review/domain/fraction";
import { SpreadStrip } from "@/ui/spread-strip";
import type { Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import { decidedByParts, exactOf } from "../../domain/ranking";
import type { FrozenEntry, LiveStanding, ScoredEntry } from "../../queries/ranking";
import { EntryName } from "../entry-name";
import { inPoints, roughly } from "../points";

const SCALE = [0, 100] as const;

/** What both lists show of an entry. */
async function entryColumns<Row extends ScoredEntry>(rules: EditionRules): Promise<Column<Row>[]> {
  const [t, locale] = await Promise.all([getTranslations("results.ranking.column"), getLocale()]);
  const nameOf = (named: readonly { key: string; name: { id: string; en: string } }[], key: string) =>
    named.find((candidate) => candidate.key === key)?.name[locale] ?? key;
  return [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: ({ title, code }) => <EntryName title={title} code={code} />,
    },
    { key: "agency", header: t("agency"), cell: ({ agencyName }) => <UserLine text={agencyName} /> },
    { key: "group", header: t("group"), cell: ({ groupKey }) => nameOf(rules.groups, groupKey) },
    { key: "category", header: t("category"), cell: ({ categoryKey }) => nameOf(rules.categories, categoryKey) },
  ];
}

/** Points of a stored sum of weighted sums: divided by the readings and the rubric's top mark. */
export async function liveColumns(rules: EditionRules, topMark: number): Promise<Column<LiveStanding>[]> {
  const [t, locale, entry] = await Promise.all([getTranslations("results.ranking.column"), getLocale(), entryColumns<LiveStanding>(rules)]);
  const mean = ({ sumTotal, readings }: LiveStanding) => fraction(BigInt(sumTotal), readings * topMark);
  const spread = await spreadOf("MEAN");
  return [
    ...entry,
    { key: "mean", header: t("mean"), kind: "number", cell: (row) => inPoints(mean(row), locale) },
    {
      key: "spread", header: t("spread"), kind: "short",
      cell: (row) => spread({ lowest: fraction(row.lowest, topMark), highest: fraction(row.highest, topMark), middle: mean(row) }),
    },
    { key: "readings", header: t("readings"), kind: "number", cell: ({ readings }) => readings },
  ];
}

/** The strip's tick is the total where one stage makes it; where several do, their total does not lie on the strip. */
export async function frozenColumns(rules: EditionRules, result: ResultRule): Promise<Column<FrozenEntry>[]> {
  const isOneStage = result.combine.filter(({ weight }) => weight > 0).length === 1;
  const [t, locale, entry] = await Promise.all([getTranslations("results.ranking"), getLocale(), entryColumns<FrozenEntry>(rules)]);
  const [spread, decided] = await Promise.all([spreadOf("TOTAL"), decidedInWords(rules)]);
  return [
    { key: "rank", header: t("column.rank"), kind: "number", cell: ({ rank, total }) => (total === null ? t("noRank") : rank) },
    ...entry,
    {
      key: "total", header: t("column.total"), kind: "number",
      cell: ({ total }) => { const exact = exactOf(total); return exact ? inPoints(exact, locale) : t("noTotal"); },
    },
    {
      key: "spread", header: t("column.spread"), kind: "short",
      cell: (row) => spread({ lowest: exactOf(row.lowest), highest: exactOf(row.highest), middle: isOneStage ? exactOf(row.total) : null }),
    },
    { key: "readings", header: t("column.readings"), kind: "number", cell: ({ readings }) => readings },
    { key: "decidedBy", header: t("column.decidedBy"), cell: ({ decidedBy }) => decided(decidedBy) },
  ];
}

/** The strip's tick is the mean while scores come in, and the final score, by whatever method, once they are frozen. */
async function spreadOf(what: "MEAN" | "TOTAL") {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  return function Spread({ lowest, highest, middle }: { lowest: Fraction | null; highest: Fraction | null; middle: Fraction | null }) {
    if (!lowest || !highest) return null;
    const [low, high] = [inPoints(lowest, locale), inPoints(highest, locale)];
    if (!middle) return `${low} – ${high}`;
    const label = t("spread", { what, lowest: low, middle: inPoints(middle, locale), highest: high });
    return (
      <span className="block w-30">
        <span className="block text-xs tabular-nums">{`${low} – ${high}`}</span>
        <SpreadStrip lowest={roughly(lowest)} highest={roughly(highest)} mean={roughly(middle)} scale={SCALE} label={label} />
      </span>
    );
  };
}

const COMPARATORS = ["FIRST", "INCOMPLETE", "TOTAL", "STAGE", "CRITERION", "EARLIER_FILING", "EQUAL", "CODE"] as const;

/** The comparator that put an entry below the one above it, with the names of the edition. */
async function decidedInWords(rules: EditionRules) {
  const [t, locale] = await Promise.all([getTranslations("results.ranking.decidedBy"), getLocale()]);
  return (stored: string) => {
    const { by, stage, criterion } = decidedByParts(stored);
    const comparator = COMPARATORS.find((known) => known === by);
    const rule = rules.stages.find(({ key }) => key === stage);
    const rubric = rules.rubrics.find(({ key }) => key === rule?.scoring?.rubric);
    const values = {
      stage: rule?.name[locale] ?? stage ?? "",
      criterion: rubric?.criteria.find(({ key }) => key === criterion)?.name[locale] ?? criterion ?? "",
    };
    return comparator ? t(comparator, values) : stored;
  };
}
