import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { NextStages } from "@/modules/submission/components/next-stages";
import { ProposalFacts } from "@/modules/submission/components/proposal-facts";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { ReachedResults } from "@/modules/submission/components/reached-results";
import { ReceiptPanel } from "@/modules/submission/components/receipt-panel";
import { RecallForm } from "@/modules/submission/components/recall-form";
import { StandingFacts } from "@/modules/submission/components/standing-facts";
import { StatusTag } from "@/modules/submission/components/status-tag";
import { loadReceipt } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("submission.receipt");
  return { title: `${t("pageTitle")} · ${(await params).kode}` };
}

export default async function Page({ params }: Props) {
  const { subject, now } = await loadReceipt({ code: (await params).kode });
  const t = await getTranslations("submission.receipt");
  const { status, code, recalling, withdrawing, withdrawal, results } = subject;
  return (
    <>
      <ProposalHeader proposal={subject} title={t(results.length > 0 ? "resultTitle" : `title.${status}`)} tag={<StatusTag status={subject.display} />} />
      <div className="flex flex-col gap-6">
        <ReachedResults {...subject} />
        <ReceiptPanel proposal={subject} now={now} />
        <StandingFacts standing={subject} now={now} />
      </div>
      <NextStages standing={subject} now={now} />
      <Section id="proposal" title={t("proposal")} actions={<Link href={paths.checkAnswers(code)}>{t("read")}</Link>}>
        <ProposalFacts proposal={subject} mayChange={false} />
      </Section>
      {recalling.allowed && status !== "DRAFT" && (
        <Section id="recall" title={t("recall")}>
          <RecallForm proposal={subject} now={now} />
        </Section>
      )}
      {withdrawing.allowed && status !== "WITHDRAWN" && (
        <p className="mt-12 text-sm"><Link href={paths.withdrawal(code)}>{t(withdrawal?.answer === null ? `withdrawalOpen.${withdrawal.side}` : "withdraw")}</Link></p>
      )}
    </>
  );
}
