import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WithdrawEdition } from "@/modules/competition/components/draft-acts";
import { loadWithdrawal } from "@/modules/competition/loaders";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("withdraw.title") };
}

export default async function WithdrawPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { subject: edition } = await loadWithdrawal({ slug });
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("withdraw.title")} lead={t("withdraw.lead")} />
      <WithdrawEdition slug={slug} />
    </>
  );
}
