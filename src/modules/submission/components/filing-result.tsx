import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { Code } from "@/ui/code";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { UserLine } from "@/ui/user-text";
import { canBeTriedAgain, type FilingAnswer, type FilingAnswerItem } from "../domain/filing";
import { titleColumn } from "./agency-desk";

type ResultProps = { answer: FilingAnswer; groups: Pick<GroupRule, "key" | "name">[] };

const TONES = { FILED: "ok", ALREADY_FILED: "info", REFUSED: "err" } as const;

const inOneLine = (words: ReactNode) => <Code>{words}</Code>;

/**
 * How a batch ended, said above the page: what was filed, and of everything that was not the reason and what can be done.
 * The rest of the page may be a receipt, which must not look as if all had gone well.
 */
export async function FilingOutcome({ answer, editionSlug, groups }: ResultProps & { editionSlug: string }) {
  const t = await getTranslations("filing.result");
  const left = answer.items.filter(({ outcome }) => outcome === "REFUSED");
  const count = (outcome: FilingAnswerItem["outcome"]) => answer.items.filter((item) => item.outcome === outcome).length;
  const [filed, already, refused] = [count("FILED"), count("ALREADY_FILED"), left.length];
  const title = filed === 0 ? t("none") : refused === 0 ? t("filed", { count: filed }) : t("partly", { filed, refused });
  const again = left.filter(({ obstacle }) => obstacle && canBeTriedAgain(obstacle)).map(({ code }) => code);
  return (
    <FocusOnArrival role="status" className="mb-8">
      <Notice tone={filed === 0 ? (refused === 0 ? "info" : "err") : refused === 0 ? "ok" : "warn"} title={title}>
        {answer.receiptNumber !== null && <p>{t.rich("filedBody", { number: answer.receiptNumber, code: inOneLine })}</p>}
        {already > 0 && <p>{t("already", { count: already })}</p>}
        {refused > 0 && <Refused items={left} groups={groups} />}
        {again.length > 0 && <p><Link href={paths.filingStep(editionSlug, "periksa", again)}>{t("retry")}</Link></p>}
      </Notice>
    </FocusOnArrival>
  );
}

async function Refused({ items, groups }: { items: FilingAnswerItem[]; groups: ResultProps["groups"] }) {
  const t = await getTranslations("filing.result");
  return (
    <>
      <p>{t("refusedBody")}</p>
      <ul className="list-disc ps-5">
        {items.map((item) => (
          <li key={item.code}>
            <Link href={paths.agencySubmission(item.code)}><UserLine text={item.title || item.code} /></Link>: <Reason item={item} groups={groups} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What became of each proposal of a batch, with the receipt or the reason. */
export async function FilingResult({ answer, groups }: ResultProps) {
  const t = await getTranslations("filing.result");
  const columns: Column<FilingAnswerItem>[] = [
    titleColumn(t("column.title")),
    { key: "outcome", header: t("column.outcome"), kind: "short", cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{t(outcome)}</Tag> },
    { key: "reason", header: t("column.reason"), cell: (item) => <Reason item={item} groups={groups} /> },
  ];
  return (
    <Section title={t("title")} id="result">
      <Table caption={t("caption")} captionHidden columns={columns} rows={answer.items} rowKey={({ code }) => code} dense />
    </Section>
  );
}

async function Reason({ item, groups }: { item: FilingAnswerItem; groups: ResultProps["groups"] }) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  if (item.receiptNumber !== null) {
    return <Link href={paths.receipt(item.receiptNumber)}>{t.rich("result.receipt", { number: item.receiptNumber, code: inOneLine })}</Link>;
  }
  const group = groups.find(({ key }) => key === item.groupKey)?.name[locale] ?? item.groupKey;
  return item.obstacle && t(`obstacle.${item.obstacle}`, { group });
}
