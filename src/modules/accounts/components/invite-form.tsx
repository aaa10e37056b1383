import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { invitePerson } from "../actions";
import type { Role } from "../domain/roles";
import { InvitationMade } from "./invitation-made";
import { ParticipantConfirmation } from "./participant-confirmation";

type InviteFormProps = {
  roles: readonly Role[];
  /** Fixed by the page, or asked for. */
  editionSlug?: string;
  editions?: readonly { slug: string; name: string }[];
  units?: readonly { code: string; name: string }[];
  asksForAgencyCode?: boolean;
  /** Whoever invites here hands the link over, and is shown it. */
  handsOver?: boolean;
  /** The invitations that have not been answered. */
  open: readonly { email: string }[];
};

export async function InviteForm({ roles, editionSlug, editions, units, asksForAgencyCode = false, handsOver = false, open }: InviteFormProps) {
  const t = await getTranslations("accounts");
  const [onlyRole] = roles;
  const hidden = { ...(editionSlug ? { editionSlug } : {}), ...(roles.length === 1 && onlyRole ? { role: onlyRole } : {}) };
  return (
    <Section title={t("invite.title")} id="invite">
      <p className="max-w-reading text-ink-muted">{t(handsOver ? "invite.lead" : "invite.leadWaits")}</p>
      <ActionForm action={invitePerson} hidden={hidden} keep={{ place: `undang.${editionSlug ?? ""}`, basis: "" }} className="flex max-w-reading flex-col gap-6">
        {handsOver && <InvitationMade
          open={open.map(({ email }) => email)}
          words={{ title: t("invite.done", { email: "{email}" }), replaced: t("invite.replaced", { email: "{email}" }), copy: t("invite.copy"), copied: t("invite.copied"), failed: t("invite.copyFailed"), once: t("invite.once") }}
        />}
        <FormText name="email" type="email" label={t("email.label")} autoComplete="off" />
        {roles.length > 1 && (
          <FormSelect name="role" label={t("invite.role")} placeholder={t("invite.rolePlaceholder")} options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
        )}
        {units && (
          <FormSelect
            name="agencyCode"
            label={t("invite.agency")}
            placeholder={t("invite.agencyPlaceholder")}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {editions && (
          <FormSelect name="editionSlug" label={t("invite.edition")} placeholder="—" options={editions.map(({ slug, name }) => ({ value: slug, label: name }))} />
        )}
        {asksForAgencyCode && <FormText name="agencyCode" label={t("invite.agency")} hint={t("invite.agencyHint")} autoComplete="off" />}
        <ParticipantConfirmation label={t("invite.participantConfirm")} />
        <FormActions>
          <SubmitButton pendingLabel={t("invite.pending")}>{t("invite.submit")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
