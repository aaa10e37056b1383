import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { EditionView } from "@/modules/competition/queries";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Table, type Column } from "@/ui/table";
import { UserLine, UserText } from "@/ui/user-text";
import type { FiledRow, LeftRow } from "../queries/organising";
import { agencyAndUnit } from "./agency-and-unit";

/** What was filed, for those who run the edition. */
export async function FiledTable({ edition, rows, isNarrowed }: { edition: EditionView; rows: FiledRow[]; isNarrowed: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  if (rows.length === 0) return <EmptyState title={t(isNarrowed ? "filed.empty" : "filed.none")} />;
  const nameOf = (list: { key: string; name: { id: string; en: string } }[], key: string) => list.find((each) => each.key === key)?.name[locale] ?? key;
  const columns: Column<FiledRow>[] = [
    {
      key: "title",
      header: t("filed.title"),
      rowHeader: true,
      cell: ({ code, title }) => (
        <Link href={paths.organiserSubmission(edition.slug, code)}>
          <UserLine text={title} />
        </Link>
      ),
    },
    { key: "code", header: t("filed.code"), kind: "short", cell: ({ code }) => code },
    { key: "agency", header: t("filed.agency"), cell: agencyAndUnit },
    { key: "group", header: t("filed.group"), cell: ({ groupKey }) => nameOf(edition.rules.groups, groupKey) },
    { key: "category", header: t("filed.category"), cell: ({ categoryKey }) => nameOf(edition.rules.categories, categoryKey) },
    { key: "at", header: t("filed.at"), cell: ({ submittedAt }) => formatDateTime(submittedAt, { locale, zone: edition.zone }) },
  ];
  return <Table caption={t("filed.caption")} columns={columns} rows={rows} rowKey={({ code }) => code} dense />;
}

/** What left the competition after it was filed: when, by whose word, and why. */
export async function LeftTable({ edition: { zone }, rows, isNarrowed }: { edition: EditionView; rows: LeftRow[]; isNarrowed: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  if (rows.length === 0) return <EmptyState title={t(isNarrowed ? "filed.empty" : "filed.noneLeft")} />;
  const columns: Column<LeftRow>[] = [
    { key: "title", header: t("filed.title"), rowHeader: true, cell: ({ title }) => <UserLine text={title} /> },
    { key: "code", header: t("filed.code"), kind: "short", cell: ({ code }) => code },
    { key: "agency", header: t("filed.agency"), cell: agencyAndUnit },
    { key: "at", header: t("filed.leftAt"), cell: ({ leftAt, leftBy }) => t("filed.leftBy", { at: formatDateTime(leftAt, { locale, zone }), name: leftBy }) },
    { key: "reason", header: t("filed.reason"), cell: ({ reason }) => <UserText text={reason} /> },
  ];
  return <Table caption={t("filed.left")} columns={columns} rows={rows} rowKey={({ code }) => code} dense />;
}
