import { getLocale, getTranslations } from "next-intl/server";
import type { CriterionRule, EditionRules } from "@/modules/competition/domain/edition-rules";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { ProposedTag } from "./proposed-tag";

/** What judges mark in each rubric, with the weights. */
export async function EditionCriteria({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  const columns: Column<CriterionRule>[] = [
    {
      key: "criterion", header: t("criterion"), rowHeader: true,
      cell: ({ name, description }) => (<><strong className="font-semibold">{name[locale]}</strong><br /><span className="text-sm font-normal text-ink-muted">{description[locale]}</span></>),
    },
    { key: "weight", header: t("weight"), kind: "number", cell: ({ weight }) => weight },
  ];
  return (
    <Section id="criteria" title={t("criteria")}>
      {rules.rubrics.map(({ key, name, criteria }) => (
        <div key={key} className="flex flex-col gap-2">
          <div><ProposedTag rules={rules} paths={[`rubrics.${key}.criteria`]} /></div>
          <Table caption={t("criteriaCaption", { rubric: name[locale] })} columns={columns} rows={criteria} rowKey={(criterion) => criterion.key} />
        </div>
      ))}
    </Section>
  );
}
