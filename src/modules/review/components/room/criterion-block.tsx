import { getLocale, getTranslations } from "next-intl/server";
import type { CriterionRule, RubricRule, SectionRule } from "@/modules/competition/domain/edition-rules";
import { Details } from "@/ui/details";
import { FormTextArea } from "@/ui/forms/form-field";
import { Link } from "@/ui/link";
import { levelMarks } from "../../domain/levels";
import { REMARK_LENGTH } from "../../schema";
import { MarkField } from "./mark-field";
import { fieldOf } from "./sheet-words";

type CriterionBlockProps = {
  number: number;
  criterion: CriterionRule;
  rubric: RubricRule;
  sections: readonly Pick<SectionRule, "key" | "name">[];
  before: { mark: number | undefined; remark: string; isSure: boolean };
  problems: { marks?: string; remarks?: string };
};

/** One criterion: what to read, what the numbers mean, the box, the reason. */
export async function CriterionBlock({ number, criterion, rubric, sections, before, problems }: CriterionBlockProps) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  const { key, weight } = criterion;
  const name = criterion.name[locale];
  const read = sections.filter((section) => criterion.sections.includes(section.key));
  const asksForSlips = rubric.scale.min === 0 && rubric.scale.max === 100;
  return (
    <section aria-labelledby={`criterion-${key}`} className="flex flex-col gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={`criterion-${key}`} className="text-lg">{number}. {name}</h3>
        <span className="text-sm text-ink-muted">{t("weight", { weight })}</span>
      </div>
      <p className="text-sm">{criterion.description[locale]}</p>
      {read.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span>{t("reads")}</span>
          {read.map((section) => <Link key={section.key} href={`#bagian-${section.key}`} className="py-1">{section.name[locale]}</Link>)}
        </p>
      )}
      {criterion.anchors.length > 0 && <Anchors criterion={criterion} />}
      <MarkField
        criterion={key}
        id={fieldOf("marks", key)}
        label={t("mark", { criterion: name, ...rubric.scale })}
        before={before.mark === undefined ? "" : String(before.mark)}
        error={problems.marks}
        scale={rubric.scale}
        offScale={t("offScale", rubric.scale)}
        levels={levelMarks(criterion, rubric.scale).map((mark, index) => ({ mark, label: t("level", { number: index + 1, mark }) }))}
        levelsLabel={t("levels", { criterion: name })}
        slip={asksForSlips ? { question: t.raw("sureQuestion"), confirm: t("sure", { criterion: name, mark: "{mark}" }), isConfirmed: before.isSure } : undefined}
      />
      <FormTextArea
        name={`remarks.${key}`} id={fieldOf("remarks", key)} label={t("remark", { criterion: name })} hint={await remarkHint(rubric)}
        defaultValue={before.remark} error={problems.remarks} rows={2} maxLength={REMARK_LENGTH} dense
      />
    </section>
  );
}

async function Anchors({ criterion }: { criterion: CriterionRule }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  return (
    <Details summary={<span className="text-sm">{t("anchors")}</span>}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        {criterion.anchors.toSorted((one, other) => one.mark - other.mark).map(({ mark, text }) => (
          <div key={mark} className="contents">
            <dt className="text-end font-semibold tabular-nums">{mark}</dt>
            <dd>{text[locale]}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

async function remarkHint({ remarkBelow, remarkAbove }: RubricRule): Promise<string> {
  const t = await getTranslations("review.room");
  if (remarkBelow !== null && remarkAbove !== null) return t("remarkRequired", { below: remarkBelow, above: remarkAbove });
  if (remarkBelow !== null) return t("remarkRequiredBelow", { below: remarkBelow });
  return remarkAbove !== null ? t("remarkRequiredAbove", { above: remarkAbove }) : t("remarkOptional");
}
