import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import type { RankingView } from "../../queries/ranking-view";
import { PageHeader } from "@/ui/page-header";
import { Tabs } from "@/ui/tabs";
import { EditionOver } from "../edition-over";
import type { supersessionOf } from "../../queries/supersession";
import { FrozenSection } from "./frozen-section";
import { AskedSupersession, SupersessionSection } from "./supersession-section";
import type { StandingVersion } from "../../queries/versions";
import { StillPublic } from "../still-public";
import { LiveSection } from "./live-section";

export type RankingPageView = RankingView & { may: { freeze: boolean; compose: boolean; supersede: boolean }; published: StandingVersion | null } & Awaited<ReturnType<typeof supersessionOf>>;

/** O10: scores as they stand, then the ranking as it was frozen. */
export async function RankingPage({ view }: { view: RankingPageView }) {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  const { edition, result, ranking } = view;
  const tabs = edition.rules.results.map(({ key, name }) => ({
    href: paths.ranking(edition.slug, key),
    label: name[locale],
    current: key === result.key,
  }));
  return (
    <>
      <PageHeader over={<EditionOver edition={edition} />} title={t("title")} lead={result.name[locale]} compact />
      {tabs.length > 1 && <Tabs label={t("results")} tabs={tabs} />}
      <AskedSupersession view={view} />
      <div className="mt-6 flex flex-col gap-6">
        {ranking.kind === "LIVE" && <StillPublic edition={edition} result={result} published={view.published} />}
        {ranking.kind === "LIVE" ? <LiveSection view={view} ranking={ranking} /> : <FrozenSection view={view} ranking={ranking} />}
      </div>
      <SupersessionSection view={view} />
    </>
  );
}
