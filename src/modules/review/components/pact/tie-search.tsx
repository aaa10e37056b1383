import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { CheckboxField } from "@/ui/forms/choice-field";
import { SelectField } from "@/ui/forms/select-field";
import { TextField } from "@/ui/forms/text-field";
import { UserLine } from "@/ui/user-text";
import type { AgencyChoice } from "../../queries/pact";
import { SEARCH_LENGTH } from "../../schema";
import type { PactPageData } from "./pact-page";

/** Looks agencies up and gathers the choice in the address, so that it needs no script and nothing is stored yet. */
export async function TieSearch({ page }: { page: PactPageData }) {
  const [t, locale] = await Promise.all([getTranslations("review.pact"), getLocale()]);
  const { search, matches, chosenAgencies, chosenProvinces, provinces } = page;
  const others = provinces.filter(({ code }) => !chosenProvinces.some((chosen) => chosen.code === code));
  return (
    <form method="get" action={`${localised(paths.integrityPact(), locale)}#instansi`} className="flex flex-col gap-6">
      {chosenAgencies.length > 0 && (
        <CheckboxField
          name="instansi" id="chosen-agencies" label={t("chosenAgencies")} hint={t("chosenHint")}
          choices={choicesOf(chosenAgencies)} defaultValues={chosenAgencies.map(({ code }) => code)}
        />
      )}
      {chosenProvinces.length > 0 && (
        <CheckboxField
          name="provinsi" id="chosen-provinces" label={t("chosenProvinces")} hint={t("chosenHint")}
          choices={chosenProvinces.map(({ code, name }) => ({ value: code, label: name }))} defaultValues={chosenProvinces.map(({ code }) => code)}
        />
      )}
      {matches.length > 0 && (
        <CheckboxField name="instansi" id="found-agencies" label={t("found", { words: search })} hint={t("foundHint")} choices={choicesOf(matches)} />
      )}
      {search && matches.length === 0 && <p role="status">{t("notFound", { words: search })}</p>}
      <TextField type="search" name="cari" label={t("search")} hint={t("searchHint")} defaultValue={search} maxLength={SEARCH_LENGTH} />
      {provinces.length > 0 && (
        <SelectField
          name="provinsi" id="add-province" label={t("province")} placeholder={t("provinceNone")} width="half"
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <p><Button type="submit" variant="secondary">{t("update")}</Button></p>
    </form>
  );
}

const choicesOf = (agencies: readonly AgencyChoice[]) =>
  agencies.map(({ code, name }) => ({ value: code, label: <UserLine text={name} />, hint: code }));
