import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/format";
import type { Verdict } from "@/lib/guard";
import { paths, withQuery } from "@/lib/paths";
import { wears, type Actor } from "@/modules/accounts/domain/roles";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Tabs } from "@/ui/tabs";
import { takeNextProposal } from "../actions";
import type { HOLDINGS } from "../domain/outcome";
import type { Queue } from "../queries/queue";
import { QUEUE_WORDS, type QueueQuery, type QueueWord } from "../schema";

/** The next one of the queue, for those who select. */
export async function TakeNext({ taking, free }: { taking: Verdict; free: number }) {
  const t = await getTranslations("selection.queue");
  if (!taking.allowed) return null;
  return (
    <ActionForm action={takeNextProposal} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SubmitButton pendingLabel={t("taking")}>{t("takeNext")}</SubmitButton>
      <p className="text-ink-muted">{t("takeNextHint", { count: free })}</p>
    </ActionForm>
  );
}

/** What a moment ago was saved for which proposal, what holds now, and who may still change it until when. */
export async function DecidedNotice({ decided }: { decided: { code: string; holds: (typeof HOLDINGS)[number] } | null }) {
  const t = await getTranslations("selection.queue");
  if (!decided) return null;
  const { code, holds } = decided;
  return (
    <Notice tone="ok" role="status" title={t("decided", { code, holds: t(`holds.${holds}`) })}>
      <p>{t(`holdsUntil.${holds}`)} <Link href={paths.selectionDecision(code)}>{t("seeDecided")}</Link></p>
    </Notice>
  );
}

type TabsProps = { queue: Queue; query: QueueQuery; viewer: Actor };

/** The parts of the queue with their counts; together they are everything that was filed. */
export async function QueueTabs({ queue, query, viewer }: TabsProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.queue"), getLocale()]);
  const words = (Object.keys(QUEUE_WORDS) as QueueWord[]).filter((word) => word !== "saya" || wears(viewer, "ADMIN_SELECTOR"));
  return (
    <>
      <Tabs
        label={t("parts")}
        tabs={words.map((word) => ({
          href: withQuery(paths.selection(), { status: word, tanda: query.tanda }),
          label: t(`part.${QUEUE_WORDS[word]}`),
          current: query.status === word,
          count: formatNumber(queue.counts[QUEUE_WORDS[word]], locale),
        }))}
      />
      {queue.hidden > 0 && <Notice title={t("hidden", { count: queue.hidden })} />}
    </>
  );
}
