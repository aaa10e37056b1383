import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DecidedNotice, QueueTabs, TakeNext } from "@/modules/selection/components/queue-overview";
import { FlagFilter, QueueTable } from "@/modules/selection/components/queue-table";
import { StageClock } from "@/modules/selection/components/stage-clock";
import { loadSelectionQueue } from "@/modules/selection/loaders";
import { PageHeader } from "@/ui/page-header";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection.queue");
  return { title: t("title") };
}

export default async function Page({ searchParams }: Props) {
  const { subject, actor, now } = await loadSelectionQueue(await searchParams);
  const { edition, query, queue, taking, decided } = subject;
  const [t, locale] = await Promise.all([getTranslations("selection.queue"), getLocale()]);
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("title")} lead={t(taking.allowed ? "lead" : "leadRead")} />
      <div className="flex flex-col gap-6">
        <DecidedNotice decided={decided} />
        <StageClock place={subject} now={now} />
        <TakeNext taking={taking} free={queue.counts.FREE} />
        <QueueTabs queue={queue} query={query} viewer={actor} />
        <FlagFilter edition={edition} query={query} />
        <QueueTable edition={edition} queue={queue} query={query} />
      </div>
    </>
  );
}
