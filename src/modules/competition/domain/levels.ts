/**
 * Rounds of scoring and the levels that follow from them. Source: KIPP 2014 to 2023 narrowed its entries twice, by
 * proposals to a Top 99 and by presentations to a Top 25 to 45; here any number of rounds and levels is allowed.
 */
import type { EditionRules, LevelRule, ResultRule, RubricRule, StageRule } from "./edition-rules";

/** A stage in which judges score, with what they score by; `number` counts from 1 in the order of the timetable. */
export type Round = {
  number: number;
  stage: StageRule;
  scoring: NonNullable<StageRule["scoring"]>;
  rubric: RubricRule;
};

/** The levels of a result that a group competes for, in their order; empty where it has none. */
export function levelsFor(result: Pick<ResultRule, "levels">, groupKey: string): LevelRule[] {
  return result.levels.filter((level) => level.groups.includes(groupKey));
}

/** All rounds of an edition in order. A stage whose rubric the rules do not hold is left out. */
export function roundsOf(rules: Pick<EditionRules, "stages" | "rubrics">): Round[] {
  return rules.stages
    .flatMap((stage) => {
      const rubric = rules.rubrics.find((candidate) => candidate.key === stage.scoring?.rubric);
      return stage.scoring && rubric ? [{ stage, scoring: stage.scoring, rubric }] : [];
    })
    .map((round, index) => ({ number: index + 1, ...round }));
}

/** The result that names a level, and the level; null where the rules have no such level. */
export function levelOf(
  rules: Pick<EditionRules, "results">,
  levelKey: string,
): { result: ResultRule; level: LevelRule } | null {
  for (const result of rules.results) {
    const level = result.levels.find((candidate) => candidate.key === levelKey);
    if (level) return { result, level };
  }
  return null;
}
