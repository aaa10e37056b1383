import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import type { InvitationState } from "../domain/invitations";
import type { InvitationPage } from "../queries";

/** Who invites, to what, until when; and what to do when the link opens nothing any more. */
export async function InvitationSummary({ invitation }: { invitation: InvitationPage & { state: InvitationState } }) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const { email, role, state, isKnown, invitedBy, expiresAt } = invitation;
  const place = invitation.editionName?.[locale] ?? invitation.agencyName ?? t("workspace.system");
  return (
    <>
      <PageHeader title={t("invitation.title")} lead={t("invitation.lead", { inviter: invitedBy, role: t(`role.${role}`) })} />
      <div className="mb-8 flex max-w-reading flex-col gap-6">
        <Facts
          items={[
            { term: t("invitation.place"), detail: place },
            { term: t("invitation.email"), detail: email },
            { term: t("invitation.until"), detail: formatDateTime(expiresAt, { locale, zone: "Asia/Jakarta" }) },
          ]}
        />
        {state === "OPEN" && isKnown && <Notice tone="info" title={t("invitation.known")} />}
        {state !== "OPEN" && (
          <Notice tone="warn" title={t(`invitation.state.${state}`)}>
            {state === "ACCEPTED" && <LinkButton href={paths.signIn()}>{t("signIn.submit")}</LinkButton>}
          </Notice>
        )}
      </div>
    </>
  );
}
