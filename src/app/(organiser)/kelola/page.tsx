import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatNumber } from "@/lib/format";
import { EditionStageBar } from "@/modules/competition/components/edition-stage-bar";
import { EditionWork } from "@/modules/competition/components/organiser-desk";
import { Timetable } from "@/modules/competition/components/timetable";
import { loadOwnEdition, loadTimetable } from "@/modules/competition/loaders";
import { pageStatuses } from "@/modules/results/components/page-statuses";
import { loadResultSteps } from "@/modules/results/loaders";
import { loadShortOfJudges } from "@/modules/review/loaders";
import { loadEditionCounts } from "@/modules/submission/loaders/organising";
import { Facts } from "@/ui/facts";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("heading") };
}

export default async function DeskPage() {
  const { subject: edition, actor, now } = await loadOwnEdition({});
  const isSecretariat = actor.hat?.role === "SECRETARIAT";
  const counts = isSecretariat ? (await loadEditionCounts({})).subject.counts : null;
  const short = isSecretariat ? (await loadShortOfJudges({})).subject.short : {};
  const [askedClose] = isSecretariat ? (await loadTimetable({ slug: edition.slug })).subject.asked : [];
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const results = await pageStatuses((await loadResultSteps({})).subject, (moment) => formatDateTime(moment, { locale, zone: edition.zone }));
  return (
    <>
      <PageHeader over={t("heading")} title={edition.name[locale]} />
      <EditionStageBar edition={edition} now={now} />
      {counts && (
        <div className="mt-8">
          <Facts
            look="figures"
            items={(["filed", "agencies", "withAgency", "withInnovator"] as const).map((key) => ({
              term: t(`figures.${key}`),
              detail: formatNumber(counts[key], locale),
            }))}
          />
        </div>
      )}
      <Section title={t("work.title")} id="edition-work">
        <EditionWork edition={edition} now={now} isSecretariat={isSecretariat} results={results} askedClose={askedClose} short={short} />
      </Section>
      <Section title={t("timetable")} id="timetable">
        <Timetable edition={edition} now={now} />
      </Section>
    </>
  );
}
