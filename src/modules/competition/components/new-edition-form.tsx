import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { prepareEdition } from "../actions";
import { LineProblems } from "./line-problems";
import { RulesUpload } from "./rules-upload";

type Prepared = { id: string; version: number; rules: string; replaces?: string };

/** The text of rules: checked as often as one likes, kept as a draft. `version` 0: not kept yet. */
export async function NewEditionForm({ id, version, rules, replaces = "" }: Prepared) {
  const t = await getTranslations("competition");
  const pending = t("new.pending");
  return (
    <ActionForm action={prepareEdition} hidden={{ draft: id, version: String(version), replaces }} keep={{ place: `aturan.${id}`, basis: String(version) }} className="flex flex-col gap-6">
      <LineProblems title={t("new.problems")} remarks={t("new.remarks")} lineLabel={t("new.line", { line: "{line}" })} />
      <RulesUpload boxName="rules" label={t("new.upload")} hint={t("new.uploadHint")} />
      <FormTextArea
        name="rules" label={t("new.rules")} hint={t("new.hint")} defaultValue={rules} rows={24} spellCheck={false} wrap="off"
      />
      <FormActions>
        <SubmitButton name="step" value="check" pendingLabel={pending}>{t("new.check")}</SubmitButton>
        <SubmitButton name="step" value="keep" pendingLabel={pending} variant="secondary">{t("new.keep")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
