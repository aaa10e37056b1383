import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyReceipts } from "@/modules/submission/components/agency-receipts";
import { loadAgencyReceipts } from "@/modules/submission/loaders/filing";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("filing.receipts");
  return { title: t("title") };
}

export default async function ReceiptsPage() {
  const { subject: { receipts } } = await loadAgencyReceipts({});
  const t = await getTranslations("filing.receipts");
  return (
    <>
      <PageHeader title={t("title")} />
      <AgencyReceipts receipts={receipts} />
    </>
  );
}
