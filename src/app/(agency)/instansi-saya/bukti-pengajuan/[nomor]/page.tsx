import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyReceipt } from "@/modules/submission/components/agency-receipts";
import { FilingOutcome, FilingResult } from "@/modules/submission/components/filing-result";
import { loadAgencyReceipt } from "@/modules/submission/loaders/filing";
import { Code } from "@/ui/code";
import { PageHeader } from "@/ui/page-header";

type Props = { params: Promise<{ nomor: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).nomor };
}

export default async function ReceiptPage({ params, searchParams }: Props) {
  const [{ nomor }, query] = await Promise.all([params, searchParams]);
  const { subject: { answer, ...receipt }, now } = await loadAgencyReceipt({ number: nomor, query });
  const t = await getTranslations("filing.receipt");
  return (
    <>
      {answer && <FilingOutcome answer={answer} editionSlug={receipt.edition.slug} groups={receipt.groups} />}
      <PageHeader over={receipt.agencyName} title={t.rich("title", { number: receipt.number, code: (words) => <Code>{words}</Code> })} lead={t("lead", { count: receipt.count, withdrawn: receipt.withdrawn })} />
      <AgencyReceipt receipt={receipt} now={now} />
      {answer && <FilingResult answer={answer} groups={receipt.groups} />}
    </>
  );
}
