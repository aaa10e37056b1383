import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/format";
import type { EditionView } from "@/modules/competition/queries";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import type { SelectionCounts } from "../domain/outcome";
import type { SelectionRecap } from "../queries/summary";

type RecapProps = { recap: SelectionRecap; edition: EditionView };

/** The counts of an edition: what was filed is what passed, failed, or is still open. */
export async function RecapTables({ recap, edition }: RecapProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.recap"), getLocale()]);
  const number = (value: number) => formatNumber(value, locale);
  const { filed, passed, failed, awaitingSecond, undecided } = recap.total;
  return (
    <>
      <Facts
        look="figures"
        items={[
          { term: t("filed"), detail: number(filed) },
          { term: t("passed"), detail: number(passed) },
          { term: t("failed"), detail: number(failed) },
          { term: t("awaiting"), detail: number(awaitingSecond) },
          { term: t("undecided"), detail: number(undecided) },
        ]}
      />
      <p className="mt-4 text-ink-muted">
        {t("sum", { filed: number(filed), passed: number(passed), failed: number(failed), open: number(awaitingSecond + undecided) })}
      </p>
      <KindTable recap={recap} edition={edition} />
      <ReasonTable recap={recap} edition={edition} />
    </>
  );
}

type KindRow = { key: string; label: string; counts: SelectionCounts };

async function KindTable({ recap }: RecapProps) {
  const [t, kind, locale] = await Promise.all([getTranslations("selection.recap"), getTranslations("agencies"), getLocale()]);
  const rows: KindRow[] = [
    ...recap.byKind.map((row) => ({ key: row.kind as string, label: kind(`kind.${row.kind}`), counts: row.counts })),
    { key: "total", label: t("total"), counts: recap.total },
  ];
  const column = (key: string, header: string, value: (counts: SelectionCounts) => number): Column<KindRow> => ({
    key, header, kind: "number", cell: ({ counts }) => formatNumber(value(counts), locale),
  });
  const columns: Column<KindRow>[] = [
    { key: "kind", header: t("kind"), rowHeader: true, cell: ({ label }) => label },
    column("filed", t("filed"), ({ filed }) => filed),
    column("passed", t("passed"), ({ passed }) => passed),
    column("failed", t("failed"), ({ failed }) => failed),
    column("open", t("open"), ({ awaitingSecond, undecided }) => awaitingSecond + undecided),
  ];
  return (
    <Section title={t("byKind")} id="by-kind">
      <Table caption={t("byKind")} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} highlighted={({ key }) => key === "total"} />
    </Section>
  );
}

async function ReasonTable({ recap, edition }: RecapProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.recap"), getLocale()]);
  const { reasons } = edition.rules.selection;
  const columns: Column<SelectionRecap["byReason"][number]>[] = [
    { key: "reason", header: t("reason"), rowHeader: true, cell: ({ key }) => reasons.find((reason) => reason.key === key)?.text[locale] ?? key },
    { key: "count", header: t("failed"), kind: "number", cell: ({ count }) => formatNumber(count, locale) },
  ];
  return (
    <Section title={t("byReason")} id="by-reason">
      <p className="text-ink-muted">{t("byReasonHint")}</p>
      <Table caption={t("byReason")} captionHidden columns={columns} rows={recap.byReason} rowKey={({ key }) => key} />
    </Section>
  );
}
