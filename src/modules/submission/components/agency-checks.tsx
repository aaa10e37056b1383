import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import type { SectionRule } from "@/modules/competition/domain/edition-rules";
import { Tag } from "@/ui/tag";
import { type Problem, problemId } from "../domain/completeness";
import { sentenceOfProblem } from "../domain/sentences";

type Found = { mustFix: Problem[]; shouldLook: Problem[] };

/** How much the machine checks found, in two words. */
export async function ChecksSummary({ mustFix, shouldLook }: Found) {
  const t = await getTranslations("filing.checks");
  if (mustFix.length + shouldLook.length === 0) return <span className="text-sm">{t("none")}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {mustFix.length > 0 && <Tag tone="err">{t("mustFix", { count: mustFix.length })}</Tag>}
      {shouldLook.length > 0 && <Tag tone="warn">{t("shouldLook", { count: shouldLook.length })}</Tag>}
    </span>
  );
}

export type ProblemLinesProps = { problems: Problem[]; sections: SectionRule[]; most?: number };

/** Each problem as a sentence, worst first; what is left out is counted. */
export async function ProblemLines({ problems, sections, most = problems.length }: ProblemLinesProps) {
  const [t, locale] = await Promise.all([getTranslations("filing.desk.problems"), getLocale()]);
  const nameOf = (key: string) => sections.find((section) => section.key === key)?.name[locale] ?? key;
  const lines = await Promise.all(
    problems.slice(0, most).map(async (problem) => ({ id: problemId(problem), text: await sentence(sentenceOfProblem(problem, nameOf)) })),
  );
  const left = problems.length - lines.length;
  return (
    <ul className="list-disc ps-5 text-sm">
      {lines.map(({ id, text }, place) => (
        <li key={`${id}-${place}`} className="wrap-anywhere">
          {text}
        </li>
      ))}
      {left > 0 && <li>{t("more", { count: left })}</li>}
    </ul>
  );
}
