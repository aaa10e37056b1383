import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Card, CardGrid } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader, Section } from "@/ui/page-header";
import type { PublicHome } from "../../queries/public-editions";
import { ResultLine } from "./result-line";
import { StageLine } from "./stage-line";

/** P1: what this is, what runs now, three doors, the newest results. */
export async function HomePage({ home }: { home: PublicHome }) {
  const [t, library, c, locale] = await Promise.all([
    getTranslations("public.home"), getTranslations("public.library"), getTranslations("common.action"), getLocale(),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SearchForm action={paths.innovations()} name="cari" label={library("search")} value="" submit={c("search")} />
      <Doors />
      <Section id="running" title={t("running")}>
        {home.running.length === 0 ? (
          <EmptyState level={3} title={t("noneRunning")}>{t("noneRunningBody")}</EmptyState>
        ) : (
          <CardGrid>
            {home.running.map((line) => (
              <Card key={line.edition.id} title={line.edition.name[locale]} href={paths.edition(line.edition.slug)} meta={line.edition.organizer.name}>
                <StageLine line={line} />
              </Card>
            ))}
          </CardGrid>
        )}
      </Section>
      <Section id="newest" title={t("newest")}>
        {home.newest.length === 0 ? (
          <EmptyState level={3} title={t("noResults")}>{t("noResultsBody")}</EmptyState>
        ) : (
          <ul className="flex flex-col gap-4">
            {home.newest.map(({ edition, published }) => (
              <li key={`${edition.id} ${published.resultKey}`}><ResultLine edition={edition} published={published} /></li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

async function Doors() {
  const t = await getTranslations("public.home");
  return (
    <Section id="doors" title={t("doors")}>
      <CardGrid>
        <Card title={t("door.results")} href={paths.competitions()}><p className="text-ink-muted">{t("door.resultsBody")}</p></Card>
        <Card title={t("door.library")} href={paths.innovations()}><p className="text-ink-muted">{t("door.libraryBody")}</p></Card>
        <Card title={t("door.enter")} href={paths.signIn()}><p className="text-ink-muted">{t("door.enterBody")}</p></Card>
      </CardGrid>
    </Section>
  );
}
