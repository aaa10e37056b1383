import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentLocale } from "@/lib/locale";
import { localised } from "@/lib/paths";
import { WorkspaceList } from "@/modules/accounts/components/workspace-list";
import { loadWorkspaces } from "@/modules/accounts/loaders";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("workspace.title") };
}

export default async function WorkspacesPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const [{ subject, actor }, t] = await Promise.all([loadWorkspaces({ query: await searchParams }), getTranslations("accounts")]);
  if (subject.onlyHome) redirect(localised(subject.onlyHome, await currentLocale()));
  const { back } = subject;
  return (
    <>
      <PageHeader title={t("workspace.title")} lead={back ? t("workspace.wanted") : t("workspace.lead")} />
      <WorkspaceList memberships={subject.memberships} worn={actor.hat?.id ?? null} back={back} />
    </>
  );
}
