import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { EditionPage } from "@/modules/results/components/public/edition-page";
import { FormPreview } from "@/modules/results/components/public/form-preview";
import { loadDraftPreview } from "@/modules/results/loaders";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("draft.preview") };
}

export default async function PreviewPage({ params }: { params: Promise<{ rancangan: string }> }) {
  const { rancangan } = await params;
  const { subject: { view } } = await loadDraftPreview({ id: rancangan });
  const t = await getTranslations("competition");
  return (
    <>
      <Notice tone="info" title={t("draft.previewTitle")}>{t("draft.previewLead")} <Link href={paths.editionDraft(rancangan)}>{t("draft.back")}</Link></Notice>
      <div className="mt-8"><EditionPage view={view} isPreview /></div>
      <FormPreview rules={view.edition.rules} />
    </>
  );
}
