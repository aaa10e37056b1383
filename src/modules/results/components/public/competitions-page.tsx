import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Card, CardGrid } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeader, Section } from "@/ui/page-header";
import type { PublicEditionLine } from "../../queries/public-editions";
import { ResultLine } from "./result-line";
import { StageLine } from "./stage-line";

/** P2: every edition, newest year first. */
export async function CompetitionsPage({ lines }: { lines: readonly PublicEditionLine[] }) {
  const t = await getTranslations("public.competitions");
  const years = [...new Set(lines.map(({ edition }) => edition.year))].sort((left, right) => right - left);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {years.length === 0 && <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      {years.map((year) => (
        <Section key={year} id={`year-${year}`} title={year}>
          <CardGrid>
            {lines.filter(({ edition }) => edition.year === year).map((line) => (
              <EditionCard key={line.edition.id} line={line} />
            ))}
          </CardGrid>
        </Section>
      ))}
    </>
  );
}

async function EditionCard({ line }: { line: PublicEditionLine }) {
  const [t, locale] = await Promise.all([getTranslations("public.competitions"), getLocale()]);
  const { edition, published } = line;
  return (
    <Card title={<EditionTitle line={line} locale={locale} />} meta={t("organizer", { name: edition.organizer.name })}>
      <StageLine line={line} />
      {published.map((result) => (
        <ResultLine key={result.resultKey} edition={edition} published={result} />
      ))}
    </Card>
  );
}

function EditionTitle({ line: { edition }, locale }: { line: PublicEditionLine; locale: "id" | "en" }) {
  return <Link href={paths.edition(edition.slug)}>{edition.name[locale]}</Link>;
}
