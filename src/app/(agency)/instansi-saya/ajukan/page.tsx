import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { AgencyEditions, NoEdition } from "@/modules/submission/components/agency-editions";
import { AgencyTime } from "@/modules/submission/components/agency-time";
import { FilingCheck } from "@/modules/submission/components/filing-check";
import { FilingChoose } from "@/modules/submission/components/filing-choose";
import { FilingOutcome, FilingResult } from "@/modules/submission/components/filing-result";
import { loadFiling } from "@/modules/submission/loaders/filing";
import { PageHeader } from "@/ui/page-header";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("filing.file");
  return { title: t("title") };
}

export default async function FilingPage({ searchParams }: Props) {
  const { subject: { agency, editions, edition, list, query, key, answer }, now } = await loadFiling({ query: await searchParams });
  const t = await getTranslations("filing.file");
  const isCheck = query.langkah === "periksa";
  const count = list?.endorsed.filter(({ code }) => query.pilih.includes(code)).length ?? 0;
  const title = isCheck && count > 0 ? t("checkTitle", { count }) : t("title");
  if (!edition || !list) {
    return (
      <>
        <PageHeader over={agency.name} title={title} />
        <NoEdition />
      </>
    );
  }
  return (
    <>
      {answer && <FilingOutcome answer={answer} editionSlug={edition.slug} groups={edition.rules.groups} />}
      <PageHeader over={agency.name} title={title} />
      {!isCheck && <AgencyEditions editions={editions} current={edition} path={paths.fileSubmissions()} />}
      {answer && <FilingResult answer={answer} groups={edition.rules.groups} />}
      <AgencyTime edition={edition} now={now} />
      {isCheck ? (
        <FilingCheck edition={edition} list={list} chosen={query.pilih} idempotencyKey={key} now={now} />
      ) : (
        <FilingChoose edition={edition} list={list} chosen={query.pilih} />
      )}
    </>
  );
}
