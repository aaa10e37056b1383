/**
 * Whether every entry that competes for a level enters the stages that decide its order. Source: our default; in 2023 twenty of
 * 99 finalists were visited, and with points for the visit the other 79 would have had no total and no place.
 */
import type { EditionRules, LevelRule, ResultRule } from "./edition-rules";
import { levelOf, roundsOf } from "./levels";
import { problemAt, type RulePath, type RuleProblem } from "./rule-problem";

/** A fault at each counted stage and each tie-break of a result whose stage some entries of a level never enter. */
export function notEnteredByAll(rules: EditionRules, result: ResultRule, path: RulePath): RuleProblem[] {
  const named = [
    ...result.combine.map(({ stage }, place) => ({ stage, at: [...path, "combine", place, "stage"] })),
    ...result.tieBreaks.flatMap((tieBreak, place) =>
      tieBreak.by === "EARLIER_FILING" ? [] : [{ stage: tieBreak.stage, at: [...path, "tieBreaks", place, "stage"] }]),
  ];
  return named.flatMap(({ stage, at }) => {
    const level = result.levels.find((candidate) => !allEnter(rules, stage, { result, level: candidate }));
    return level ? [problemAt(at, "countedStageNotEntered", { stage, level: level.key })] : [];
  });
}

type Place = { result: ResultRule; level: LevelRule };

/** A stage that does not exist, does not score, comes after the result or before its own entrants is another fault. */
function allEnter(rules: EditionRules, stageKey: string, place: Place): boolean {
  const stageOf = (wanted: string | undefined) => rules.stages.find(({ key }) => key === wanted);
  const [stage, after] = [stageOf(stageKey), stageOf(place.result.afterStage)];
  const entrants = stage?.scoring?.entrants;
  if (!stage || !after || !entrants || entrants === "PASSED_ADMIN" || stage.closesAt > after.closesAt) return true;
  const decided = stageOf(rules.results.find(({ key }) => key === entrants.result)?.afterStage);
  return !decided || stage.opensAt <= decided.closesAt || isWithin(rules, place, entrants.result);
}

/**
 * Whether all who compete for a level reached some level of the result `wanted`: by the level it draws from, or by the
 * entrants of the stage that its own result ranks.
 */
function isWithin(rules: EditionRules, { result, level, seen = [] }: Place & { seen?: readonly string[] }, wanted: string): boolean {
  if (seen.includes(level.key)) return false;
  const reachAll = (source: Place) => source.result.key === wanted || isWithin(rules, { ...source, seen: [...seen, level.key] }, wanted);
  if (level.from !== null) {
    const source = levelOf(rules, level.from);
    // A level that does not exist is another fault.
    return source === null || reachAll(source);
  }
  const counted = new Set(result.combine.map(({ stage }) => stage));
  const entrants = roundsOf(rules).filter(({ stage }) => counted.has(stage.key)).at(-1)?.scoring.entrants;
  if (entrants === undefined) return true;
  if (entrants === "PASSED_ADMIN") return false;
  const source = rules.results.find(({ key }) => key === entrants.result);
  if (!source || source.key === wanted) return true;
  return source.levels.filter(({ groups }) => groups.some((group) => level.groups.includes(group))).every((each) => reachAll({ result: source, level: each }));
}
