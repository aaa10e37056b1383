import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { RecapTables } from "@/modules/selection/components/recap-tables";
import { ReleasedNotice, ReleaseSection } from "@/modules/selection/components/release-section";
import { StageClock } from "@/modules/selection/components/stage-clock";
import { loadSelectionRecap } from "@/modules/selection/loaders";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection.recap");
  return { title: t("title") };
}

export default async function Page() {
  const { subject, now } = await loadSelectionRecap({});
  const { edition, recap, releasing } = subject;
  const [t, locale] = await Promise.all([getTranslations("selection.recap"), getLocale()]);
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("title")} actions={<Link href={paths.selection()}>{t("toQueue")}</Link>} />
      <div className="mb-8">
        {recap.release ? <ReleasedNotice release={recap.release} edition={edition} movesTimetable={releasing.allowed} /> : <StageClock place={subject} now={now} />}
      </div>
      <RecapTables recap={recap} edition={edition} />
      {!recap.release && releasing.allowed && <ReleaseSection recap={recap} edition={edition} now={now} />}
    </>
  );
}
