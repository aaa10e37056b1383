import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { EmptyState } from "@/ui/empty-state";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { withdrawInvitation } from "../actions";
import type { OpenInvitationRow, PersonRow } from "../queries";
import { PEOPLE_SHOWN } from "../schema";
import { EndRoleForm, NewPasswordForm, SuspendForm } from "./person-forms";

type Listed = PersonRow & { canEnd: boolean };
type PeopleListProps = { people: Listed[]; searched?: boolean; ofSystem?: boolean };

export async function PeopleList({ people, searched = false, ofSystem = false }: PeopleListProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  if (people.length === 0)
    return <EmptyState title={searched ? t("people.noMatch") : t("people.empty")}>{searched ? null : t("people.emptyBody")}</EmptyState>;
  const columns: Column<Listed>[] = [
    { key: "name", header: t("people.name"), rowHeader: true, cell: ({ name }) => name },
    { key: "email", header: t("people.email"), cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
    { key: "role", header: t("people.role"), cell: ({ role }) => t(`role.${role}`) },
    { key: "place", header: t("people.place"), cell: ({ place }) => place?.[locale] ?? t("workspace.system") },
    { key: "state", header: t("people.state"), cell: ({ suspendedAt }) => <StateTag word={t(suspendedAt ? "people.suspended" : "people.active")} isActive={!suspendedAt} /> },
  ];
  const manage = (person: Listed) => (
    <>
      {ofSystem && <SuspendForm person={person} />}
      {ofSystem && !person.suspendedAt && <NewPasswordForm person={person} />}
      {person.canEnd && <EndRoleForm person={person} />}
    </>
  );
  if (ofSystem || people.some(({ canEnd }) => canEnd)) columns.push({ key: "manage", header: t("people.manage"), kind: "short", cell: manage });
  return (
    <>
      <Table
        caption={t("people.caption")}
        columns={columns}
        rows={people}
        rowKey={({ membershipId }) => membershipId}
        dense
      />
      {people.length === PEOPLE_SHOWN && <p className="mt-3 text-sm text-ink-muted">{t("people.shown")}</p>}
    </>
  );
}

const StateTag = ({ word, isActive }: { word: string; isActive: boolean }) => <Tag tone={isActive ? "ok" : "warn"}>{word}</Tag>;

export async function OpenInvitations({ invitations, searched = false }: { invitations: OpenInvitationRow[]; searched?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const columns: Column<OpenInvitationRow>[] = [
    { key: "email", header: t("people.email"), rowHeader: true, cell: ({ email }) => <span className="wrap-anywhere">{email}</span> },
    { key: "role", header: t("people.role"), cell: ({ role }) => t(`role.${role}`) },
    { key: "place", header: t("people.place"), cell: ({ place }) => place?.[locale] ?? t("workspace.system") },
    { key: "until", header: t("people.until"), cell: ({ expiresAt }) => formatDateTime(expiresAt, { locale, zone: "Asia/Jakarta" }) },
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
      {/* One form around all rows: its message outlives the row that it is about. */}
      <ActionForm action={withdrawInvitation}>
        {invitations.length === 0 ? (
          <p className="text-ink-muted">{t(searched ? "people.noOpenMatch" : "people.noOpen")}</p>
        ) : (
          <Table caption={t("people.openCaption")} captionHidden columns={columns} rows={invitations} rowKey={({ id }) => id} dense />
        )}
        {invitations.length === PEOPLE_SHOWN && <p className="mt-3 text-sm text-ink-muted">{t("people.openShown")}</p>}
      </ActionForm>
    </Section>
  );
}
