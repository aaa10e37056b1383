import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button, LinkButton } from "@/ui/button";
import { SelectField } from "@/ui/forms/select-field";
import type { RankingView } from "../../queries/ranking-view";

/** Group and category in the address; a plain form, so that it works everywhere. */
export async function RankingFilters({ view }: { view: RankingView }) {
  const [t, c, locale] = await Promise.all([getTranslations("results.ranking.filter"), getTranslations("common.action"), getLocale()]);
  const { edition, result, query } = view;
  const options = (named: readonly { key: string; name: { id: string; en: string } }[]) =>
    named.map(({ key, name }) => ({ value: key, label: name[locale] }));
  return (
    <form method="get" action={localised(paths.ranking(edition.slug), locale)} role="search" aria-label={t("label")} className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="hasil" value={result.key} />
      <SelectField name="kelompok" label={t("group")} placeholder={t("all")} options={options(edition.rules.groups)} defaultValue={query.kelompok ?? ""} dense />
      <SelectField name="kategori" label={t("category")} placeholder={t("all")} options={options(edition.rules.categories)} defaultValue={query.kategori ?? ""} dense />
      <Button type="submit" variant="secondary" size="dense">{c("filter")}</Button>
      {(query.kelompok || query.kategori) && (
        <LinkButton variant="quiet" size="dense" href={paths.ranking(edition.slug, result.key)}>{c("clear")}</LinkButton>
      )}
    </form>
  );
}
