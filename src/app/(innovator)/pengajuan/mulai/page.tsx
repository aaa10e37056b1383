import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenEditions } from "@/modules/submission/components/open-editions";
import { StartInEdition } from "@/modules/submission/components/start-page";
import { loadStart } from "@/modules/submission/loaders/writing";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("submission.start");
  return { title: t("pageTitle") };
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { subject, actor, now } = await loadStart({ query: await searchParams });
  const t = await getTranslations("submission.start");
  const { chosen, starting, editions, key } = subject;
  return (
    <>
      <PageHeader title={t("pageTitle")} lead={t("lead")} />
      {chosen && starting && <StartInEdition context={chosen} starting={starting} now={now} formKey={key} writerId={actor.userId} />}
      {!chosen && editions.length > 0 && <OpenEditions editions={editions} />}
      {!chosen && editions.length === 0 && <EmptyState title={t("noneOpen")}>{t("noneOpenBody")}</EmptyState>}
    </>
  );
}
