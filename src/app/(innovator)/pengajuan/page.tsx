import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenEditions } from "@/modules/submission/components/open-editions";
import { SubmissionCards } from "@/modules/submission/components/submission-cards";
import { loadOwnSubmissions } from "@/modules/submission/loaders/writing";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("submission.list");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { subject, actor, now } = await loadOwnSubmissions({ query: await searchParams });
  const t = await getTranslations("submission.list");
  const { editions, ...list } = subject;
  return (
    <>
      <PageHeader title={t("title")} over={actor.hat?.agencyName} />
      <SubmissionCards list={list} now={now} mayStart={editions.length > 0} />
      {editions.length > 0 && (
        <Section id="open" title={t("open")}>
          <OpenEditions editions={editions} />
        </Section>
      )}
    </>
  );
}
