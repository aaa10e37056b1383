import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { loadManagedEdition } from "@/modules/competition/loaders";
import { EditionNotes } from "@/modules/results/components/public/edition-notes";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("rulesPage.title") };
}

export default async function RulesPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { subject: { edition } } = await loadManagedEdition({ slug });
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("rulesPage.title")} lead={t("rulesPage.lead")} />
      <ul className="flex flex-col gap-1">
        <li><Link href={paths.rulesFile(slug)}>{t("timetable.rulesFile")}</Link></li>
        <li><Link href={paths.newEdition(slug)}>{t("rulesPage.next")}</Link></li>
        <li><Link href={paths.newEdition()}>{t("rulesPage.prepared")}</Link></li>
      </ul>
      <EditionNotes rules={edition.rules} />
    </>
  );
}
