import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { openEdition } from "../actions";
import { LineProblems } from "./line-problems";

/** `rules` is the text to begin from, such as the rules of another edition. */
export async function NewEditionForm({ rules }: { rules: string | null }) {
  const t = await getTranslations("competition");
  return (
    <ActionForm action={openEdition} className="flex flex-col gap-6">
      <LineProblems title={t("new.problems")} lineLabel={t("new.line", { line: "{line}" })} />
      <FormTextArea name="rules" label={t("new.rules")} hint={t("new.hint")} defaultValue={rules ?? ""} rows={24} spellCheck={false} wrap="off" />
      <FormActions>
        <SubmitButton pendingLabel={t("new.pending")}>{t("new.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
