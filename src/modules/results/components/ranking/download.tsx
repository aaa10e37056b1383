import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import type { RankingView } from "../../queries/ranking-view";

/** The whole list under the filters of the page, not its fifty rows; a plain link, so that it works everywhere. */
export async function RankingDownload({ view }: { view: RankingView }) {
  const t = await getTranslations("results.ranking.download");
  const { edition, result, query } = view;
  const { kelompok, kategori } = query;
  return (
    <p className="text-sm text-ink-muted">
      <Link href={paths.rankingFile(edition.slug, { hasil: result.key, kelompok, kategori })}>{t("link")}</Link>. {t("note")}
    </p>
  );
}
