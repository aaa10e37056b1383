import { getLocale, getTranslations } from "next-intl/server";
import { CardGrid, Card } from "@/ui/card";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { signInToDemonstration } from "../actions";
import type { CastMember } from "../queries";

/** Only on the demonstration: the people one may look through the eyes of. */
export async function DemonstrationCast({ cast, back }: { cast: CastMember[]; back?: string }) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  const inWords = (roles: CastMember["roles"]) =>
    [...new Set(roles.map(({ role }) => role))].map((role) => {
      const places = roles.filter((held) => held.role === role).map(({ editionName, agencyName }) => editionName?.[locale] ?? agencyName).filter(Boolean).join(", ");
      return [t(`role.${role}`), places].filter(Boolean).join(" · ");
    });
  return (
    <Section title={t("signIn.cast.title")} id="cast">
      <p>{t("signIn.cast.body")}</p>
      <CardGrid>
        {cast.map(({ email, name, roles }) => (
          <Card
            key={email}
            title={name}
            meta={inWords(roles).join("; ")}
            footer={
              <ActionForm action={signInToDemonstration} hidden={back ? { email, back } : { email }}>
                <SubmitButton variant="secondary" pendingLabel={t("signIn.cast.pending")}>
                  {t("signIn.cast.submit", { name })}
                </SubmitButton>
              </ActionForm>
            }
          />
        ))}
      </CardGrid>
    </Section>
  );
}
