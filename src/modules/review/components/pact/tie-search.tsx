import { getTranslations } from "next-intl/server";
import { FormCheckboxes, FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { UserLine } from "@/ui/user-text";
import type { AgencyChoice } from "../../queries/pact";
import { SEARCH_LENGTH } from "../../schema";
import type { PactPageData } from "./pact-page";

/** Looks agencies up and gathers the choice in the address, so that it needs no script and nothing is stored yet. */
export async function TieSearch({ page }: { page: PactPageData }) {
  const t = await getTranslations("review.pact");
  const { search, matches, hasMoreMatches, chosenAgencies, chosenProvinces, provinces } = page;
  const others = provinces.filter(({ code }) => !chosenProvinces.some((chosen) => chosen.code === code));
  return (
    <div className="flex flex-col gap-6">
      {chosenAgencies.length > 0 && (
        <FormCheckboxes
          name="agencies[]" id="chosen-agencies" label={t("chosenAgencies")} hint={t("chosenHint")}
          choices={choicesOf(chosenAgencies)} defaultValues={chosenAgencies.map(({ code }) => code)}
        />
      )}
      {chosenProvinces.length > 0 && (
        <FormCheckboxes
          name="provinces[]" id="chosen-provinces" label={t("chosenProvinces")} hint={t("chosenHint")}
          choices={chosenProvinces.map(({ code, name }) => ({ value: code, label: name }))} defaultValues={chosenProvinces.map(({ code }) => code)}
        />
      )}
      {matches.length > 0 && (
        <FormCheckboxes
          name="agencies[]" id="found-agencies" label={t("found", { words: search })} choices={choicesOf(matches)}
          hint={hasMoreMatches ? `${t("foundMore", { count: matches.length })} ${t("foundHint")}` : t("foundHint")}
        />
      )}
      {search && matches.length === 0 && <p role="status">{t("notFound", { words: search })}</p>}
      <FormText type="search" name="search" label={t("search")} hint={t("searchHint")} defaultValue={search} maxLength={SEARCH_LENGTH} />
      {provinces.length > 0 && (
        <FormSelect
          name="provinces[]" id="add-province" label={t("province")} placeholder={t("provinceNone")} width="half" defaultValue=""
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <p><SubmitButton variant="secondary" name="intent" value="look" pendingLabel={t("looking")}>{t("update")}</SubmitButton></p>
    </div>
  );
}

const choicesOf = (agencies: readonly AgencyChoice[]) => agencies.map(({ code, name }) => ({ value: code, label: <UserLine text={name} /> }));
