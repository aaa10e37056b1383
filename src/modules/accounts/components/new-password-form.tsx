import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import { setNewPassword } from "../actions";
import type { PasswordLinkState } from "../domain/password-links";

type NewPasswordProps = { token: string; link: { name: string; email: string; expiresAt: Date; state: PasswordLinkState } };

/** Sets a new password by a link, or says what to do when the link opens nothing any more. */
export async function NewPassword({ token, link }: NewPasswordProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const { name, email, expiresAt, state } = link;
  if (state !== "OPEN")
    return (
      <>
        <PageHeader title={t("newPassword.title")} />
        <Notice tone="warn" title={t(`newPassword.state.${state}`)} />
      </>
    );
  const until = formatDateTime(expiresAt, { locale, zone: "Asia/Jakarta" });
  return (
    <>
      <PageHeader title={t("newPassword.title")} lead={t("newPassword.lead", { name, email, until })} />
      <ActionForm action={setNewPassword} hidden={{ token }} className="flex max-w-reading flex-col gap-6">
        {/* For the password manager: the account this password belongs to. */}
        <input type="email" value={email} autoComplete="username" readOnly hidden />
        <FormText name="password" type="password" label={t("password.new")} hint={t("password.hint")} autoComplete="new-password" required />
        <FormActions>
          <SubmitButton pendingLabel={t("invitation.pending")}>{t("newPassword.submit")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </>
  );
}
