import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormRadio } from "@/ui/forms/form-field";
import { TypedAcrossLanguages } from "@/ui/forms/typed-across-languages";
import { startSubmission } from "../actions/writing";
import type { StartContext } from "../queries/starting";
import { CategoryField, SignatoryField, StartMonthField, TitleField } from "./identity-fields";
import { PastResultFields } from "./past-result-fields";
import { RelatedFields } from "./related-fields";
import { SourceFields } from "./source-fields";
import { StartOutcome } from "./start-outcome";

/** S2: the questions that decide in which group the innovation may enter, then the choice of the group. */
export async function StartForm({ context, formKey, writerId }: { context: StartContext; formKey: string; writerId: string }) {
  const { edition, pastInnovations } = context;
  return (
    <ActionForm action={startSubmission} hidden={{ edition: edition.slug, key: formKey }} keep={{ place: `mulai.${edition.slug}`, basis: "" }} className="flex max-w-reading flex-col gap-8">
      <TypedAcrossLanguages writerId={writerId} />
      <TitleField />
      <StartMonthField />
      <PastResultFields innovations={pastInnovations} />
      <OriginFields />
      <CategoryField rules={edition.rules} />
      <SignatoryField />
      <RelatedFields />
      <Outcome />
    </ActionForm>
  );
}

async function OriginFields() {
  const t = await getTranslations("submission.start");
  return (
    <>
      <FormRadio
        name="origin" label={t("origin.label")}
        choices={[{ value: "OWN", label: t("origin.OWN") }, { value: "ADAPTED", label: t("origin.ADAPTED"), hint: t("origin.hint") }]}
      />
      <SourceFields hint={t("sourceText.hint")} />
    </>
  );
}

async function Outcome() {
  const [t, locale] = await Promise.all([getTranslations("submission.start"), getLocale()]);
  return (
    <StartOutcome
      locale={locale}
      texts={{
        check: t("check"), checkAgain: t("checkAgain"), checking: t("checking"), create: t("create"), creating: t("creating"),
        outcome: t("outcome.title"), none: t("outcome.none"), allowed: t("outcome.allowed"), refused: t("outcome.refused"), never: t("outcome.never"),
        chooseGroup: t("outcome.choose"), changed: t("outcome.changed"),
      }}
    />
  );
}
