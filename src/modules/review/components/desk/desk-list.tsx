import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Pagination } from "@/ui/pagination";
import { Table, type Column } from "@/ui/table";
import { Tabs } from "@/ui/tabs";
import { Tag } from "@/ui/tag";
import { Timestamp } from "@/ui/timestamp";
import type { Tone } from "@/ui/tone";
import { UserLine } from "@/ui/user-text";
import type { EntryState } from "../../domain/desk";
import { isScored } from "../../domain/desk";
import type { DeskRow } from "../../queries/desk";
import { inPoints } from "../points";
import type { Desk } from "./judge-desk";

const FILTERS = ["belum", "selesai", "dilewati"] as const;

/** Done recedes as plain text; what is left stands out. */
const TONES: Partial<Record<EntryState, Tone>> = { NEW: "info", PARTIAL: "warn", SKIPPED: "neutral", RECUSED: "neutral", CONFLICT: "err" };

type DeskListProps = { desk: Desk; rubric: RubricRule; stageName: string };

export async function DeskList({ desk, rubric, stageName }: DeskListProps) {
  const t = await getTranslations("review.desk");
  if (desk.progress.total === 0 && desk.rows.length === 0 && !desk.filter) {
    return <EmptyState title={t("emptyTitle")}>{t("emptyBody", { stage: stageName })}</EmptyState>;
  }
  const link = (tampil?: string) => withQuery(paths.judging(), { tahap: desk.stage?.key, tampil });
  const tabs = [
    { href: link(), label: t("all"), current: desk.filter === null },
    ...FILTERS.map((filter) => ({ href: link(filter), label: t(filter), current: desk.filter === filter })),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Tabs label={t("filters")} tabs={tabs} />
      {desk.rows.length === 0 ? (
        <EmptyState title={t("emptyFilter")} />
      ) : (
        <Table dense caption={t("caption")} captionHidden columns={await columnsOf(desk, rubric)} rows={desk.rows} rowKey={({ id }) => id} />
      )}
      <Pages desk={desk} />
    </div>
  );
}

async function columnsOf({ edition }: Desk, rubric: RubricRule): Promise<Column<DeskRow>[]> {
  const [t, all, locale] = await Promise.all([getTranslations("review.desk"), getTranslations("review"), getLocale()]);
  const context = { locale, zone: edition.zone };
  const stateOf = ({ state, marks }: DeskRow) => all(`state.${state}`, { filled: marks, total: rubric.criteria.length });
  return [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: (row) => isScored(row.state) ? (
        <>
          <Link href={paths.scoringRoom(row.id)} className="-my-0.5 inline-block py-0.5"><UserLine text={row.title ?? row.code} /></Link>{" "}
          <span className="block text-xs whitespace-nowrap text-ink-subtle">{row.code}</span>
        </>
      ) : (
        <><span className="whitespace-nowrap">{row.code}</span> <span className="text-ink-muted">{t("hidden")}</span></>
      ),
    },
    { key: "agency", header: t("agency"), cell: ({ agencyName }) => agencyName && <UserLine text={agencyName} /> },
    {
      key: "state", header: t("state"),
      cell: (row) => {
        const tone = TONES[row.state];
        return (
          <>
            {tone ? <Tag tone={tone}>{stateOf(row)}</Tag> : stateOf(row)}
            {row.state === "RECUSED" && (
              <p className="text-xs text-ink-muted">{row.recusalReason ? t("reason", { reason: row.recusalReason }) : t("byTie")}</p>
            )}
          </>
        );
      },
    },
    { key: "score", header: t("score"), kind: "number", cell: ({ weightedSum }) => weightedSum !== null && inPoints(weightedSum, rubric, locale) },
    {
      key: "saved", header: t("saved"), kind: "short",
      cell: ({ savedAt, state }) => savedAt && isScored(state) && (
        <Timestamp at={savedAt}>{formatDateTime(savedAt, context)}</Timestamp>
      ),
    },
  ];
}

async function Pages({ desk: { page, pages, filter, stage } }: { desk: Desk }) {
  const t = await getTranslations("review.desk");
  if (pages < 2) return null;
  const href = (halaman: number) => withQuery(paths.judging(), { tahap: stage?.key, tampil: filter ?? undefined, halaman });
  return (
    <Pagination
      label={t("pages")}
      summary={t("page", { page, pages })}
      previous={page > 1 ? { href: href(page - 1), label: t("previous") } : undefined}
      next={page < pages ? { href: href(page + 1), label: t("next") } : undefined}
    />
  );
}
