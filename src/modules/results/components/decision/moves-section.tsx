import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { UserText } from "@/ui/user-text";
import type { MadeMove } from "../../queries/decision";
import type { ComposedSet } from "../../queries/decision-view";
import { EntryName } from "../entry-name";
import type { DecisionPageView } from "./decision-page";
import { preparedMove } from "./prepared-move";

/** Every change to the order of scores, in the order they were made. */
export async function MovesSection({ view, composed, isOpen }: { view: DecisionPageView; composed: ComposedSet; isOpen: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("results.decision.moves"), getLocale()]);
  const { moves } = composed.set;
  const levelName = (key: string) => view.result.levels.find((level) => level.key === key)?.name[locale] ?? key;
  const by = ({ movedBy, movedAt }: MadeMove) => `${movedBy}, ${formatDateTime(movedAt, { locale, zone: view.edition.zone })}`;
  const columns: Column<MadeMove>[] = [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: ({ code }) => <EntryName title={composed.titles[code] ?? ""} code={code} />,
    },
    { key: "step", header: t("step"), cell: ({ direction, level }) => t(direction === "IN" ? "in" : "out", { level: levelName(level) }) },
    { key: "reason", header: t("reason"), cell: ({ reason }) => <UserText text={reason} /> },
    {
      key: "by", header: t("by"),
      cell: (move) => (move.movedAt < composed.set.createdAt ? t("carried", { by: by(move) }) : by(move)),
    },
  ];
  const takeBack: Column<MadeMove> = {
    key: "takeBack", header: t("takeBack"), kind: "short",
    cell: (move) =>
      isInEffect(move, moves) && (
        <Link
          href={preparedMove(view, { code: move.code, level: move.level, direction: move.direction === "IN" ? "OUT" : "IN" })}
          aria-label={t("takeBackNamed", { code: move.code })}
          className="inline-block py-0.5"
        >
          {t("takeBack")}
        </Link>
      ),
  };
  return (
    <Section id="moves" title={t("title")}>
      {moves.length === 0 ? (
        <p className="text-ink-muted">{t("none")}</p>
      ) : (
        <Table caption={t("caption")} captionHidden columns={isOpen ? [...columns, takeBack] : columns} rows={moves} rowKey={({ id }) => id} dense />
      )}
    </Section>
  );
}

/** The last word on this entry and level is the one that can be taken back. */
function isInEffect(move: MadeMove, moves: readonly MadeMove[]): boolean {
  return moves.findLast(({ code, level }) => code === move.code && level === move.level)?.id === move.id;
}
