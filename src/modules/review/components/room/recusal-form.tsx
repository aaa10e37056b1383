import { getTranslations } from "next-intl/server";
import { ActionForm, type FormAction } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { REASON_LENGTH } from "../../schema";

type RecusalFormProps = { action: FormAction; assignmentId: string; /** The address of the secretariat. */ contact: string };

/** Naming a conflict takes effect at once: who alone can undo it stands before a box that must be ticked. */
export async function RecusalForm({ action, assignmentId, contact }: RecusalFormProps) {
  const t = await getTranslations("review.room");
  return (
    <ActionForm action={action} hidden={{ assignmentId }} keep={{ place: `tidak-menilai.${assignmentId}`, basis: "" }} className="flex max-w-reading flex-col gap-4">
      <FormTextArea name="reason" label={t("recusalReason")} rows={3} maxLength={REASON_LENGTH} required />
      <p>{t("recusalUndo", { contact })}</p>
      <FormCheckbox data-confirms name="understood" value="yes" label={t("recusalUnderstood")} required />
      <FormActions><SubmitButton variant="destructive" pendingLabel={t("recusalPending")}>{t("recusalSubmit")}</SubmitButton></FormActions>
    </ActionForm>
  );
}
