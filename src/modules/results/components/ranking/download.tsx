import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import type { RankingView } from "../../queries/ranking-view";

const FILES = [["workbook", "lembar.xlsx"], ["sheet", "lembar.csv"], ["marks", "nilai.csv"], ["data", "data.csv"]] as const;

/** The whole list under the filters of the page, not its fifty rows; plain links, so that they work everywhere. */
export async function RankingDownload({ view }: { view: RankingView }) {
  const t = await getTranslations("results.ranking.download");
  const { edition, result, query } = view;
  const { kelompok, kategori } = query;
  return (
    <div className="text-sm text-ink-muted">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {FILES.map(([what, file]) => (
          <li key={file}>
            <Link href={paths.rankingFile(edition.slug, { hasil: result.key, kelompok, kategori }, file)}>{t(what)}</Link>
          </li>
        ))}
      </ul>
      <p className="mt-2">{t("note")}</p>
    </div>
  );
}
