import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button, LinkButton } from "@/ui/button";
import { Details } from "@/ui/details";
import { SelectField } from "@/ui/forms/select-field";
import { TextField } from "@/ui/forms/text-field";
import type { PublicLibrary } from "../../queries/public-innovations";

/** Words and filters in the address: a search can be kept, sent, and repeated without a script. */
export async function LibrarySearch({ view: { query, choices } }: { view: PublicLibrary }) {
  const [t, c, locale] = await Promise.all([getTranslations("public.library"), getTranslations("common.action"), getLocale()]);
  const options = (values: readonly (string | number)[]) => values.map((value) => ({ value: String(value), label: String(value) }));
  const isFiltered = Boolean(query.cari || query.tahun || query.predikat || query.provinsi);
  return (
    <form method="get" action={localised(paths.innovations(), locale)} role="search" aria-label={t("label")} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-48 sm:max-w-96">
          <TextField name="cari" type="search" label={t("search")} defaultValue={query.cari ?? ""} maxLength={200} />
        </div>
        <Button type="submit">{c("search")}</Button>
        {isFiltered && <LinkButton variant="quiet" href={paths.innovations()}>{c("clear")}</LinkButton>}
      </div>
      <Details summary={t("filters")} open={Boolean(query.tahun || query.predikat || query.provinsi)}>
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField name="tahun" label={t("year")} placeholder={t("all")} options={options(choices.years)} defaultValue={String(query.tahun ?? "")} />
          <SelectField name="predikat" label={t("level")} placeholder={t("all")} options={options(choices.levels)} defaultValue={query.predikat ?? ""} />
          <SelectField name="provinsi" label={t("province")} placeholder={t("all")} options={options(choices.provinces)} defaultValue={query.provinsi ?? ""} />
        </div>
      </Details>
    </form>
  );
}
