import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { InviteForm } from "@/modules/accounts/components/invite-form";
import { OpenInvitations } from "@/modules/accounts/components/open-invitations";
import { PeopleList } from "@/modules/accounts/components/people-list";
import { PeopleSearch } from "@/modules/accounts/components/people-search";
import { loadPeople } from "@/modules/accounts/loaders";
import { AddUnitForm, UnitList, UnitSearch } from "@/modules/agencies/components/unit-list";
import { loadOwnUnits } from "@/modules/agencies/loaders";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agencies");
  return { title: t("units.title") };
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const query = await searchParams;
  const { subject: { units, unitText, zone } } = await loadOwnUnits({ query });
  const { subject: { people, invitations, text, now } } = await loadPeople({ query });
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t("agencies.units.title")} lead={t("agencies.units.lead")} />
      <UnitSearch value={unitText} />
      <UnitList units={units} />
      <Section title={t("accounts.people.title")} id="people">
        <PeopleSearch action={paths.agencyUnits()} value={text} />
        <PeopleList people={people} searched={text !== ""} />
      </Section>
      <OpenInvitations invitations={invitations} searched={text !== ""} now={now} zone={zone} />
      <InviteForm roles={["INNOVATOR"]} units={units} open={invitations} />
      <AddUnitForm parents={units} />
    </>
  );
}
