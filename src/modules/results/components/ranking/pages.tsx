import { getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { Pagination } from "@/ui/pagination";
import type { RankingView } from "../../queries/ranking-view";

/** Forward from the last row shown; back to the beginning. */
export async function RankingPages({ view, next }: { view: RankingView; next: string | null }) {
  const t = await getTranslations("results.ranking");
  const { edition, result, query } = view;
  if (!next && !query.setelah) return null;
  const address = (setelah?: string) =>
    withQuery(paths.ranking(edition.slug), { hasil: result.key, kelompok: query.kelompok, kategori: query.kategori, setelah });
  return (
    <Pagination
      label={t("pages")}
      previous={query.setelah ? { href: address(), label: t("firstPage") } : undefined}
      next={next ? { href: address(next), label: t("nextPage") } : undefined}
    />
  );
}
