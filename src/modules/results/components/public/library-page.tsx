import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Card, CardGrid } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import type { PublicLibrary } from "../../queries/public-innovations";
import type { LibraryEntry } from "../../queries/public-library";
import { LibraryPages } from "./library-pages";
import { LibrarySearch } from "./library-search";

/** P6: what was announced, to be found again. */
export async function LibraryPage({ view }: { view: PublicLibrary }) {
  const t = await getTranslations("public.library");
  const { library, choices, query } = view;
  const { total, entries } = library;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: choices.innovations })} />
      <LibrarySearch view={view} />
      <section aria-label={t("results")} className="mt-8 flex flex-col gap-6">
        {entries.length === 0 ? (
          <EmptyState
            title={query.cari ? t("emptyFor", { query: query.cari }) : t("empty")}
            action={<ClearButton />}
          >
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <>
            <p role="status" className="text-ink-muted">{query.cari ? t("foundFor", { count: total, query: query.cari }) : t("found", { count: total })}</p>
            <CardGrid>
              {entries.map((entry) => <InnovationCard key={entry.code} entry={entry} />)}
            </CardGrid>
            <LibraryPages view={view} />
          </>
        )}
      </section>
    </>
  );
}

async function ClearButton() {
  const t = await getTranslations("common.action");
  return <LinkButton variant="secondary" href={paths.innovations()}>{t("clear")}</LinkButton>;
}

async function InnovationCard({ entry: { code, title, agency, unit, province, reached } }: { entry: LibraryEntry }) {
  const t = await getTranslations("public.library");
  const tags = reached.map(({ level, year }) => (
    <Tag key={`${level} ${year}`} tone={/^Top\b/.test(level) ? "gold" : "neutral"}>{t("award", { level, year: String(year) })}</Tag>
  ));
  return (
    <Card
      title={<UserLine text={title} />}
      level={2}
      href={paths.innovation(code)}
      meta={<><UserLine text={unit ? `${unit}, ${agency}` : agency} />{province && <><br />{province}</>}</>}
      tags={tags}
    />
  );
}
