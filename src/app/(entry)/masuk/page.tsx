import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentLocale } from "@/lib/locale";
import { localised, paths } from "@/lib/paths";
import { DemonstrationCast } from "@/modules/accounts/components/demonstration-cast";
import { SignInForm } from "@/modules/accounts/components/sign-in-form";
import { loadSignIn, loadViewer } from "@/modules/accounts/loaders";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const [{ cast, back }, viewer] = await Promise.all([loadSignIn({ query: await searchParams }), loadViewer({})]);
  if (viewer) redirect(localised(back ?? paths.workspaces(), await currentLocale()));

  const t = await getTranslations("accounts");
  return (
    <>
      <PageHeader title={t("signIn.title")} lead={t("signIn.lead")} />
      <SignInForm back={back} />
      <p className="mt-6 max-w-reading text-ink-muted">{t("signIn.noAccount")}</p>
      <p className="mt-2 max-w-reading text-ink-muted">{t("signIn.forgotten")}</p>
      {cast.length > 0 && <DemonstrationCast cast={cast} back={back} />}
    </>
  );
}
