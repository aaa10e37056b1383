import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";
import { CountTables } from "../decision/count-tables";
import { MovesSection } from "../decision/moves-section";
import { EditionOver } from "../edition-over";
import { StillPublic } from "../still-public";
import { ChangesSection } from "./changes-section";
import { CheckList } from "./check-list";
import { PublicPreview } from "./public-preview";
import { PublishForm } from "./publish-form";
import { PublishedNotice } from "./published-notice";
import { UnusualSection } from "./unusual-section";

/** `signs` is false for the secretariat, which composes and does not publish. */
export type PublishingPageView = PublishingView & { signs: boolean };

/** O12: a page and not a dialog. Left what the public will see, right what is checked, the act at the end. */
export async function PublishingPage({ view }: { view: PublishingPageView }) {
  const [t, locale] = await Promise.all([getTranslations("results.publish"), getLocale()]);
  const { edition, result, publishable, signs } = view;
  return (
    <>
      <PageHeader over={<EditionOver edition={edition} />} title={t("title")} lead={result.name[locale]} compact />
      {!signs ? <ForPublishers edition={edition.slug} result={result.key} /> : publishable ? <Publishable view={view} publishable={publishable} /> : (
        <>
          <StillPublic edition={edition} result={result} published={view.published} />
          <EmptyState title={t("notBegun")} action={<LinkButton href={paths.ranking(edition.slug, result.key)}>{t("toDecision")}</LinkButton>}>
            {t("notBegunBody")}
          </EmptyState>
        </>
      )}
    </>
  );
}

async function ForPublishers({ edition, result }: { edition: string; result: string }) {
  const t = await getTranslations("results.publish.forPublishers");
  return (
    <Notice tone="info" title={t("title")}>
      <p>{t("body")}</p>
      <p><LinkButton variant="secondary" href={paths.decisionSet(edition, result)}>{t("toDecision")}</LinkButton></p>
    </Notice>
  );
}

async function Publishable({ view, publishable }: { view: PublishingPageView; publishable: PublishableSet }) {
  const { last, set, composed } = publishable;
  const isOver = last?.state === "FINAL" && !set.reopening;
  const asRead = { ...view, may: { compose: false, publish: true }, prepared: {} };
  return (
    <>
      {last && <PublishedNotice view={view} publishable={publishable} last={last} />}
      {!isOver && <ChangesSection view={view} composed={composed} />}
      <div className="mt-6 grid gap-8 xl:grid-cols-[3fr_2fr] xl:items-start">
        <PublicPreview levels={publishable.levels} />
        {!isOver && <CheckList view={view} publishable={publishable} />}
      </div>
      {!isOver && <UnusualSection view={view} publishable={publishable} />}
      <MovesSection view={asRead} composed={composed} isOpen={false} />
      {!isOver && composed.levels.map(({ level, counts }) => <LevelCounts key={level.key} view={asRead} level={level} counts={counts} />)}
      {!isOver && <PublishForm view={view} publishable={publishable} />}
    </>
  );
}

type LevelCountsProps = Parameters<typeof CountTables>[0] & { level: { key: string; name: { id: string; en: string } } };

async function LevelCounts({ view, level, counts }: LevelCountsProps) {
  const [t, locale] = await Promise.all([getTranslations("results.decision.level"), getLocale()]);
  return (
    <section aria-labelledby={`counts-${level.key}`} className="mt-8">
      <h2 id={`counts-${level.key}`}>{t("counts", { level: level.name[locale] })}</h2>
      <div className="mt-4"><CountTables view={view} counts={counts} /></div>
    </section>
  );
}
