import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/ui/page-header";
import type { Proposal } from "../queries/proposal";

/** Which proposal this page is about, above what the page is for. */
export async function ProposalHeader({ proposal, title, lead, tag }: {
  proposal: Pick<Proposal, "code" | "editionName">;
  title: ReactNode;
  lead?: ReactNode;
  tag?: ReactNode;
}) {
  const locale = await getLocale();
  return <PageHeader over={`${proposal.code} · ${proposal.editionName[locale]}`} title={title} lead={lead} tag={tag} />;
}
