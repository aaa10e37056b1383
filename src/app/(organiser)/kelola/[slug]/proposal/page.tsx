import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { formatNumber } from "@/lib/format";
import { FiledTable, LeftTable } from "@/modules/submission/components/filed-table";
import { loadFiledList } from "@/modules/submission/loaders/organising";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { Tabs } from "@/ui/tabs";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<unknown> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("filed.heading") };
}

export default async function FiledPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { subject: { edition, filed, left, counts, text, tampil } } = await loadFiledList({ slug, query });
  const [t, common, locale] = await Promise.all([getTranslations("desk"), getTranslations("common"), getLocale()]);
  const here = paths.organiserSubmissions(slug);
  const isNarrowed = text !== "";
  const next = (filed ?? left)?.next;
  const tabs = [
    { href: here, label: t("filed.taking"), current: !tampil, count: formatNumber(counts.filed, locale) },
    { href: withQuery(here, { tampil: "dibatalkan" }), label: t("filed.left"), current: tampil !== undefined, count: formatNumber(counts.left, locale) },
  ];
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("filed.heading")} />
      <div className="flex flex-col gap-6">
        <SearchForm action={here} name="cari" label={t("filed.search")} value={text} submit={common("action.search")} hidden={{ tampil }} />
        {(counts.left > 0 || tampil) && <Tabs label={t("filed.parts")} tabs={tabs} />}
        {filed && <FiledTable edition={edition} rows={filed.rows} isNarrowed={isNarrowed} />}
        {left && <LeftTable edition={edition} rows={left.rows} isNarrowed={isNarrowed} />}
        <Pagination
          label={t("filed.caption")}
          next={next ? { href: withQuery(here, { cari: text, tampil, sesudah: next }), label: common("action.next") } : undefined}
        />
      </div>
    </>
  );
}
