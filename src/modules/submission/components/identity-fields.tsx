import { getLocale, getTranslations } from "next-intl/server";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { FormMonth } from "./form-month";

export type IdentityDefaults = { title?: string; month?: string; year?: string; category?: string; signatory?: string };

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

/** The title of the proposal. */
export async function TitleField({ value }: { value?: string }) {
  const t = await getTranslations("submission.start");
  return <FormText name="title" label={t("title.label")} hint={t("title.hint")} defaultValue={value} autoComplete="off" dir="auto" />;
}

/** When it began: month and year are enough. */
export async function StartMonthField({ month, year }: IdentityDefaults) {
  const [t, locale] = await Promise.all([getTranslations("submission.start"), getLocale()]);
  const names = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const options = MONTHS.map((index) => ({ value: String(index + 1), label: names.format(Date.UTC(2020, index, 1)) }));
  return (
    <FormMonth
      label={t("month.label")}
      hint={t("month.hint")}
      month={{ name: "month", label: t("month.month"), options, placeholder: t("choose"), defaultValue: month }}
      year={{ name: "year", label: t("month.year"), defaultValue: year }}
    />
  );
}

export async function CategoryField({ rules, value }: { rules: Pick<EditionRules, "categories">; value?: string }) {
  const [t, locale] = await Promise.all([getTranslations("submission.start"), getLocale()]);
  return (
    <FormSelect
      name="category" label={t("category.label")} placeholder={t("choose")} defaultValue={value}
      options={rules.categories.map(({ key, name }) => ({ value: key, label: name[locale] }))}
    />
  );
}

export async function SignatoryField({ value }: { value?: string }) {
  const t = await getTranslations("submission.start");
  return <FormText name="signatory" label={t("signatory.label")} hint={t("signatory.hint")} defaultValue={value} autoComplete="off" dir="auto" />;
}
