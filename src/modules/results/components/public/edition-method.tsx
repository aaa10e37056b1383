import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules, ResultRule, StageRule, TieBreakRule } from "@/modules/competition/domain/edition-rules";
import { groundsIn } from "@/modules/competition/domain/participants";
import { Details } from "@/ui/details";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { ProposedTag } from "./proposed-tag";

/** How winners are made: who reads, how readings and stages become one number, what decides between equals, how many are named. */
export async function EditionMethod({ rules }: { rules: EditionRules }) {
  const t = await getTranslations("public.edition.method");
  return (
    <Section id="method" title={t("title")}>
      <Readings rules={rules} />
      {rules.results.map((result) => <ResultMethod key={result.key} rules={rules} result={result} />)}
    </Section>
  );
}

async function Readings({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition.method"), getLocale()]);
  const listOf = ({ entrants }: Pick<Scoring, "entrants">) => {
    const result = entrants === "PASSED_ADMIN" ? null : rules.results.find(({ key }) => key === entrants.result);
    return result?.name[locale] ?? "ALL";
  };
  return (
    <Facts
      items={rules.stages.flatMap(({ key, name: { [locale]: term }, scoring, verdict }) => {
        const proposed = <ProposedTag rules={rules} paths={[`stages.${key}.${scoring ? "scoring" : "verdict"}`]} />;
        if (scoring) return [{ term, detail: <>{t("readings", { ...scoringWords(rules, scoring), list: listOf(scoring) })} {proposed}</> }];
        if (verdict) return [{ term, detail: <>{t("visits", { count: verdict.perSubmission, role: verdict.role, list: listOf(verdict) })} {proposed}</> }];
        return [];
      })}
    />
  );
}

type Scoring = NonNullable<StageRule["scoring"]>;

function scoringWords({ participants }: EditionRules, { perSubmission, role, combineJudges, avoid }: Scoring) {
  const grounds = groundsIn(participants, avoid);
  // Who keeps to the province keeps to the region in it.
  const told = grounds.filter((ground) => ground !== "REGION" || !grounds.includes("PROVINCE"));
  return { count: perSubmission, role, combine: combineJudges, avoid: told.join("_") || "NONE" };
}

async function ResultMethod({ rules, result }: { rules: EditionRules; result: ResultRule }) {
  const [t, locale, tieBreak] = await Promise.all([getTranslations("public.edition.method"), getLocale(), tieBreakWords(rules)]);
  const levels = rules.results.flatMap((each) => each.levels);
  const levelName = (key: string) => levels.find((level) => level.key === key)?.name[locale] ?? key;
  const groupNames = (keys: string[]) => rules.groups.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale]).join(", ");
  const shares = result.combine.map(({ stage, weight }) => t("share", { stage: stageName(rules, stage)[locale], weight }));
  const { key, name } = result;
  return (
    <div className="flex flex-col gap-2">
      <h3>{name[locale]}</h3>
      <Facts
        items={[
          { term: t("combine"), detail: <>{shares.join(" + ")} <ProposedTag rules={rules} paths={[`results.${key}.combine`]} /></> },
          ...result.levels.map(({ name: level, size, groups, from }) => ({
            term: level[locale],
            detail: t(from ? "sizeFrom" : "size", { size, groups: groupNames(groups), from: from ? levelName(from) : "" }),
          })),
        ]}
      />
      <Details summary={t("ties")}>
        <ProposedTag rules={rules} paths={[`results.${key}.tieBreaks`]} />
        <ol className="list-decimal ps-5">
          {result.tieBreaks.map((rule, place) => <li key={place}>{tieBreak(rule)}</li>)}
          <li>{t("tie.equal")}</li>
        </ol>
        {result.levels.map(({ key: level, name: { [locale]: levelTold }, growForTie }) => (
          <p key={level}>{growForTie ? t("tie.grows", { level: levelTold, most: growForTie }) : t("tie.people", { level: levelTold })}</p>
        ))}
      </Details>
    </div>
  );
}

async function tieBreakWords(rules: EditionRules) {
  const [t, locale] = await Promise.all([getTranslations("public.edition.method.tie"), getLocale()]);
  return (rule: TieBreakRule): string => {
    if (rule.by === "EARLIER_FILING") return t("filing");
    const stage = stageName(rules, rule.stage)[locale];
    return rule.by === "STAGE" ? t("stage", { stage }) : t("criterion", { stage, criterion: criterionName(rules, rule)[locale] });
  };
}

const stageName = (rules: EditionRules, stage: string) => rules.stages.find(({ key }) => key === stage)?.name ?? { id: stage, en: stage };

function criterionName(rules: EditionRules, { stage, criterion }: { stage: string; criterion: string }) {
  const rubric = rules.stages.find(({ key }) => key === stage)?.scoring?.rubric;
  const criteria = rules.rubrics.find(({ key }) => key === rubric)?.criteria;
  return criteria?.find(({ key }) => key === criterion)?.name ?? { id: criterion, en: criterion };
}
