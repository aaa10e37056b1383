import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { SpreadStrip } from "@/ui/spread-strip";
import type { Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import { decidedByParts, exactOf } from "../../domain/ranking";
import type { StoredStage } from "../../domain/stage-standing";
import type { EditionResult } from "../../queries/edition-result";
import type { RankedRow } from "../../queries/ranking";
import { EntryName } from "../entry-name";
import { inPoints, roughly } from "../points";

const SCALE = [0, 100] as const;

/** A ranking, frozen or not: one column for each stage that is read, with its own mean, spread and readings. */
export async function rankingColumns({ edition: { rules }, result, reads }: Pick<EditionResult, "edition" | "result" | "reads">): Promise<Column<RankedRow>[]> {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  const [reached, decided] = await Promise.all([stageCell(), decidedInWords(rules)]);
  const nameOf = (named: readonly { key: string; name: { id: string; en: string } }[], key: string) =>
    named.find((candidate) => candidate.key === key)?.name[locale] ?? key;
  const groupRank: Column<RankedRow> = { key: "groupRank", header: t("column.groupRank"), kind: "number", cell: (row) => row.groupRank ?? t("noRank") };
  return [
    { key: "rank", header: t("column.rank"), kind: "number", cell: ({ rank, total }) => (total === null ? t("noRank") : rank) },
    ...(result.levels.length > 1 ? [groupRank] : []),
    { key: "entry", header: t("column.entry"), rowHeader: true, cell: ({ title, code }) => <EntryName title={title} code={code} /> },
    { key: "agency", header: t("column.agency"), cell: ({ agencyName }) => <UserLine text={agencyName} /> },
    { key: "group", header: t("column.group"), cell: ({ groupKey }) => nameOf(rules.groups, groupKey) },
    { key: "category", header: t("column.category"), cell: ({ categoryKey }) => nameOf(rules.categories, categoryKey) },
    {
      key: "total", header: t("column.total"), kind: "number",
      cell: ({ total }) => { const exact = exactOf(total); return exact ? inPoints(exact, locale) : t("noTotal"); },
    },
    ...reads.map(({ stage }): Column<RankedRow> => ({
      key: `stage-${stage.key}`, header: stage.name[locale], kind: "short", cell: ({ stages }) => reached(stages.find((stored) => stored.stage === stage.key)),
    })),
    { key: "decidedBy", header: t("column.decidedBy"), cell: ({ decidedBy }) => decided(decidedBy) },
  ];
}

/** The mean, how far the readings lie apart and how many there are, all of one stage. */
async function stageCell() {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  return function Reached(stored: StoredStage | undefined) {
    const [points, lowest, highest] = [stored?.points, stored?.lowest, stored?.highest].map((text) => exactOf(text ?? null));
    if (!stored || !points || !lowest || !highest) return t("noReading");
    const [low, mean, high] = [lowest, points, highest].map((value) => inPoints(value, locale));
    const label = t("spread", { lowest: low ?? "", middle: mean ?? "", highest: high ?? "" });
    return (
      <span className="block w-30 tabular-nums">
        <span className="block">{mean}</span>
        <SpreadStrip lowest={roughly(lowest)} highest={roughly(highest)} mean={roughly(points)} scale={SCALE} label={label} />
        <span className="block text-xs">{t("reached", { lowest: low ?? "", highest: high ?? "", readings: stored.readings })}</span>
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
