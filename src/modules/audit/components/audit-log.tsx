import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Table, type Column } from "@/ui/table";
import type { ChainFault } from "../domain/chain";
import type { AuditRow } from "../queries";

export async function AuditLog({ events }: { events: AuditRow[] }) {
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()]);
  if (events.length === 0) return <EmptyState title={t("empty")} />;
  const columns: Column<AuditRow>[] = [
    { key: "seq", header: t("column.seq"), kind: "number", rowHeader: true, cell: ({ seq }) => seq.toString() },
    { key: "at", header: t("column.at"), kind: "short", cell: ({ at }) => at.slice(0, 19).replace("T", " ") },
    { key: "action", header: t("column.action"), kind: "short", cell: ({ action }) => action },
    { key: "actor", header: t("column.actor"), cell: ({ actorName }) => actorName ?? t("nobody") },
    { key: "subject", header: t("column.subject"), cell: ({ subjectType, subjectId }) => <span className="wrap-anywhere">{`${subjectType} ${subjectId}`}</span> },
    { key: "edition", header: t("column.edition"), cell: ({ editionName }) => editionName?.[locale] ?? "—" },
    { key: "hash", header: t("column.hash"), kind: "short", cell: ({ hash }) => <abbr title={hash}>{hash.slice(0, 10)}</abbr> },
  ];
  return <Table caption={t("caption")} columns={columns} rows={events} rowKey={({ seq }) => seq.toString()} dense />;
}

export async function ChainState({ events, lastHash, fault }: { events: bigint; lastHash: string; fault: ChainFault | null }) {
  const t = await getTranslations("audit");
  if (fault) return <Notice tone="err" title={t("chain.broken")}>{t(`chain.fault.${fault.fault}`, { seq: fault.seq.toString() })}</Notice>;
  return (
    <Notice tone="ok" title={t("chain.whole", { events: events.toString() })}>
      <p className="wrap-anywhere">{t("chain.last", { hash: lastHash || "—" })}</p>
    </Notice>
  );
}
