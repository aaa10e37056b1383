import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Code } from "@/ui/code";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import { CURRENT_FORMAT } from "../domain/filed-content";
import type { ReceiptPage, ReceiptRow } from "../queries/receipts";
import { StagesAhead } from "./next-stages";

/** Every receipt of the agency, newest first. */
export async function AgencyReceipts({ receipts }: { receipts: ReceiptRow[] }) {
  const [t, locale] = await Promise.all([getTranslations("filing.receipts"), getLocale()]);
  if (receipts.length === 0) {
    return <EmptyState title={t("empty")} action={<Link href={paths.fileSubmissions()}>{t("toFiling")}</Link>}>{t("emptyBody")}</EmptyState>;
  }
  const columns: Column<ReceiptRow>[] = [
    { key: "number", header: t("column.number"), rowHeader: true, cell: ({ number }) => <Link href={paths.receipt(number)}><Code>{number}</Code></Link> },
    { key: "at", header: t("column.at"), cell: ({ filedAt, localZone: zone }) => formatDateTime(filedAt, { locale, zone }) },
    { key: "edition", header: t("column.edition"), cell: ({ edition }) => edition.name[locale] },
    { key: "count", header: t("column.count"), kind: "number", cell: ({ count, withdrawn }) => (withdrawn > 0 ? t("countWithdrawn", { count, withdrawn }) : count) },
    { key: "by", header: t("column.by"), cell: ({ filedBy }) => filedBy },
  ];
  return <Table caption={t("caption")} captionHidden columns={columns} rows={receipts} rowKey={({ number }) => number} />;
}

type Item = ReceiptPage["items"][number];

/** What left the competition later is marked; the receipt and its hash stay as they were. */
async function TitleOfItem({ title, withdrawnAt, zone }: Pick<Item, "title" | "withdrawnAt"> & { zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("filing.receipt"), getLocale()]);
  return (
    <>
      <UserLine text={title} />
      {withdrawnAt && <span className="mt-1 block"><Tag tone="warn">{t("withdrawnAt", { at: formatDateTime(new Date(withdrawnAt), { locale, zone }) })}</Tag></span>}
    </>
  );
}

/** One receipt, made to be printed and kept. */
export async function AgencyReceipt({ receipt, now }: { receipt: ReceiptPage; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("filing.receipt"), getLocale()]);
  const { number, filedAt, filedBy, edition, organizerName, agencyName, items, groups, stages, localZone, auditHead } = receipt;
  const columns: Column<Item>[] = [
    { key: "code", header: t("column.code"), kind: "short", rowHeader: true, cell: ({ code }) => <Link href={paths.agencySubmission(code)}><Code>{code}</Code></Link> },
    { key: "title", header: t("column.title"), cell: ({ title, withdrawnAt }) => <TitleOfItem title={title} withdrawnAt={withdrawnAt} zone={edition.zone} /> },
    { key: "unit", header: t("column.unit"), cell: ({ unitName }) => unitName },
    { key: "group", header: t("column.group"), cell: ({ groupKey }) => groups.find(({ key }) => key === groupKey)?.name[locale] ?? groupKey },
    { key: "hash", header: t("column.hash"), cell: ({ sha256 }) => <code className="text-xs wrap-anywhere">{sha256}</code> },
  ];
  return (
    <>
      <Facts
        items={[
          { term: t("number"), detail: <Code>{number}</Code> },
          { term: t("at"), detail: formatDeadline(filedAt, { locale, zone: edition.zone }) },
          { term: t("organizer"), detail: organizerName },
          { term: t("edition"), detail: edition.name[locale] },
          { term: t("agency"), detail: agencyName },
          { term: t("by"), detail: filedBy },
          ...(auditHead ? [{ term: t("auditHead"), detail: <code className="text-xs wrap-anywhere">{auditHead}</code> }] : []),
        ]}
      />
      <Section title={t("items")} id="items">
        <Table caption={t("items")} captionHidden columns={columns} rows={items} rowKey={({ code }) => code} dense />
        <p className="max-w-reading text-sm text-ink-muted">{t(`hashHint.${items[0]?.format ?? CURRENT_FORMAT}`)} {auditHead && t("auditHint")}</p>
      </Section>
      <Section title={t("next")} id="next">
        <p className="max-w-reading">{t("nextBody")}</p>
        <StagesAhead edition={{ stages, zone: localZone }} now={now} />
        <p className="text-sm text-ink-muted print:hidden">{t("print")}</p>
        <p className="print:hidden">
          <Link href={paths.receipts()}>{t("all")}</Link>
        </p>
      </Section>
    </>
  );
}
