import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationForm, KnownInvitationForm } from "@/modules/accounts/components/invitation-form";
import { InvitationSummary } from "@/modules/accounts/components/invitation-summary";
import { loadInvitation } from "@/modules/accounts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  // The address holds the token: it must not travel on in a referrer.
  return { title: t("invitation.title"), referrer: "no-referrer" };
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
