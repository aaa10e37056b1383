import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Details } from "@/ui/details";
import { ActionForm, type FormAction } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { endRole, offerNewPassword, reinstatePerson, suspendPerson } from "../actions";
import type { PersonRow } from "../queries";

export async function SuspendForm({ person }: { person: PersonRow }) {
  const t = await getTranslations("accounts");
  const act: FormAction = person.suspendedAt ? reinstatePerson : suspendPerson;
  const word = person.suspendedAt ? "reinstate" : "suspend";
  return (
    <ActionForm action={act} hidden={{ userId: person.userId }}>
      <SubmitButton variant={person.suspendedAt ? "secondary" : "destructive"} size="dense" pendingLabel={t(`people.${word}Pending`)}>
        {t(`people.${word}`)} <span className="sr-only">{person.name}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Two steps, since work in hand stops with the role. */
export async function EndRoleForm({ person, before }: { person: PersonRow; /** What their work in hand is. */ before?: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const { membershipId, name, role } = person;
  const place = person.place?.[locale] ?? t("workspace.system");
  return (
    <Details summary={<>{t("people.end")} <span className="sr-only">{name}</span></>}>
      <p className="mb-3 w-64 max-w-full whitespace-normal">{t("people.endBody", { name, role: t(`role.${role}`), place })}</p>
      {before}
      <ActionForm action={endRole} hidden={{ membershipId }}>
        <SubmitButton variant="destructive" size="dense" pendingLabel={t("people.endPending")}>
          {t("people.endNow")} <span className="sr-only">{name}</span>
        </SubmitButton>
      </ActionForm>
    </Details>
  );
}

/** For who forgot their password; letters are not sent, so the link is handed over like an invitation. */
export async function NewPasswordForm({ person }: { person: PersonRow }) {
  const t = await getTranslations("accounts");
  return (
    <Details summary={<>{t("newPassword.offer")} <span className="sr-only">{person.name}</span></>}>
      <p className="mb-3 w-64 max-w-full whitespace-normal">{t("newPassword.offerBody", { name: person.name })}</p>
      <ActionForm action={offerNewPassword} hidden={{ userId: person.userId }}>
        <SubmitButton variant="secondary" size="dense" pendingLabel={t("newPassword.making")}>
          {t("newPassword.make")} <span className="sr-only">{person.name}</span>
        </SubmitButton>
      </ActionForm>
    </Details>
  );
}
