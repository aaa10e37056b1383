import { getTranslations } from "next-intl/server";
import { FormText } from "@/ui/forms/form-field";
import { SourceFound } from "./source-found";

type Value = { sourceText: string; sourceAgency: string; sourceYear: number | null };

/** What a proposal adapts: its words are looked for in the library, and what is not there is described. */
export async function SourceFields({ hint, value }: { hint: string; value?: Value }) {
  const t = await getTranslations("submission");
  return (
    <>
      <FormText name="sourceText" label={t("start.sourceText.label")} hint={hint} defaultValue={value?.sourceText} autoComplete="off" dir="auto" />
      <SourceFound texts={{ label: t("source.found"), hint: t("source.foundHint"), none: t("source.none") }} />
      <FormText name="sourceAgency" label={t("start.sourceAgency.label")} hint={t("start.sourceAgency.hint")} defaultValue={value?.sourceAgency} autoComplete="off" dir="auto" />
      <FormText
        name="sourceYear" label={t("start.sourceYear.label")} hint={t("start.sourceYear.hint")} defaultValue={value?.sourceYear?.toString()} width="half" inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
