import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader, Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import { isScored } from "../../domain/desk";
import type { loadVisits } from "../../loaders";
import type { VisitRow } from "../../queries/visit";

type List = Awaited<ReturnType<typeof loadVisits>>["subject"];

/** What a verifier visits, in every visit of the edition. */
export async function VisitList({ list }: { list: List }) {
  const [t, desk, locale] = await Promise.all([getTranslations("review.visit"), getTranslations("review.desk"), getLocale()]);
  const { edition, visits, pactAccepted, saved } = list;
  return (
    <>
      <PageHeader over={edition.name[locale]} title={t("title")} lead={t("lead")} />
      {saved && <div role="status" className="mb-6"><Notice tone="ok" title={t("saved")} /></div>}
      {!pactAccepted && (
        <Notice tone="warn" title={desk("pactTitle")}>
          <p><LinkButton href={paths.integrityPact()}>{desk("pactAction")}</LinkButton></p>
        </Notice>
      )}
      {visits.length === 0 && <EmptyState title={t("none")} />}
      {pactAccepted && await Promise.all(visits.map(async ({ stage, rows }) => (
        <Section key={stage.key} id={stage.key} title={stage.name[locale]}>
          <p className="text-ink-muted">{t("until", { at: formatDateTime(stage.closesAt, { locale, zone: edition.zone }) })}</p>
          {rows.length === 0 ? <EmptyState level={3} title={t("none")} /> : (
            <Table dense caption={stage.name[locale]} captionHidden rows={rows} rowKey={({ id }) => id} columns={await columns()} />
          )}
        </Section>
      )))}
    </>
  );
}

async function columns(): Promise<Column<VisitRow>[]> {
  const t = await getTranslations("review.visit");
  return [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: (row) => isScored(row.state) ? (
        <>
          <Link href={paths.visit(row.id)}><UserLine text={row.title || row.code} /></Link>
          <span className="block text-xs text-ink-subtle">{row.code}</span>
        </>
      ) : <>{row.code}</>,
    },
    { key: "agency", header: t("agency"), cell: ({ agencyName }) => agencyName && <UserLine text={agencyName} /> },
    {
      key: "state", header: t("state"),
      cell: ({ state, outcome }) => (state === "FINISHED" && outcome ? t(`outcome.${outcome}`) : <Tag tone={isScored(state) ? "info" : "neutral"}>{t(isScored(state) ? "open" : "closed")}</Tag>),
    },
  ];
}
