import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { AddAgencyForm } from "@/modules/agencies/components/add-agency-form";
import { AddUnitForm, UnitList } from "@/modules/agencies/components/unit-list";
import { loadAllAgencies } from "@/modules/agencies/loaders";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agencies");
  return { title: t("all.title") };
}

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { subject: { agencies, text } } = await loadAllAgencies({ query: await searchParams });
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("agencies.all.title")} lead={t("agencies.all.lead")} />
      <SearchForm action={paths.systemAgencies()} name="cari" label={t("agencies.all.search")} value={text} submit={t("common.action.search")} />
      <p className="my-4 text-sm text-ink-muted">{t("agencies.all.shown")}</p>
      <UnitList units={agencies} />
      <AddUnitForm parents={agencies} />
      <AddAgencyForm />
    </>
  );
}
