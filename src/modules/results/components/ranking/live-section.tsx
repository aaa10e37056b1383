import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import type { LiveRanking } from "../../queries/ranking-view";
import { liveColumns } from "./columns";
import { RankingDownload } from "./download";
import { RankingFilters } from "./filters";
import { FreezeSection } from "./freeze-section";
import { RankingPages } from "./pages";
import type { RankingPageView } from "./ranking-page";

/** Scores while judges are at work, marked as what they are. */
export async function LiveSection({ view, ranking }: { view: RankingPageView; ranking: LiveRanking }) {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  const { edition, stage } = view;
  const { entrants, short } = ranking.progress;
  const figures = { entrants, complete: entrants - short.length, short: short.length };
  return (
    <>
      {ranking.secretUntil ? (
        <Notice tone="embargo" title={t("live.secretTitle")}>
          <p>{t("live.secretBody", { at: formatDateTime(ranking.secretUntil, { locale, zone: edition.zone }) })}</p>
          {view.may.freeze && <p><Link href={paths.assignments(edition.slug, stage.key)}>{t("live.secretProgress")}</Link></p>}
        </Notice>
      ) : (
        <Notice tone="embargo" title={t("live.title")}>
          <p>{t("live.body", { stage: stage.name[locale] })}</p>
        </Notice>
      )}
      <Facts
        look="figures"
        items={(["entrants", "complete", "short"] as const).map((figure) => ({
          term: t(`figure.${figure}`),
          detail: formatNumber(figures[figure], locale),
        }))}
      />
      {view.may.freeze && <FreezeSection view={view} problems={ranking.problems} />}
      {!ranking.secretUntil && <Standings view={view} ranking={ranking} />}
    </>
  );
}

async function Standings({ view, ranking }: { view: RankingPageView; ranking: LiveRanking }) {
  const t = await getTranslations("results.ranking");
  const { edition, round } = view;
  return (
    <>
      <RankingFilters view={view} />
      {ranking.rows.length > 0 && <RankingDownload view={view} />}
      {ranking.rows.length === 0 ? (
        <EmptyState title={t("live.empty")}>{t("live.emptyBody")}</EmptyState>
      ) : (
        <Table
          caption={t("live.caption")}
          columns={await liveColumns(edition.rules, round.rubric.scale.max)}
          rows={ranking.rows}
          rowKey={({ code }) => code}
          dense
        />
      )}
      <RankingPages view={view} next={ranking.next} />
    </>
  );
}
