import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { Table, type Column } from "@/ui/table";
import { Tabs } from "@/ui/tabs";
import { Timestamp } from "@/ui/timestamp";
import { UserLine } from "@/ui/user-text";
import type { ReadingLine } from "../../queries/readings";
import { HandOverForm } from "./hand-over-form";
import { PairTag } from "./pair-tag";
import { Reminder } from "./reminder";
import type { PageOf } from "./readers-page";
import { Ties } from "./ties";

const STATES = ["UNREAD", "BEGUN", "FINISHED", "RECUSED", "LAPSED"] as const;

/** Everything one judge has, and what can be done when that judge can do no more. */
export async function JudgeReadings({ page }: { page: PageOf<"JUDGE"> }) {
  const [t, locale] = await Promise.all([getTranslations("review.readers"), getLocale()]);
  const { edition, stage, view: { judge, counts, lines }, query } = page;
  const shown = STATES.filter((state) => counts[state] > 0);
  const address = (keadaan?: string) => paths.readers(edition.slug, { tahap: stage.key, juri: judge.id, keadaan });
  const tabs = [
    { href: address(), label: t("all"), current: !query.keadaan },
    ...shown.map((state) => ({ href: address(state), label: t(`state.${state}`), current: query.keadaan === state, count: formatNumber(counts[state], locale) })),
  ];
  return (
    <>
      {!judge.active && <Notice tone="warn" title={t("inactive")}><p>{t("inactiveBody")}</p></Notice>}
      <div className="mt-6">
        <Facts look="figures" items={shown.map((state) => ({ term: t(`state.${state}`), detail: formatNumber(counts[state], locale) }))} />
      </div>
      <Reminder page={page} judge={judge} />
      <HandOverForm page={page} />
      {judge.active && counts.BEGUN > 0 && (
        <p className="mt-6 max-w-reading">
          {t.rich("begunStays", { count: counts.BEGUN, link: (words) => <Link href={paths.organiserPeople(edition.slug)}>{words}</Link> })}
        </p>
      )}
      <Section id="bacaan" title={t("readings")}>
        {shown.length > 1 && <Tabs label={t("filters")} tabs={tabs} />}
        {lines.length === 0 ? <EmptyState level={3} title={t(query.keadaan ? "none" : "holdsNothing")} /> : (
          <Table dense caption={t("readings")} captionHidden rows={lines} rowKey={({ id }) => id} columns={await columnsOf(page)} />
        )}
        <Pages page={page} />
      </Section>
      <Ties page={page} />
    </>
  );
}

async function columnsOf({ edition, stage }: PageOf<"JUDGE">): Promise<Column<ReadingLine>[]> {
  const [t, locale] = await Promise.all([getTranslations("review.readers"), getLocale()]);
  return [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: ({ code, title }) => (
        <>
          <Link href={paths.readers(edition.slug, { tahap: stage.key, entri: code })}><UserLine text={title || code} /></Link>
          <span className="block text-xs text-ink-subtle">{code}</span>
        </>
      ),
    },
    { key: "state", header: t("stateOf"), cell: (line) => <PairTag line={line} /> },
    {
      key: "saved", header: t("saved"), kind: "short",
      cell: ({ savedAt }) => savedAt && <Timestamp at={savedAt}>{formatDateTime(savedAt, { locale, zone: edition.zone })}</Timestamp>,
    },
  ];
}

async function Pages({ page: { edition, stage, query, view: { judge, page, pages } } }: { page: PageOf<"JUDGE"> }) {
  const t = await getTranslations("review.desk");
  if (pages < 2) return null;
  const href = (halaman: number) => paths.readers(edition.slug, { tahap: stage.key, juri: judge.id, keadaan: query.keadaan, halaman: String(halaman) });
  return (
    <Pagination
      label={t("pages")}
      summary={t("page", { page, pages })}
      previous={page > 1 ? { href: href(page - 1), label: t("previous") } : undefined}
      next={page < pages ? { href: href(page + 1), label: t("next") } : undefined}
    />
  );
}
