import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { InviteForm } from "@/modules/accounts/components/invite-form";
import { OpenInvitations } from "@/modules/accounts/components/open-invitations";
import { PeopleList } from "@/modules/accounts/components/people-list";
import { PeopleSearch } from "@/modules/accounts/components/people-search";
import { loadPeople } from "@/modules/accounts/loaders";
import { loadEditionList } from "@/modules/competition/loaders";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";

const ROLES = ["AGENCY_ADMIN", "INNOVATOR", "SECRETARIAT", "PUBLISHER", "ADMIN_SELECTOR", "EVALUATOR", "PANELIST", "AUDITOR", "SUPER_ADMIN"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("people.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { subject: { people, invitations, text, now } } = await loadPeople({ query: await searchParams });
  const [editions, t, locale] = await Promise.all([loadEditionList({}), getTranslations(), getLocale()]);
  return (
    <>
      <PageHeader title={t("accounts.people.title")} actions={<LinkButton variant="secondary" href="#invite">{t("accounts.invite.title")}</LinkButton>} />
      <PeopleSearch action={paths.systemUsers()} value={text} />
      <PeopleList people={people} searched={text !== ""} ofSystem />
      <OpenInvitations invitations={invitations} searched={text !== ""} now={now} handsOver />
      <InviteForm roles={ROLES} editions={editions.map(({ slug, name }) => ({ slug, name: name[locale] }))} asksForAgencyCode handsOver open={invitations} />
    </>
  );
}
