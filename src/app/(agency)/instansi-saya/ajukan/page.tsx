import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { AgencyEditions, NoEdition } from "@/modules/submission/components/agency-editions";
import { FilingTime } from "@/modules/submission/components/agency-time";
import { FilingCheck } from "@/modules/submission/components/filing-check";
import { FilingChoose } from "@/modules/submission/components/filing-choose";
import { OverQuota } from "@/modules/submission/components/filing-over-quota";
import { FilingOutcome, FilingResult } from "@/modules/submission/components/filing-result";
import { loadFiling } from "@/modules/submission/loaders/filing";
import { PageHeader } from "@/ui/page-header";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { langkah }] = await Promise.all([getTranslations("filing.file"), searchParams]);
  return { title: t(langkah === "periksa" ? "toCheck" : "title") };
}

export default async function FilingPage({ searchParams }: Props) {
  const { subject: { agency, editions, edition, list, query, key, answer, check }, now } = await loadFiling({ query: await searchParams });
  const [t, locale] = await Promise.all([getTranslations("filing.file"), getLocale()]);
  if (!edition || !list) {
    return (
      <>
        <PageHeader over={agency.name} title={t("title")} />
        <NoEdition />
      </>
    );
  }
  const title = check ? t(`checkTitle.${check.state}`, { count: check.picked.length }) : t("title");
  return (
    <>
      {answer && <FilingOutcome answer={answer} editionSlug={edition.slug} groups={edition.rules.groups} />}
      {check && <OverQuota edition={edition} check={check} />}
      <PageHeader over={`${agency.name} · ${edition.name[locale]}`} title={title} />
      {!check && <AgencyEditions editions={editions} current={edition} path={paths.fileSubmissions()} />}
      {answer && <FilingResult answer={answer} groups={edition.rules.groups} />}
      <FilingTime edition={edition} now={now} />
      {check ? (
        <FilingCheck edition={edition} list={list} check={check} idempotencyKey={key} />
      ) : (
        <FilingChoose edition={edition} list={list} chosen={query.pilih} now={now} />
      )}
    </>
  );
}
