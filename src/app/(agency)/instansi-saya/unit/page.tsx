import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/modules/accounts/components/invite-form";
import { OpenInvitations, PeopleList } from "@/modules/accounts/components/people-list";
import { loadPeople } from "@/modules/accounts/loaders";
import { AddUnitForm, UnitList } from "@/modules/agencies/components/unit-list";
import { loadOwnUnits } from "@/modules/agencies/loaders";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agencies");
  return { title: t("units.title") };
}

export default async function UnitsPage() {
  const { subject: { units } } = await loadOwnUnits({});
  const { subject: { people, invitations } } = await loadPeople({});
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("agencies.units.title")} lead={t("agencies.units.lead")} />
      <UnitList units={units} />
      <Section title={t("accounts.people.title")} id="people">
        <PeopleList people={people} />
      </Section>
      <OpenInvitations invitations={invitations} />
      <InviteForm roles={["INNOVATOR"]} units={units} />
      <AddUnitForm parents={units} />
    </>
  );
}
