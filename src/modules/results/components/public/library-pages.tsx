import { getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { Pagination } from "@/ui/pagination";
import { LIBRARY_PER_PAGE, pagesAround } from "../../domain/library-pages";
import type { PublicLibrary } from "../../queries/public-innovations";

/** Numbered pages, so that a place in the list has an address. */
export async function LibraryPages({ view: { query, library } }: { view: PublicLibrary }) {
  const [t, c] = await Promise.all([getTranslations("public.library"), getTranslations("common.action")]);
  const { hal, cari, tahun, predikat, provinsi } = query;
  const last = Math.ceil(library.total / LIBRARY_PER_PAGE);
  if (last <= 1) return null;
  const address = (page: number) => withQuery(paths.innovations(), { cari, tahun, predikat, provinsi, hal: page > 1 ? page : undefined });
  const first = (hal - 1) * LIBRARY_PER_PAGE;
  return (
    <Pagination
      label={t("pages")}
      previous={hal > 1 ? { href: address(hal - 1), label: c("previous") } : undefined}
      next={hal < last ? { href: address(hal + 1), label: c("next") } : undefined}
      pages={pagesAround(hal, last).map(({ page, afterGap }) => ({
        href: address(page), label: String(page), name: t("page", { page }), current: page === hal, afterGap,
      }))}
      summary={t("range", { from: first + 1, to: first + library.entries.length, total: library.total })}
    />
  );
}
