import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Timestamp } from "@/ui/timestamp";
import { UserLine } from "@/ui/user-text";
import type { JudgeLoad } from "../../queries/board";
import type { StageBoard } from "./assignment-board";

/** Each judge with load, progress and last sign of work; never a mark. */
export async function JudgeTable({ board }: { board: StageBoard }) {
  const [t, all] = await Promise.all([getTranslations("review.board"), getTranslations("review.role")]);
  const { board: { judges }, stage, edition } = board;
  return (
    <Section id="juri" title={t("judges")}>
      {judges.length === 0 ? (
        <EmptyState level={3} title={t("noJudges")} action={<LinkButton variant="secondary" href={paths.organiserPeople(edition.slug)}>{t("people")}</LinkButton>}>
          {t("noJudgesBody", { role: all(stage.scoring.role) })}
        </EmptyState>
      ) : (
        <Table dense caption={t("judges")} captionHidden rows={judges} rowKey={({ id }) => id} columns={await columnsOf(board)} />
      )}
    </Section>
  );
}

async function columnsOf({ edition, stage }: StageBoard): Promise<Column<JudgeLoad>[]> {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  return [
    {
      key: "judge", header: t("judge"), rowHeader: true,
      cell: ({ id, name, active, left, participates }) => (
        <>
          <Link href={paths.readers(edition.slug, { tahap: stage.key, juri: id })}><UserLine text={name} /></Link>
          {active && participates.length > 0 && <p className="text-xs text-ink-muted">{t("participates", { agencies: participates.join(", ") })}</p>}
          {!active && <p className="text-xs text-ink-muted">{left > 0 ? t("inactiveWith", { count: left }) : t("inactive")}</p>}
        </>
      ),
    },
    { key: "pact", header: t("pact"), kind: "short", cell: ({ pactAccepted }) => (pactAccepted ? t("pactYes") : t("pactNo")) },
    { key: "load", header: t("load"), kind: "number", cell: ({ load }) => load },
    { key: "finished", header: t("finished"), kind: "number", cell: ({ finished }) => finished },
    { key: "recused", header: t("recused"), kind: "number", cell: ({ recused }) => recused },
    {
      key: "last", header: t("lastActive"), kind: "short",
      cell: ({ lastSavedAt }) => lastSavedAt ? <Timestamp at={lastSavedAt}>{formatDateTime(lastSavedAt, { locale, zone: edition.zone })}</Timestamp> : t("never"),
    },
  ];
}
