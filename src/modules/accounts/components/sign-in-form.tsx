import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormText } from "@/ui/forms/form-field";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { signIn } from "../actions";

export async function SignInForm({ back }: { back?: string }) {
  const t = await getTranslations("accounts");
  return (
    <ActionForm action={signIn} hidden={back ? { back } : {}} className="flex max-w-reading flex-col gap-6">
      <FormText name="email" type="email" label={t("email.label")} autoComplete="username" spellCheck={false} required />
      <FormText name="password" type="password" label={t("password.label")} autoComplete="current-password" required />
      <FormActions>
        <SubmitButton pendingLabel={t("signIn.pending")}>{t("signIn.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
