import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationForm, KnownInvitationForm } from "@/modules/accounts/components/invitation-form";
import { InvitationSummary } from "@/modules/accounts/components/invitation-summary";
import { loadInvitation } from "@/modules/accounts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  // The address holds the token: it must not travel on in a referrer. To this site it may: with none at all a browser does not
  // say where a form comes from, and without a script it would be refused.
  return { title: t("invitation.title"), referrer: "same-origin" };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await loadInvitation({ token });
  if (!invitation) notFound();
  const Form = invitation.isKnown ? KnownInvitationForm : InvitationForm;
  return (
    <>
      <InvitationSummary invitation={invitation} />
      {invitation.state === "OPEN" && <Form token={token} email={invitation.email} />}
    </>
  );
}
