import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { AgencyCoverage, AgencyFigures, AgencyProblems, AgencyWaiting } from "@/modules/submission/components/agency-desk";
import { AgencyEditions, NoEdition } from "@/modules/submission/components/agency-editions";
import { AskedWithdrawals } from "@/modules/submission/components/asked-withdrawals";
import { FilingTime } from "@/modules/submission/components/agency-time";
import { loadAgencyDesk } from "@/modules/submission/loaders/filing";
import { PageHeader } from "@/ui/page-header";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("filing");
  return { title: t("title") };
}

export default async function AgencyDeskPage({ searchParams }: Props) {
  const { subject: { agency, editions, edition, desk, withdrawals }, now } = await loadAgencyDesk({ query: await searchParams });
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  return (
    <>
      <PageHeader over={edition ? `${agency.name} · ${edition.name[locale]}` : agency.name} title={t("title")} />
      {edition && desk ? (
        <>
          <AgencyEditions editions={editions} current={edition} path={paths.agencyDesk()} />
          <FilingTime edition={edition} now={now} />
          {withdrawals.length > 0 && <AskedWithdrawals asked={withdrawals} />}
          <AgencyFigures edition={edition} desk={desk} />
          <AgencyWaiting edition={edition} desk={desk} />
          <AgencyProblems edition={edition} desk={desk} />
          <AgencyCoverage desk={desk} />
        </>
      ) : (
        <NoEdition />
      )}
    </>
  );
}
