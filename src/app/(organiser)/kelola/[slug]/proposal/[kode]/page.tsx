import type { Metadata } from "next";
import { ProposalReadings } from "@/modules/results/components/proposal-readings";
import { loadProposalReadings } from "@/modules/results/loaders";
import { FiledProposalView } from "@/modules/submission/components/filed-proposal";
import { loadFiledProposal } from "@/modules/submission/loaders/organising";
import { PageHeader } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ slug: string; kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).kode };
}

export default async function FiledProposalPage({ params }: Props) {
  const { slug, kode } = await params;
  const { subject: proposal } = await loadFiledProposal({ slug, code: kode });
  const { subject: read } = await loadProposalReadings({ slug, code: kode });
  return (
    <>
      <PageHeader over={proposal.code} title={<UserLine text={proposal.title} />} />
      <FiledProposalView proposal={proposal}>
        <ProposalReadings rounds={read.rounds} />
      </FiledProposalView>
    </>
  );
}
