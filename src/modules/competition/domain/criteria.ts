/**
 * What judges mark, and with which weight. Source: every form found from 2019 to 2023 shares 100 points among its
 * aspects; that weights are whole points is our default, so that totals stay exact.
 */
import type { CriterionRule, EditionRules } from "./edition-rules";
import { problemAt, type RulePath, type RuleProblem } from "./rule-problem";

const ALL_POINTS = 100;

/** The criteria of a rubric in their order; empty where the rules have no such rubric. */
export function criteriaOf(rules: Pick<EditionRules, "rubrics">, rubricKey: string): CriterionRule[] {
  return rules.rubrics.find((rubric) => rubric.key === rubricKey)?.criteria ?? [];
}

/** One fault at `path` where the weights (whole points) do not sum to exactly 100; empty when they do. */
export function weightProblems(weighted: readonly { weight: number }[], path: RulePath = ["criteria"]): RuleProblem[] {
  const sum = weighted.reduce((total, { weight }) => total + weight, 0);
  return sum === ALL_POINTS ? [] : [problemAt(path, "weights", { sum })];
}

/**
 * Points of 100 that the first proposal evaluation gives for what stands in a section: the weights of all criteria that
 * read it. Two sections read for one criterion both carry its whole weight; 0 where no criterion reads the section.
 */
export function sectionWeight(rules: Pick<EditionRules, "rubrics" | "stages">, sectionKey: string): number {
  const evaluation = rules.stages.find((stage) => stage.kind === "EVALUATION" && stage.scoring !== null);
  return criteriaOf(rules, evaluation?.scoring?.rubric ?? "")
    .filter((criterion) => criterion.sections.includes(sectionKey))
    .reduce((total, criterion) => total + criterion.weight, 0);
}
