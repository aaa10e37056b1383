import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { inviteToGroup, withdrawGroupInvitation } from "../actions";
import type { GroupRule } from "../domain/edition-rules";
import type { EditionView, InvitedAgency } from "../queries";

type GroupInvitationsProps = { edition: EditionView; invited: InvitedAgency[] };

/** Who may enter the groups that are entered by invitation; nothing where the edition has none. */
export async function GroupInvitations({ edition, invited }: GroupInvitationsProps) {
  const [t, locale] = await Promise.all([getTranslations("competition.invitations"), getLocale()]);
  const groups = edition.rules.groups.filter(({ byInvitation }) => byInvitation);
  if (groups.length === 0) return null;
  return (
    <Section title={t("title")} id="group-invitations">
      <p className="max-w-reading text-ink-muted">{t("lead")}</p>
      {groups.map((group) => (
        <div key={group.key} className="flex flex-col gap-4">
          <h3>{group.name[locale]}</h3>
          <Invited slug={edition.slug} group={group} agencies={invited.filter(({ groupKey }) => groupKey === group.key)} />
          <ActionForm action={inviteToGroup} hidden={{ slug: edition.slug, group: group.key }} keep={{ place: `undang-kelompok.${edition.slug}.${group.key}`, basis: "" }} fieldPrefix={group.key} className="flex max-w-reading flex-col gap-6">
            <FormText name="agency" label={t("agency")} hint={t("agencyHint")} autoComplete="off" />
            <FormActions>
              <SubmitButton variant="secondary" pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
            </FormActions>
          </ActionForm>
        </div>
      ))}
    </Section>
  );
}

async function Invited({ slug, group, agencies }: { slug: string; group: GroupRule; agencies: InvitedAgency[] }) {
  const [t, locale] = await Promise.all([getTranslations("competition.invitations"), getLocale()]);
  const columns: Column<InvitedAgency>[] = [
    { key: "name", header: t("agency"), rowHeader: true, cell: ({ name }) => name },
    { key: "code", header: t("code"), cell: ({ code }) => <span className="wrap-anywhere">{code}</span> },
    {
      key: "manage",
      header: t("manage"),
      cell: ({ code, name }) => (
        <SubmitButton name="agencyCode" value={code} variant="secondary" size="dense" pendingLabel={t("withdrawPending")}>
          {t("withdraw")} <span className="sr-only">{name}</span>
        </SubmitButton>
      ),
    },
  ];
  return (
    // One form around all rows: its message outlives the row that it is about.
    <ActionForm action={withdrawGroupInvitation} hidden={{ slug, group: group.key }}>
      {agencies.length === 0 ? (
        <p className="text-ink-muted">{t("none")}</p>
      ) : (
        <Table caption={t("caption", { group: group.name[locale] })} captionHidden columns={columns} rows={agencies} rowKey={({ code }) => code} dense />
      )}
    </ActionForm>
  );
}
