import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { InviteForm } from "@/modules/accounts/components/invite-form";
import { OpenInvitations } from "@/modules/accounts/components/open-invitations";
import { PeopleList } from "@/modules/accounts/components/people-list";
import { PeopleSearch } from "@/modules/accounts/components/people-search";
import { loadPeople } from "@/modules/accounts/loaders";
import { GroupInvitations } from "@/modules/competition/components/group-invitations";
import { loadManagedEdition } from "@/modules/competition/loaders";
import { HeldEntries, RoleEnded } from "@/modules/review/components/ending/work-in-hand";
import { loadWorkInHand } from "@/modules/review/loaders";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";

const ROLES = ["ADMIN_SELECTOR", "EVALUATOR", "PANELIST"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("people.title") };
}

export default async function PeoplePage({ params, searchParams }: { params: Promise<{ slug: string }>; searchParams: Promise<unknown> }) {
  const { slug } = await params;
  const { subject: { edition, invited } } = await loadManagedEdition({ slug });
  const query = await searchParams;
  const { subject: { people, invitations, text, now } } = await loadPeople({ query });
  const { subject: { work, ended } } = await loadWorkInHand({ slug, query });
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  return (
    <>
      <PageHeader
        over={edition.name[locale]}
        title={t("people.title")}
        actions={<LinkButton variant="secondary" href="#invite">{t("invite.title")}</LinkButton>}
      />
      <RoleEnded slug={slug} ended={ended} />
      <PeopleSearch action={paths.organiserPeople(slug)} value={text} />
      <PeopleList people={people} searched={text !== ""} beforeEnding={({ userId, role }) => <HeldEntries slug={slug} work={work} userId={userId} role={role} />} />
      <OpenInvitations invitations={invitations} searched={text !== ""} now={now} />
      <InviteForm roles={ROLES} editionSlug={slug} open={invitations} />
      <GroupInvitations edition={edition} invited={invited} />
    </>
  );
}
