import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { chooseVisited } from "../../actions";
import { CODES_LENGTH, REASON_LENGTH } from "../../schema";
import type { PageOf } from "./readers-page";

/** A visit enters some entries of a list: which ones says the secretariat, by their codes. */
export async function ChooseForm({ page: { edition, stage, assigning } }: { page: PageOf<"ENTRIES"> }) {
  const [t, all] = await Promise.all([getTranslations("review.visit.choose"), getTranslations("review.readers")]);
  if (!assigning.allowed) return null;
  return (
    <Section id="pilih" title={t("title")}>
      <p className="max-w-reading">{t("body", { count: stage.scoring.perSubmission })}</p>
      <ActionForm action={chooseVisited} hidden={{ slug: edition.slug, stage: stage.key }} keep={{ place: `pilih.${edition.slug}.${stage.key}`, basis: "" }} className="flex max-w-reading flex-col gap-4">
        <FormTextArea name="codes" label={t("codes")} hint={t("codesHint")} rows={5} maxLength={CODES_LENGTH} />
        <FormText name="reason" label={all("reason")} hint={all("reasonHint")} maxLength={REASON_LENGTH} autoComplete="off" />
        <FormActions><SubmitButton pendingLabel={all("pending")}>{t("submit")}</SubmitButton></FormActions>
      </ActionForm>
    </Section>
  );
}
