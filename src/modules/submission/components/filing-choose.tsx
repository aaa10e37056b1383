import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths, withQuery } from "@/lib/paths";
import { hasClosed } from "@/modules/competition/domain/stages";
import { buttonClass } from "@/ui/button-class";
import { EmptyState } from "@/ui/empty-state";
import { FormActions } from "@/ui/forms/form-actions";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import type { AgencyRow } from "../queries/agency-rows";
import type { AgencyEdition, FilingList } from "../queries/filing";
import { ChecksSummary } from "./agency-checks";
import { titleColumn } from "./agency-desk";
import { countsIn } from "../domain/filing";
import { ALL_GROUPS } from "./counted-groups";
import { type CountedGroup, FilingQuotaCounter } from "./filing-quota-counter";

const FORM = "pilih-proposal";

type ChooseProps = { edition: AgencyEdition; list: FilingList; chosen: string[]; now: Date };

/** The endorsed proposals with tick boxes; a plain GET form, so the next step has an address and needs no script. */
export async function FilingChoose({ edition, list, chosen, now }: ChooseProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  const isClosed = hasClosed(edition.registration, now);
  if (list.endorsed.length === 0 || isClosed) return <NothingToFile edition={edition} isClosed={isClosed} />;
  const groupName = (key: string) => edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key;
  const columns: Column<AgencyRow>[] = [
    { key: "tick", header: t("file.column"), kind: "short", cell: (row) => <Tick row={row} isChosen={chosen.includes(row.code)} /> },
    titleColumn(t("list.column.title")),
    { key: "unit", header: t("list.column.unit"), cell: ({ unitName }) => unitName },
    { key: "group", header: t("list.column.group"), cell: ({ groupKey }) => groupName(groupKey) },
    { key: "checks", header: t("list.column.checks"), cell: (row) => <ChecksSummary {...row} /> },
  ];
  return (
    <Section title={t("file.choose")} id="choose">
      <p className="text-ink-muted">{t("file.chooseHint")}</p>
      <FilingQuotaCounter formId={FORM} groups={await countedGroups(list, groupName)} initial={initialCount(list.endorsed, chosen)} />
      <form id={FORM} method="get" action={localised(paths.fileSubmissions(), locale)}>
        <input type="hidden" name="edisi" value={edition.slug} />
        <input type="hidden" name="langkah" value="periksa" />
        <Table caption={t("file.choose")} captionHidden columns={columns} rows={list.endorsed} rowKey={({ code }) => code} />
        <FormActions>
          <button type="submit" className={buttonClass({ stretch: true })}>
            {t("file.toCheck")}
          </button>
        </FormActions>
      </form>
      {list.others.length > 0 && (
        <p>
          <Link href={withQuery(paths.agencySubmissions(), { edisi: edition.slug })}>{t("file.staying", { count: list.others.length })}</Link>
        </p>
      )}
    </Section>
  );
}

function Tick({ row, isChosen }: { row: AgencyRow; isChosen: boolean }) {
  return (
    <input
      type="checkbox" name="pilih" value={row.code} defaultChecked={isChosen} data-group={row.groupKey}
      aria-label={`${row.title} (${row.code})`} className="size-6 cursor-pointer accent-action"
    />
  );
}

async function NothingToFile({ edition, isClosed }: Pick<ChooseProps, "edition"> & { isClosed: boolean }) {
  const t = await getTranslations("filing.file");
  return (
    <div className="mt-8">
      <EmptyState
        title={t(isClosed ? "emptyClosed" : "empty")}
        action={<Link href={withQuery(paths.agencySubmissions(), { edisi: edition.slug })}>{t(isClosed ? "toAll" : "toList")}</Link>}
      >
        {t(isClosed ? "emptyClosedBody" : "emptyBody")}
      </EmptyState>
    </div>
  );
}

/** Every line the counter can come to show, already in the reader's language. */
async function countedGroups({ endorsed, quotas }: FilingList, groupName: (key: string) => string): Promise<CountedGroup[]> {
  const t = await getTranslations("filing.quota");
  return quotas.map((quota) => {
    const { groupKey, left } = quota;
    const group = groupKey === null ? t("overAll") : groupName(groupKey);
    const most = endorsed.filter((row) => countsIn(quota, row.groupKey)).length;
    const line = (planned: number) =>
      left === null ? t("plannedUnlimited", { group, planned }) : t("planned", { group, planned, left: Math.max(0, left - planned) });
    return { groupKey: groupKey ?? ALL_GROUPS, left, full: t("full", { group, left: left ?? 0 }), lines: Array.from({ length: most + 1 }, (_, planned) => line(planned)) };
  });
}

function initialCount(endorsed: AgencyRow[], chosen: string[]): Record<string, number> {
  const count: Record<string, number> = { [ALL_GROUPS]: endorsed.filter(({ code }) => chosen.includes(code)).length };
  for (const { code, groupKey } of endorsed) if (chosen.includes(code)) count[groupKey] = (count[groupKey] ?? 0) + 1;
  return count;
}
