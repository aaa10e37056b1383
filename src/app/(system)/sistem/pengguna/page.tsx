import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { InviteForm } from "@/modules/accounts/components/invite-form";
import { OpenInvitations, PeopleList } from "@/modules/accounts/components/people-list";
import { loadPeople } from "@/modules/accounts/loaders";
import { loadEditionList } from "@/modules/competition/loaders";
import { LinkButton } from "@/ui/button";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader } from "@/ui/page-header";

const ROLES = ["AGENCY_ADMIN", "INNOVATOR", "SECRETARIAT", "PUBLISHER", "ADMIN_SELECTOR", "EVALUATOR", "PANELIST", "AUDITOR", "SUPER_ADMIN"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("people.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<{ cari?: string }> }) {
  const { cari = "" } = await searchParams;
  const { subject: { people, invitations } } = await loadPeople({ text: cari.slice(0, 100) });
  const [editions, t, locale] = await Promise.all([loadEditionList({}), getTranslations(), getLocale()]);
  return (
    <>
      <PageHeader title={t("accounts.people.title")} actions={<LinkButton variant="secondary" href="#invite">{t("accounts.invite.title")}</LinkButton>} />
      <SearchForm action={paths.systemUsers()} name="cari" label={t("accounts.people.search")} value={cari} submit={t("common.action.search")} />
      <div className="mt-6">
        <PeopleList people={people} searched={cari !== ""} ofSystem />
      </div>
      <OpenInvitations invitations={invitations} />
      <InviteForm roles={ROLES} editions={editions.map(({ slug, name }) => ({ slug, name: name[locale] }))} asksForAgencyCode />
    </>
  );
}
