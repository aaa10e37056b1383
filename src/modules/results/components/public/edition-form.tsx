import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules, SectionRule } from "@/modules/competition/domain/edition-rules";
import { Details } from "@/ui/details";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { ProposedTag } from "./proposed-tag";

/** What a proposal of the edition consists of: its sections with their limits and what they count for, and what is signed. */
export async function EditionForm({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition.form"), getLocale()]);
  const { sections } = rules.form;
  const nameOf = (group: string) => rules.groups.find(({ key }) => key === group)?.name[locale] ?? group;
  const countsFor = ({ key }: SectionRule) =>
    rules.rubrics.flatMap(({ criteria }) => criteria.filter((criterion) => criterion.sections.includes(key)))
      .map(({ name, weight }) => t("counts", { criterion: name[locale], weight })).join(", ");
  const columns: Column<SectionRule>[] = [
    {
      key: "section", header: t("section"), rowHeader: true,
      cell: ({ name, question, required, groups }) => (
        <>
          <strong className="font-semibold">{name[locale]}</strong><br />
          <span className="text-sm font-normal text-ink-muted">
            {question[locale]} {!required && t("optional")} {groups && t("onlyGroups", { groups: groups.map(nameOf).join(", ") })}
          </span>
        </>
      ),
    },
    { key: "words", header: t("words"), kind: "number", cell: ({ maxWords }) => maxWords },
    { key: "criterion", header: t("countsFor"), cell: (section) => countsFor(section) || "—" },
  ];
  return (
    <Section id="form" title={<>{t("title")} <ProposedTag rules={rules} paths={["form"]} /></>}>
      <p className="max-w-reading">{t("lead", { sections: sections.length, words: sections.reduce((sum, { maxWords }) => sum + maxWords, 0) })}</p>
      <Details summary={t("show")}>
        <Table caption={t("caption")} captionHidden columns={columns} rows={sections} rowKey={({ key }) => key} dense />
      </Details>
      {rules.statements.length > 0 && <Statements rules={rules} />}
    </Section>
  );
}

async function Statements({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition.form"), getLocale()]);
  const namesOf = (keys: string[]) => rules.groups.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale]).join(", ");
  return (
    <Details summary={t("statements", { count: rules.statements.length })}>
      <ProposedTag rules={rules} paths={["statements"]} />
      <ul className="flex max-w-reading list-disc flex-col gap-2 ps-5">
        {rules.statements.map(({ key, text, signer, groups }) => (
          <li key={key}>
            {text[locale]}{" "}
            <span className="text-ink-muted">
              {t("signer", { signer: signer[locale] })} {groups && t("onlyGroups", { groups: namesOf(groups) })}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
