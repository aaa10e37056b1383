import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { zoneName } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EditionStageBar } from "@/modules/competition/components/edition-stage-bar";
import { StageDatesForm } from "@/modules/competition/components/stage-dates-form";
import { loadTimetable } from "@/modules/competition/loaders";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("timetable.title") };
}

export default async function TimetablePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { subject: { edition, ...about }, now } = await loadTimetable({ slug });
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  return (
    <>
      <PageHeader
        over={edition.name[locale]}
        title={t("timetable.title")}
        lead={t("timetable.lead", { zone: zoneName(edition.zone) })}
      />
      <p className="mb-4"><Link href={paths.rulesFile(slug)}>{t("timetable.rulesFile")}</Link></p>
      <EditionStageBar edition={edition} now={now} />
      {edition.stages.map((stage) => (
        <StageDatesForm key={stage.key} edition={edition} stage={stage} {...about} now={now} />
      ))}
    </>
  );
}
