import { getLocale, getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Code } from "@/ui/code";
import { Details } from "@/ui/details";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Progress } from "@/ui/progress";
import { Table, type Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import type { AgencyRow } from "../queries/agency-rows";
import type { AgencyDesk, AgencyEdition } from "../queries/filing";
import { ProblemLines } from "./agency-checks";
import { AgencyStatus, WaitingSince } from "./agency-status";

type DeskProps = { edition: AgencyEdition; desk: AgencyDesk };

/** Who must act, and what is used of each group's quota. */
export async function AgencyFigures({ edition, desk: { queue, quotas } }: DeskProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  const nameOf = (key: string | null) => (key === null ? t("quota.overAll") : edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key);
  return (
    <>
      <Section title={t("quota.title")} id="quota">
        <Facts
          items={quotas.map(({ groupKey, quota, filed, left }) => ({
            term: nameOf(groupKey),
            detail: quota === null ? t("quota.unlimited", { filed }) : `${t("quota.of", { filed, quota })}, ${t("quota.left", { count: left ?? 0 })}`,
          }))}
        />
      </Section>
      <Section title={t("desk.queue.title")} id="queue">
        <Facts
          look="figures"
          items={[
            { term: t("desk.queue.agency"), detail: queue.agency },
            { term: t("desk.queue.innovator"), detail: queue.innovator },
            { term: t("desk.queue.filed"), detail: queue.filed },
            ...(queue.missed > 0 ? [{ term: t("desk.queue.missed"), detail: queue.missed }] : []),
          ]}
        />
      </Section>
    </>
  );
}

/** What the admin has to do, longest waiting first. */
export async function AgencyWaiting({ edition, desk }: DeskProps) {
  const t = await getTranslations("filing");
  const columns: Column<AgencyRow>[] = [
    titleColumn(t("list.column.title")),
    { key: "unit", header: t("list.column.unit"), cell: ({ unitName }) => unitName },
    { key: "status", header: t("list.column.status"), cell: (row) => <AgencyStatus {...row} /> },
    { key: "since", header: t("list.column.waiting"), cell: ({ waitingSince }) => <WaitingSince at={waitingSince} zone={edition.localZone} /> },
  ];
  return (
    <Section title={t("desk.waiting.title")} id="waiting" actions={<Link href={withQuery(paths.agencySubmissions(), { edisi: edition.slug })}>{t("desk.waiting.all")}</Link>}>
      {desk.waiting.length === 0 ? (
        <NothingWaiting desk={desk} />
      ) : (
        <>
          <Table caption={t("desk.waiting.caption")} captionHidden columns={columns} rows={desk.waiting} rowKey={({ code }) => code} dense />
          {desk.waiting.some(({ status }) => status === "ENDORSED") && (
            <div>
              <LinkButton href={withQuery(paths.fileSubmissions(), { edisi: edition.slug })}>{t("desk.waiting.file")}</LinkButton>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

async function NothingWaiting({ desk: { queue, coverage } }: Pick<DeskProps, "desk">) {
  const t = await getTranslations("filing.desk.waiting");
  const allFiled = queue.filed > 0 && queue.innovator === 0;
  if (queue.missed > 0) return <EmptyState level={3} title={t("empty")}>{t("closedBody")}</EmptyState>;
  if (!allFiled) return <EmptyState level={3} title={t("empty")}>{t("emptyBody")}</EmptyState>;
  return (
    <EmptyState level={3} title={t("allFiled")} action={coverage.missing.length > 0 && <Link href="#coverage">{t("seeMissing")}</Link>}>
      {t("allFiledBody", { count: coverage.missing.length })}
    </EmptyState>
  );
}

/** Problems named on the desk for one proposal; its own page has them all. */
const MOST_PROBLEMS = 3;

/** What the machine checks found in proposals that are not filed yet, worst first. */
export async function AgencyProblems({ edition, desk: { problems } }: DeskProps) {
  const t = await getTranslations("filing");
  const { sections } = edition.rules.form;
  const columns: Column<AgencyRow>[] = [
    titleColumn(t("list.column.title")),
    { key: "status", header: t("list.column.status"), cell: (row) => <AgencyStatus {...row} /> },
    {
      key: "problems",
      header: t("list.column.checks"),
      cell: ({ mustFix, shouldLook }) => <ProblemLines problems={[...mustFix, ...shouldLook]} sections={sections} most={MOST_PROBLEMS} />,
    },
  ];
  return (
    <Section title={t("desk.problems.title")} id="problems">
      {problems.length === 0 ? (
        <p>{t("desk.problems.empty")}</p>
      ) : (
        <Table caption={t("desk.problems.caption")} captionHidden columns={columns} rows={problems} rowKey={({ code }) => code} dense />
      )}
    </Section>
  );
}

/** Which units have no proposal yet, by name. */
export async function AgencyCoverage({ desk: { coverage } }: Pick<DeskProps, "desk">) {
  const t = await getTranslations("filing.desk.coverage");
  const { total, covered, missing } = coverage;
  return (
    <Section title={t("title")} id="coverage">
      {total === 0 ? <p>{t("none")}</p> : <Progress text={t("text", { covered, total })} value={covered} max={total} />}
      {missing.length > 0 && (
        <Details summary={t("missing", { count: missing.length })}>
          <ul className="list-disc ps-5">
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <Link href={paths.agencyUnits()}>{t("invite")}</Link>
      </p>
    </Section>
  );
}

/** The title leads to the proposal; its code stands under it. */
export function titleColumn<Row extends { code: string; title: string }>(header: string): Column<Row> {
  return {
    key: "title",
    header,
    rowHeader: true,
    cell: ({ code, title }) => (
      <>
        <Link href={paths.agencySubmission(code)}>
          <UserLine text={title || code} />
        </Link>
        <span className="block text-xs text-ink-subtle"><Code>{code}</Code></span>
      </>
    ),
  };
}
