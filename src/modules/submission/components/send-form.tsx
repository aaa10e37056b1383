import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckboxes } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { sendToAgency } from "../actions/writing";
import type { CheckedProposal } from "../queries/proposal";
import { problemTexts } from "./problem-list";

/** S10: statements and remarks, ticked one by one, and the button that says what it does. */
export async function SendForm({ proposal }: { proposal: CheckedProposal }) {
  const [t, locale] = await Promise.all([getTranslations("submission.send"), getLocale()]);
  const { code, version, rules, completeness } = proposal;
  const remarks = await problemTexts(completeness.shouldLook, proposal);
  const statements = rules.statements.map(({ key, text, signer }) => ({
    value: key, label: text[locale], hint: t("signer", { signer: signer[locale] }),
  }));
  return (
    <ActionForm action={sendToAgency} hidden={{ code, version: String(version) }} className="flex max-w-reading flex-col gap-8">
      {statements.length > 0 && (
        <FormCheckboxes name="statements[]" label={t("statements")} hint={t("statementsHint")} choices={statements} />
      )}
      {remarks.length > 0 && (
        <FormCheckboxes
          name="acknowledged[]" label={t("remarks")} hint={t("remarksHint")}
          choices={remarks.map(({ id, text }) => ({ value: id, label: text }))}
        />
      )}
      <FormActions>
        <SubmitButton pendingLabel={t("sending")} stretch>{t("button")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
