import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths, withQuery } from "@/lib/paths";
import { buttonClass } from "@/ui/button-class";
import { EmptyState } from "@/ui/empty-state";
import { SelectField } from "@/ui/forms/select-field";
import { TextField } from "@/ui/forms/text-field";
import { Link } from "@/ui/link";
import { Pagination } from "@/ui/pagination";
import { Table, type Column } from "@/ui/table";
import { SUBMISSION_STATUSES } from "../domain/lifecycle";
import type { AgencyList } from "../queries/agency-list";
import type { AgencyRow } from "../queries/agency-rows";
import type { AgencyEdition } from "../queries/filing";
import type { AgencyListQuery } from "../schema/filing";
import { ChecksSummary } from "./agency-checks";
import { titleColumn } from "./agency-desk";
import { AgencyStatus, WaitingSince } from "./agency-status";

type ListProps = { edition: AgencyEdition; list: AgencyList; query: AgencyListQuery };

const here = paths.agencySubmissions();
const isFiltered = ({ status, unit, cari }: AgencyListQuery) => Boolean(status ?? unit ?? cari);

/** Filters live in the address, so that a list can be sent to somebody else. */
export async function AgencyFilters({ editions, edition, list, query }: ListProps & { editions: AgencyEdition[] }) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  return (
    <form method="get" action={localised(here, locale)} role="search" aria-label={t("list.filters")} className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4 lg:items-end">
      {editions.length > 1 ? (
        <SelectField
          dense name="edisi" label={t("list.edition")} defaultValue={edition.slug}
          options={editions.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
        />
      ) : (
        <input type="hidden" name="edisi" value={edition.slug} />
      )}
      <SelectField
        dense name="status" label={t("list.status")} placeholder={t("list.anyStatus")} defaultValue={query.status ?? ""}
        options={SUBMISSION_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <SelectField
        dense name="unit" label={t("list.unit")} placeholder={t("list.anyUnit")} defaultValue={query.unit ?? ""}
        options={list.units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField dense type="search" name="cari" label={t("list.text")} defaultValue={query.cari ?? ""} maxLength={200} />
      <input type="hidden" name="urut" value={query.urut} />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className={buttonClass({ variant: "secondary", size: "dense" })}>
          {t("list.apply")}
        </button>
        {isFiltered(query) && <Link href={withQuery(here, { edisi: edition.slug })}>{t("list.clear")}</Link>}
      </div>
    </form>
  );
}

/** One page of the agency's proposals. */
export async function AgencyTable({ edition, list, query }: ListProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  if (list.rows.length === 0) return <NoRows edition={edition} query={query} />;

  const groupName = (key: string) => edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key;
  const sorted = (name: "menunggu" | "judul") => sortLink(query, edition.slug, { name, hint: t("list.sortHint") });
  const columns: Column<AgencyRow>[] = [
    { ...titleColumn<AgencyRow>(t("list.column.title")), sort: sorted("judul") },
    { key: "unit", header: t("list.column.unit"), cell: ({ unitName }) => unitName },
    { key: "group", header: t("list.column.group"), cell: ({ groupKey }) => groupName(groupKey) },
    { key: "status", header: t("list.column.status"), cell: (row) => <AgencyStatus {...row} /> },
    {
      key: "since", header: t("list.column.since"), sort: sorted("menunggu"),
      cell: ({ waitingSince }) => <WaitingSince at={waitingSince} zone={edition.localZone} />,
    },
    { key: "checks", header: t("list.column.checks"), cell: (row) => <ChecksSummary {...row} /> },
  ];
  return (
    <>
      <Table caption={t("list.caption", { edition: edition.name[locale] })} captionHidden columns={columns} rows={list.rows} rowKey={({ code }) => code} dense />
      <Pages edition={edition} list={list} query={query} />
    </>
  );
}

async function Pages({ edition, list, query }: ListProps) {
  const t = await getTranslations("filing.list");
  const address = (sesudah?: string) => withQuery(here, { ...query, edisi: edition.slug, sesudah });
  return (
    <Pagination
      label={t("pages")}
      summary={t("shown", { shown: list.rows.length, total: list.total })}
      previous={query.sesudah ? { href: address(), label: t("first") } : undefined}
      next={list.next ? { href: address(list.next), label: t("next") } : undefined}
    />
  );
}

async function NoRows({ edition, query }: Pick<ListProps, "edition" | "query">) {
  const t = await getTranslations("filing.list");
  if (!isFiltered(query) && !query.sesudah) return <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>;
  return (
    <EmptyState title={t("noHit")} action={<Link href={withQuery(here, { edisi: edition.slug })}>{t("clear")}</Link>}>
      {t("noHitBody")}
    </EmptyState>
  );
}

/** The header of the column by which the rows stand turns the order around; sorting begins again at the first page. */
function sortLink(query: AgencyListQuery, edition: string, { name, hint }: { name: "menunggu" | "judul"; hint: string }): Column<AgencyRow>["sort"] {
  const turned = query.urut === name ? (`-${name}` as const) : name;
  const sorted = query.urut === name ? "ascending" : query.urut === `-${name}` ? "descending" : undefined;
  return { href: withQuery(here, { ...query, edisi: edition, urut: turned, sesudah: undefined }), sorted, hint };
}
