import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NoEdition } from "@/modules/submission/components/agency-editions";
import { AgencyFilters, AgencyTable } from "@/modules/submission/components/agency-list";
import { loadAgencyList } from "@/modules/submission/loaders/filing";
import { PageHeader } from "@/ui/page-header";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("filing.list");
  return { title: t("title") };
}

export default async function AgencyListPage({ searchParams }: Props) {
  const { subject: { agency, editions, edition, list, query } } = await loadAgencyList({ query: await searchParams });
  const [t, locale] = await Promise.all([getTranslations("filing.list"), getLocale()]);
  return (
    <>
      <PageHeader over={edition ? `${agency.name} · ${edition.name[locale]}` : agency.name} title={t("title")} />
      {edition && list ? (
        <>
          <AgencyFilters editions={editions} edition={edition} list={list} query={query} />
          <AgencyTable edition={edition} list={list} query={query} />
        </>
      ) : (
        <NoEdition />
      )}
    </>
  );
}
