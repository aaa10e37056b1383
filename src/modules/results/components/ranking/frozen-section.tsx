import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import type { FinishedRanking } from "../../queries/ranking-view";
import { rankingColumns } from "./columns";
import { RankingDownload } from "./download";
import { RankingFilters } from "./filters";
import { RankingPages } from "./pages";
import type { RankingPageView } from "./ranking-page";

/** The ranking as it was frozen, with what proves it. */
export async function FrozenSection({ view, ranking }: { view: RankingPageView; ranking: FinishedRanking }) {
  const [t, locale] = await Promise.all([getTranslations("results.ranking"), getLocale()]);
  const { edition, result } = view;
  const { sha256, frozenAt, frozenBy, entries, setStatus } = ranking.frozen;
  const at = formatDateTime(frozenAt, { locale, zone: edition.zone });
  return (
    <>
      <Notice tone="embargo" title={t("frozen.title")}>
        <p>{t("frozen.body", { at, by: frozenBy, entries })}</p>
        <p className="text-sm wrap-anywhere">{t("frozen.hash")}: {sha256}</p>
      </Notice>
      {(setStatus !== null || view.may.compose) && (
        <p>
          <LinkButton href={paths.decisionSet(edition.slug, result.key)}>{t(setStatus ? "frozen.openSet" : "frozen.compose")}</LinkButton>
        </p>
      )}
      <RankingFilters view={view} />
      {ranking.rows.length > 0 && <RankingDownload view={view} />}
      {ranking.rows.length === 0 ? (
        <EmptyState title={t("frozen.empty")}>{t("frozen.emptyBody")}</EmptyState>
      ) : (
        <Table caption={t("frozen.caption")} columns={await rankingColumns(view)} rows={ranking.rows} rowKey={({ code }) => code} dense wide />
      )}
      <RankingPages view={view} next={ranking.next} />
    </>
  );
}
