import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { FiledTable } from "@/modules/submission/components/filed-table";
import { loadFiledList } from "@/modules/submission/loaders/organising";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<unknown> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("filed.heading") };
}

export default async function FiledPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { subject: { edition, rows, next, text } } = await loadFiledList({ slug, query });
  const [t, common, locale] = await Promise.all([getTranslations("desk"), getTranslations("common"), getLocale()]);
  const here = paths.organiserSubmissions(slug);
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("filed.heading")} />
      <div className="flex flex-col gap-6">
        <SearchForm action={here} name="cari" label={t("filed.search")} value={text} submit={common("action.search")} />
        <FiledTable edition={edition} rows={rows} isNarrowed={text !== ""} />
        <Pagination
          label={t("filed.caption")}
          next={next ? { href: withQuery(here, { cari: text, sesudah: next }), label: common("action.next") } : undefined}
        />
      </div>
    </>
  );
}
