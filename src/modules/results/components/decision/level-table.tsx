import { getLocale, getTranslations } from "next-intl/server";
import { type Locale, paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Table, type Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import { exactOf } from "../../domain/ranking";
import type { LevelRow, LevelView } from "../../queries/decision-view";
import { EntryName } from "../entry-name";
import { inPoints } from "../points";
import type { DecisionPageView } from "./decision-page";
import { preparedMove } from "./prepared-move";

type Props = { view: DecisionPageView; level: LevelView; rows: readonly LevelRow[]; caption: string; isOpen: boolean; withMissing?: boolean };

/** Entries of a level in the order of scores; those on it are marked, and each can be moved by a link to the form. */
export async function LevelTable({ view, level, rows, caption, isOpen, withMissing = false }: Props) {
  const [t, column, locale] = await Promise.all([
    getTranslations("results.decision.row"), getTranslations("results.ranking.column"), getLocale(),
  ]);
  const columns: Column<LevelRow>[] = [
    ...(view.result.levels.length > 1 ? [await groupRank(level)] : []),
    { key: "rank", header: column("rank"), kind: "number", cell: ({ rank }) => rank ?? t("noRank") },
    {
      key: "entry", header: column("entry"), rowHeader: true,
      // To its text and its readings: nobody should move what they have not read. The page is the secretariat's alone.
      cell: ({ title, code }) => <EntryName title={title} code={code} href={view.may.compose ? paths.organiserSubmission(view.edition.slug, code) : undefined} />,
    },
    { key: "agency", header: column("agency"), cell: ({ agencyName }) => <UserLine text={agencyName} /> },
    { key: "total", header: column("total"), kind: "number", cell: ({ total }) => pointsOf(total, locale) },
    ...(withMissing ? [await missingStages(view)] : []),
    { key: "state", header: t("state"), kind: "short", cell: (row) => t(standing(row)) },
  ];
  const change: Column<LevelRow> = {
    key: "change", header: t("change"), kind: "short",
    cell: ({ code, isIn }) => (
      <Link
        href={preparedMove(view, { code, level: level.level.key, direction: isIn ? "OUT" : "IN" })}
        aria-label={t(isIn ? "toOutNamed" : "toInNamed", { code, level: level.level.name[locale] })}
        className="inline-block py-0.5"
      >
        {t(isIn ? "toOut" : "toIn")}
      </Link>
    ),
  };
  return (
    <Table
      caption={caption}
      columns={isOpen ? [...columns, change] : columns}
      rows={rows}
      rowKey={({ code }) => code}
      highlighted={({ isIn }) => isIn}
      dense
    />
  );
}

function pointsOf(total: string | null, locale: Locale) {
  const exact = exactOf(total);
  return exact && inPoints(exact, locale);
}

/** Where a level takes some groups only, the rank among all says little: 99th of its group may be 133rd of all. */
async function groupRank({ level }: LevelView): Promise<Column<LevelRow>> {
  const [t, locale] = await Promise.all([getTranslations("results.decision.row"), getLocale()]);
  return { key: "groupRank", header: t("groupRank", { level: level.name[locale] }), kind: "number", cell: (row) => row.groupRank ?? t("noRank") };
}

async function missingStages({ edition }: DecisionPageView): Promise<Column<LevelRow>> {
  const [t, locale] = await Promise.all([getTranslations("results.decision.row"), getLocale()]);
  const nameOf = (stage: string) => edition.rules.stages.find(({ key }) => key === stage)?.name[locale] ?? stage;
  return { key: "missing", header: t("missing"), cell: ({ missing }) => missing.map(nameOf).join(", ") };
}

function standing({ isIn, isProposed, isTied }: LevelRow) {
  if (isTied && !isIn) return "tied";
  if (isIn) return isProposed ? "in" : "movedIn";
  return isProposed ? "movedOut" : "out";
}
