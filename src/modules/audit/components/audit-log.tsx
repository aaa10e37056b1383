import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { Details } from "@/ui/details";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { Table, type Column } from "@/ui/table";
import { Timestamp } from "@/ui/timestamp";
import type { AnchorFault } from "../domain/anchors";
import type { ChainFault } from "../domain/chain";
import { eventFacts } from "../domain/event-facts";
import type { AuditRow } from "../queries";

export async function AuditLog({ events }: { events: AuditRow[] }) {
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()]);
  if (events.length === 0) return <EmptyState title={t("empty")} />;
  const known = (key: string) => (t.has(key as never) ? t(key as never) : null);
  const columns: Column<AuditRow>[] = [
    { key: "seq", header: t("column.seq"), kind: "number", rowHeader: true, cell: ({ seq }) => seq.toString() },
    { key: "at", header: t("column.at"), cell: ({ at }) => <At at={at} locale={locale} /> },
    { key: "action", header: t("column.action"), cell: ({ action }) => <InWords words={known(`act.${action}`)} code={action} /> },
    { key: "actor", header: t("column.actor"), cell: ({ actorName }) => actorName ?? t("nobody") },
    { key: "subject", header: t("column.subject"), cell: ({ subjectType, subjectId }) => <InWords words={known(`about.${subjectType}`)} code={`${subjectType} ${subjectId}`} /> },
    { key: "details", header: t("column.details"), cell: ({ body }) => <EventDetails body={body} /> },
    { key: "edition", header: t("column.edition"), cell: ({ editionName }) => editionName?.[locale] ?? "—" },
    { key: "hash", header: t("column.hash"), kind: "short", cell: ({ hash }) => <abbr title={hash}>{hash.slice(0, 10)}</abbr> },
  ];
  return <Table caption={t("caption")} columns={columns} rows={events} rowKey={({ seq }) => seq.toString()} dense />;
}

/** What was recorded beside the act: the name of a part that came after these words is shown as it is recorded. */
async function EventDetails({ body }: Pick<AuditRow, "body">) {
  const t = await getTranslations("audit");
  const facts = eventFacts(body);
  if (facts.length === 0) return "—";
  const term = (name: string) => (t.has(`detail.${name}` as never) ? t(`detail.${name}` as never) : name);
  return (
    <Details summary={t("showDetails")}>
      <Facts look="compact" items={facts.map(({ name, text }) => ({ term: term(name), detail: text }))} />
    </Details>
  );
}

/** The trail spans editions of several zones; the portal's own is the first. The exact second stands below, as it was hashed. */
const ZONE = "Asia/Jakarta";

const At = ({ at, locale }: { at: string; locale: Locale }) => (
  <>
    <Timestamp at={new Date(at)}>{formatDateTime(new Date(at), { locale, zone: ZONE })}</Timestamp>
    <Code>{`${at.slice(0, 19).replace("T", " ")} UTC`}</Code>
  </>
);

/** What is stored is a code; an act that came after these words is shown by its code alone. */
const InWords = ({ words, code }: { words: string | null; code: string }) => (
  <>
    {words}
    <Code>{code}</Code>
  </>
);

const Code = ({ children }: { children: string }) => <span className="block text-xs text-ink-muted wrap-anywhere">{children}</span>;

type ChainStateProps = {
  events: bigint; lastHash: string; fault: ChainFault | null;
  anchorFault: AnchorFault | null; anchors: number; isUnreadable: boolean; ownsTrail: boolean;
};

export async function ChainState({ events, lastHash, fault, anchorFault, anchors, isUnreadable, ownsTrail }: ChainStateProps) {
  const t = await getTranslations("audit");
  return (
    <>
      {fault && <Notice tone="err" title={t("chain.broken")}>{t(`chain.fault.${fault.fault}`, { seq: fault.seq.toString() })}</Notice>}
      {anchorFault && (
        <Notice tone="err" title={t("chain.anchorBroken")}>
          {t(`chain.anchorFault.${anchorFault.fault}`, { seq: anchorFault.anchor.seq.toString(), events: events.toString(), source: t(`chain.source.${anchorFault.anchor.source}`) })}
        </Notice>
      )}
      {!fault && !anchorFault && (
        <Notice tone="ok" title={t("chain.whole", { events: events.toString() })}>
          <p className="wrap-anywhere">{t("chain.last", { hash: lastHash || "—" })}</p>
          <p>{t("chain.anchors", { anchors })}</p>
        </Notice>
      )}
      {isUnreadable && <Notice tone="warn" title={t("chain.unreadable")}>{t("chain.pinHint")}</Notice>}
      {ownsTrail && <Notice tone="warn" title={t("chain.ownsTrail")}>{t("chain.ownsTrailHint")}</Notice>}
    </>
  );
}
