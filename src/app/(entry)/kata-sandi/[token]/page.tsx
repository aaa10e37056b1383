import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewPassword } from "@/modules/accounts/components/new-password-form";
import { loadPasswordLink } from "@/modules/accounts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  // The address holds the token: it must not travel on in a referrer. To this site it may: with none at all a browser does not
  // say where a form comes from, and without a script it would be refused.
  return { title: t("newPassword.title"), referrer: "same-origin" };
}

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await loadPasswordLink({ token });
  if (!link) notFound();
  return <NewPassword token={token} link={link} />;
}
