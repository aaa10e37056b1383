import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import type { ReachedResult } from "../../queries/public-library";

/** Every announced result by year, each with where it was announced. */
export async function ReachedTable({ reached }: { reached: readonly ReachedResult[] }) {
  const [t, locale] = await Promise.all([getTranslations("public.innovation"), getLocale()]);
  const columns: Column<ReachedResult>[] = [
    { key: "year", header: t("year"), kind: "short", cell: ({ year }) => year },
    {
      key: "level", header: t("level"), rowHeader: true,
      cell: ({ level, published }) => (<>{level[locale]} {published?.isDemo && <Tag tone="info">{t("demoTag")}</Tag>}</>),
    },
    { key: "where", header: t("where"), cell: ({ scope, published }) => published?.editionName[locale] ?? (scope === "national" ? t("national") : scope) },
    { key: "as", header: t("as"), cell: ({ title }) => <UserLine text={title} /> },
    { key: "source", header: t("source"), cell: (line) => <Source line={line} /> },
  ];
  return (
    <Table
      caption={t("reachedCaption")}
      captionHidden
      columns={columns}
      rows={reached}
      rowKey={({ year, level, scope, published }) => `${year} ${level.id} ${scope} ${published?.resultKey ?? ""} ${published?.editionSlug ?? ""}`}
    />
  );
}

async function Source({ line: { source, published } }: { line: ReachedResult }) {
  const t = await getTranslations("public.innovation");
  if (published) return <Link href={paths.result(published.editionSlug, published.resultKey)}>{t("publishedHere")}</Link>;
  const address = source && /^https:\/\//.test(source) && URL.canParse(source) ? new URL(source) : null;
  if (!address) return <UserLine text={source ?? ""} />;
  return <a href={address.href} rel="nofollow noreferrer">{address.hostname}</a>;
}
