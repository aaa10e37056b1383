import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { withdraw } from "../actions/withdrawing";

/** Withdrawing is for good: what is lost stands before a box that must be ticked. */
export async function WithdrawForm({ code, version }: { code: string; version: number }) {
  const t = await getTranslations("submission.withdraw");
  return (
    <ActionForm action={withdraw} hidden={{ code, version: String(version) }} keep={{ place: `batal.${code}`, basis: "" }} className="flex max-w-reading flex-col gap-6">
      <FormTextArea dense rows={3} name="reason" label={t("reason")} hint={t("reasonHint")} />
      <FormCheckbox data-confirms name="understood" value="yes" label={t("understood")} />
      <FormActions>
        <SubmitButton variant="destructive" pendingLabel={t("working")}>{t("button")}</SubmitButton>
        <Link href={paths.submission(code)}>{t("keep")}</Link>
      </FormActions>
    </ActionForm>
  );
}
