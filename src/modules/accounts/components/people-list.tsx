import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/ui/empty-state";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import type { PersonRow } from "../queries";
import { PEOPLE_SHOWN } from "../schema";
import { EndRoleForm, NewPasswordForm, SuspendForm } from "./person-forms";

type Listed = PersonRow & { canEnd: boolean };
type PeopleListProps = {
  people: Listed[];
  searched?: boolean;
  ofSystem?: boolean;
  /** What is to be known before this role is ended. */
  beforeEnding?: (person: PersonRow) => ReactNode;
};

export async function PeopleList({ people, searched = false, ofSystem = false, beforeEnding }: PeopleListProps) {
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
      {person.canEnd && <EndRoleForm person={person} before={beforeEnding?.(person)} />}
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
