import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { exactOf } from "../../domain/ranking";
import type { LiveRanking } from "../../queries/ranking-view";
import { inPoints } from "../points";
import { rankingColumns } from "./columns";
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
          <p>{t("live.body")}</p>
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
  return (
    <>
      <LinesNow view={view} ranking={ranking} />
      <RankingFilters view={view} />
      {ranking.rows.length > 0 && <RankingDownload view={view} />}
      {ranking.rows.length === 0 ? (
        <EmptyState title={t("live.empty")}>{t("live.emptyBody")}</EmptyState>
      ) : (
        <Table
          caption={t("live.caption")}
          columns={await rankingColumns(view)}
          rows={ranking.rows}
          rowKey={({ code }) => code}
          dense
          wide
        />
      )}
      <RankingPages view={view} next={ranking.next} />
    </>
  );
}

/** Where each level's line would run: the gap, how firm it is, and what people would have to decide. */
async function LinesNow({ view, ranking }: { view: RankingPageView; ranking: LiveRanking }) {
  const [t, locale] = await Promise.all([getTranslations("results.ranking.line"), getLocale()]);
  const items = ranking.lines.map(({ level, distance, greyZone, tied, incomplete }) => {
    const exact = exactOf(distance);
    return {
      term: view.result.levels.find(({ key }) => key === level)?.name[locale] ?? level,
      detail: [
        exact ? t("gap", { distance: inPoints(exact, locale) }) : t("none"),
        ...(greyZone ? [t("greyZone", { entries: greyZone.entries, width: inPoints(greyZone.width, locale) })] : []),
        ...(tied.length > 0 ? [t("tied", { entries: tied.length, codes: tied.join(", ") })] : []),
        ...(incomplete > 0 ? [t("incomplete", { entries: incomplete })] : []),
      ].join(" "),
    };
  });
  return <Facts items={items} />;
}
