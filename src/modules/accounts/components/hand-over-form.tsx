import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { handOverInvitations } from "../actions";
import { LinksMade } from "./links-made";

export const HAND_OVER_FORM = "hand-over";

/** Makes links for the invitations ticked in the table, to be copied together. */
export async function HandOverForm() {
  const t = await getTranslations("accounts");
  return (
    <ActionForm id={HAND_OVER_FORM} action={handOverInvitations} fieldPrefix={HAND_OVER_FORM} className="flex max-w-reading flex-col items-start gap-3">
      <LinksMade words={{ title: t("handOver.done"), once: t("invite.once"), copy: t("handOver.copyAll"), copied: t("handOver.copied"), failed: t("invite.copyFailed") }} />
      <p className="text-sm text-ink-muted">{t("handOver.replaces")}</p>
      <SubmitButton variant="secondary" pendingLabel={t("handOver.pending")}>
        {t("handOver.submit")}
      </SubmitButton>
    </ActionForm>
  );
}
