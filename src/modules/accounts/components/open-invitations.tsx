import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { withdrawInvitation } from "../actions";
import type { OpenInvitationRow } from "../queries";
import { PEOPLE_SHOWN } from "../schema";
import { HAND_OVER_FORM, HandOverForm } from "./hand-over-form";

type OpenInvitationsProps = { invitations: OpenInvitationRow[]; searched?: boolean; handsOver?: boolean; now: Date; /** Of whoever reads; the portal's own otherwise. */ zone?: string };

/** Who has been invited and has not answered. `handsOver`: the reader hands the links over, and can make several at once. */
export async function OpenInvitations({ invitations, searched = false, handsOver = false, now, zone = "Asia/Jakarta" }: OpenInvitationsProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const at = (time: Date) => formatDateTime(time, { locale, zone });
  const handed = ({ handedOverAt, handedOverBy, expiresAt }: OpenInvitationRow) => {
    if (expiresAt < now) return t("handOver.lapsed");
    return handedOverAt ? t("handOver.handed", { at: at(handedOverAt), name: handedOverBy ?? t("workspace.system") }) : t("handOver.notYet");
  };
  const columns: Column<OpenInvitationRow>[] = [
    ...(handsOver ? [{ key: "choose", header: t("handOver.column"), kind: "short" as const, cell: ({ id, email }: OpenInvitationRow) => <Tick id={id} label={t("handOver.select", { email })} isFirst={id === invitations[0]?.id} /> }] : []),
    { key: "email", header: t("people.email"), rowHeader: true, cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
    { key: "role", header: t("people.role"), cell: ({ role }) => t(`role.${role}`) },
    { key: "place", header: t("people.place"), cell: ({ place }) => place?.[locale] ?? t("workspace.system") },
    { key: "handed", header: t("handOver.state"), cell: handed },
    { key: "until", header: t("people.until"), cell: ({ expiresAt }) => at(expiresAt) },
    {
      key: "manage",
      header: t("people.manage"),
      cell: ({ id, email }) => (
        <SubmitButton name="invitationId" value={id} variant="secondary" size="dense" pendingLabel={t("invite.withdrawPending")}>
          {t("invite.withdraw")} <span className="sr-only">{email}</span>
        </SubmitButton>
      ),
    },
  ];
  return (
    <Section title={t("people.open")} id="open-invitations">
      {handsOver && <p className="max-w-reading text-ink-muted">{t("handOver.lead")}</p>}
      {/* One form around all rows: its message outlives the row that it is about. */}
      <ActionForm action={withdrawInvitation}>
        {invitations.length === 0 ? (
          <p className="text-ink-muted">{t(searched ? "people.noOpenMatch" : "people.noOpen")}</p>
        ) : (
          <Table caption={t("people.openCaption")} captionHidden columns={columns} rows={invitations} rowKey={({ id }) => id} dense />
        )}
        {invitations.length === PEOPLE_SHOWN && <p className="mt-3 text-sm text-ink-muted">{t("people.openShown")}</p>}
      </ActionForm>
      {handsOver && invitations.length > 0 && <HandOverForm />}
    </Section>
  );
}

/** Belongs to the form below the table, since a form cannot stand within another; who ticked none is led to the first. */
const Tick = ({ id, label, isFirst }: { id: string; label: string; isFirst: boolean }) => (
  <input
    type="checkbox" form={HAND_OVER_FORM} name="invitationIds[]" value={id} aria-label={label} className="size-6 cursor-pointer accent-action"
    id={isFirst ? `${HAND_OVER_FORM}-invitationIds` : undefined}
  />
);
