import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";
import { EditionOver } from "../edition-over";
import { CheckList } from "./check-list";
import { PublicPreview } from "./public-preview";
import { PublishForm } from "./publish-form";
import { PublishedNotice } from "./published-notice";

/** O12: a page and not a dialog. Left what the public will see, right what is checked, the act at the end. */
export async function PublishingPage({ view }: { view: PublishingView }) {
  const [t, locale] = await Promise.all([getTranslations("results.publish"), getLocale()]);
  const { edition, result, publishable } = view;
  return (
    <>
      <PageHeader over={<EditionOver edition={edition} />} title={t("title")} lead={result.name[locale]} compact />
      {publishable ? <Publishable view={view} publishable={publishable} /> : (
        <EmptyState title={t("notBegun")} action={<LinkButton href={paths.ranking(edition.slug, result.key)}>{t("toDecision")}</LinkButton>}>
          {t("notBegunBody")}
        </EmptyState>
      )}
    </>
  );
}

async function Publishable({ view, publishable }: { view: PublishingView; publishable: PublishableSet }) {
  const isFinal = publishable.last?.state === "FINAL";
  return (
    <>
      {publishable.last && <PublishedNotice view={view} publishable={publishable} last={publishable.last} />}
      <div className="mt-6 grid gap-8 xl:grid-cols-[3fr_2fr] xl:items-start">
        <PublicPreview levels={publishable.levels} />
        {!isFinal && <CheckList view={view} publishable={publishable} />}
      </div>
      {!isFinal && <PublishForm view={view} publishable={publishable} />}
    </>
  );
}
