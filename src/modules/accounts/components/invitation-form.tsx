import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { accept, acceptWithAccount } from "../actions";

/** For somebody new: who they are, and a password of their own. */
export async function InvitationForm({ token, email }: { token: string; email: string }) {
  const t = await getTranslations("accounts");
  return (
    <ActionForm action={accept} hidden={{ token }} className="flex max-w-reading flex-col gap-6">
      {/* For the password manager: the account this password belongs to. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <FormText name="name" label={t("invitation.name")} autoComplete="name" required />
      <FormText name="position" label={t("invitation.position")} autoComplete="organization-title" />
      <FormText
        name="password"
        type="password"
        label={t("password.label")}
        hint={t("password.hint")}
        autoComplete="new-password"
        required
      />
      <FormActions>
        <SubmitButton pendingLabel={t("invitation.pending")}>{t("invitation.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** For an address that has an account: its password, and nothing that is known already. */
export async function KnownInvitationForm({ token, email }: { token: string; email: string }) {
  const t = await getTranslations("accounts");
  return (
    <ActionForm action={acceptWithAccount} hidden={{ token }} className="flex max-w-reading flex-col gap-6">
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <FormText name="password" type="password" label={t("password.label")} autoComplete="current-password" required />
      <FormActions>
        <SubmitButton pendingLabel={t("invitation.pending")}>{t("invitation.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
