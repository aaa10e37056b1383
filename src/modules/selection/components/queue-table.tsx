import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { localised, paths, withQuery } from "@/lib/paths";
import type { EditionView } from "@/modules/competition/queries";
import { buttonClass } from "@/ui/button-class";
import { EmptyState } from "@/ui/empty-state";
import { SelectField } from "@/ui/forms/select-field";
import { Link } from "@/ui/link";
import { Pagination } from "@/ui/pagination";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import { QUEUE_PAGE } from "../domain/queue";
import type { Queue, QueueRow } from "../queries/queue";
import { QUEUE_WORDS, type QueueQuery } from "../schema";

type TableProps = { edition: EditionView; queue: Queue; query: QueueQuery };

/** Narrows the part of the queue to what the machine points at; the choice stands in the address. */
export async function FlagFilter({ edition, query }: Pick<TableProps, "edition" | "query">) {
  const [t, locale] = await Promise.all([getTranslations("selection"), getLocale()]);
  const machines = [...new Set(edition.rules.selection.checks.flatMap(({ machine }) => machine ?? []))];
  if (machines.length === 0) return null;
  return (
    <form method="get" action={localised(paths.selection(), locale)} className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="status" value={query.status} />
      <SelectField
        dense name="tanda" label={t("queue.flag")} placeholder={t("queue.anyFlag")} defaultValue={query.tanda ?? ""}
        options={machines.map((machine) => ({ value: machine, label: t(`machine.${machine}`) }))}
      />
      <button type="submit" className={buttonClass({ variant: "secondary", size: "dense" })}>
        {t("queue.apply")}
      </button>
      {query.tanda && <Link href={withQuery(paths.selection(), { status: query.status })}>{t("queue.clear")}</Link>}
    </form>
  );
}

/** One page of a part of the queue. */
export async function QueueTable({ edition, queue, query }: TableProps) {
  const [t, locale] = await Promise.all([getTranslations("selection"), getLocale()]);
  const part = QUEUE_WORDS[query.status];
  if (queue.rows.length === 0) return <EmptyState title={t(query.tanda ? "queue.noHit" : `queue.empty.${part}`)} />;

  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  const groupName = (key: string) => edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key;
  const columns: Column<QueueRow>[] = [
    { key: "title", header: t("queue.column.title"), rowHeader: true, cell: (row) => <TitleCell row={row} /> },
    { key: "agency", header: t("queue.column.agency"), cell: ({ agencyName }) => agencyName },
    { key: "group", header: t("queue.column.group"), cell: ({ groupKey }) => groupName(groupKey) },
    { key: "filed", header: t("queue.column.filed"), cell: ({ submittedAt }) => at(submittedAt) },
    { key: "flags", header: t("queue.column.flags"), cell: (row) => <Flags row={row} /> },
  ];
  if (part === "DONE") columns.splice(1, 0, { key: "outcome", header: t("decision.outcome"), kind: "short", cell: ({ outcome }) => outcome && <OutcomeTag outcome={outcome} /> });
  if (part !== "FREE") {
    columns.push({
      key: "holder", header: t("queue.column.holder"),
      cell: ({ takenByName, touchedAt }) => (takenByName && touchedAt ? t("queue.since", { name: takenByName, at: at(touchedAt) }) : "—"),
    });
  }
  return (
    <>
      <Table caption={t("queue.caption", { part: t(`queue.part.${part}`) })} captionHidden columns={columns} rows={queue.rows} rowKey={({ code }) => code} dense />
      <Pages queue={queue} query={query} />
    </>
  );
}

async function TitleCell({ row: { code, title, cameBack } }: { row: QueueRow }) {
  const t = await getTranslations("selection.queue");
  return (
    <>
      <Link href={paths.selectionOf(code)} className="font-semibold">
        <UserLine text={title || code} />
      </Link>
      <span className="block text-sm text-ink-muted">{code}</span>
      {cameBack && <Tag tone="warn">{t("cameBack")}</Tag>}
    </>
  );
}

async function OutcomeTag({ outcome }: { outcome: "PASS" | "FAIL" }) {
  const t = await getTranslations("selection.queue");
  return <Tag tone={outcome === "PASS" ? "ok" : "err"}>{t(`outcome.${outcome}`)}</Tag>;
}

async function Flags({ row: { flags } }: { row: QueueRow }) {
  const t = await getTranslations("selection");
  if (flags.length === 0) return t("queue.noFlags");
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <Tag key={flag} tone="warn">{t(`machine.${flag}`)}</Tag>
      ))}
    </span>
  );
}

async function Pages({ queue, query }: Pick<TableProps, "queue" | "query">) {
  const t = await getTranslations("selection.queue");
  const { halaman: page, status, tanda } = query;
  const address = (halaman: number) => withQuery(paths.selection(), { status, tanda, halaman: halaman === 1 ? undefined : halaman });
  const from = (page - 1) * QUEUE_PAGE + 1;
  const to = from + queue.rows.length - 1;
  return (
    <Pagination
      label={t("pages")}
      summary={t("shown", { from, to, total: queue.matching })}
      previous={page > 1 ? { href: address(page - 1), label: t("previous") } : undefined}
      next={to < queue.matching ? { href: address(page + 1), label: t("next") } : undefined}
    />
  );
}
