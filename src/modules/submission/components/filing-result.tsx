import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";
import type { FilingAnswer, FilingAnswerItem } from "../domain/filing";
import { titleColumn } from "./agency-desk";

type ResultProps = { answer: FilingAnswer; editionSlug: string; groups: Pick<GroupRule, "key" | "name">[] };

const TONES = { FILED: "ok", ALREADY_FILED: "info", REFUSED: "err" } as const;

/** What became of each proposal of a batch, with the reason and a way on for those that were not filed. */
export async function FilingResult({ answer, editionSlug, groups }: ResultProps) {
  const t = await getTranslations("filing.result");
  const columns: Column<FilingAnswerItem>[] = [
    titleColumn(t("column.title")),
    { key: "outcome", header: t("column.outcome"), kind: "short", cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{t(outcome)}</Tag> },
    { key: "reason", header: t("column.reason"), cell: (item) => <Reason item={item} groups={groups} /> },
  ];
  const retry = answer.items.filter(({ outcome }) => outcome === "REFUSED").map(({ code }) => code);
  return (
    <Section title={t("title")} id="result">
      <ResultNotice answer={answer} />
      <Table caption={t("caption")} captionHidden columns={columns} rows={answer.items} rowKey={({ code }) => code} dense />
      {retry.length > 0 && (
        <p>
          <Link href={paths.filingStep(editionSlug, "periksa", retry)}>{t("retry")}</Link>
        </p>
      )}
    </Section>
  );
}

async function ResultNotice({ answer }: Pick<ResultProps, "answer">) {
  const t = await getTranslations("filing.result");
  const count = (outcome: FilingAnswerItem["outcome"]) => answer.items.filter((item) => item.outcome === outcome).length;
  const [filed, already, refused] = [count("FILED"), count("ALREADY_FILED"), count("REFUSED")];
  const title = filed === 0 ? t("none") : refused === 0 ? t("filed", { count: filed }) : t("partly", { filed, refused });
  return (
    <Notice role="status" tone={filed === 0 ? (refused === 0 ? "info" : "err") : refused === 0 ? "ok" : "warn"} title={title}>
      {answer.receiptNumber !== null && <p>{t("filedBody", { number: answer.receiptNumber })}</p>}
      {already > 0 && <p>{t("already", { count: already })}</p>}
    </Notice>
  );
}

async function Reason({ item, groups }: { item: FilingAnswerItem; groups: ResultProps["groups"] }) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  if (item.receiptNumber !== null) {
    return <Link href={paths.receipt(item.receiptNumber)}>{t("result.receipt", { number: item.receiptNumber })}</Link>;
  }
  const group = groups.find(({ key }) => key === item.groupKey)?.name[locale] ?? item.groupKey;
  return item.obstacle && t(`obstacle.${item.obstacle}`, { group });
}
