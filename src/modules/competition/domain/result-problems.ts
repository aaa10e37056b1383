/**
 * Whether scoring and results fit the timetable and one another: what is ranked has been scored by then, and a level
 * narrows an earlier one. Our default; a group competes for one level of a result, so that an entry reaches one at most
 * (a Top 5 of a Top 15 is a second result, after the same stage if need be).
 */
import { notEnteredByAll } from "./counted-by-all";
import { criteriaOf, weightProblems } from "./criteria";
import type { EditionRules, LevelRule, ResultRule, StageKind, StageRule, TieBreakRule } from "./edition-rules";
import { levelOf } from "./levels";
import { problemAt, referenceProblems, type RulePath, type RuleProblem } from "./rule-problem";

const SCORING_KINDS: readonly StageKind[] = ["EVALUATION", "PRESENTATION", "FIELD_VISIT"];

/** Every fault of scoring stages, results, levels and tie-breaks; empty when they fit. */
export function resultProblems(rules: EditionRules): RuleProblem[] {
  return [
    ...rules.stages.flatMap((stage, place) => scoringProblems(rules, stage, ["stages", place, "scoring"])),
    ...rules.stages.flatMap((stage, place) => verdictProblems(rules, stage, ["stages", place, "verdict"])),
    ...rules.results.flatMap((result, place) => problemsOfResult(rules, result, ["results", place])),
    ...repeatedLevels(rules),
  ];
}

function scoringProblems(rules: EditionRules, stage: StageRule, path: RulePath): RuleProblem[] {
  const { scoring } = stage;
  if (!scoring) return [];
  return [
    ...(SCORING_KINDS.includes(stage.kind) ? [] : [problemAt(path, "stageCannotScore", { stage: stage.key })]),
    ...referenceProblems([...path, "rubric"], scoring.rubric, rules.rubrics),
    ...(scoring.entrants === "PASSED_ADMIN"
      ? []
      : entrantsProblems(rules, stage, { result: scoring.entrants.result, path: [...path, "entrants", "result"] })),
  ];
}

/** A visit gives no points: a stage has one or the other, and is of a kind in which entries are looked at. */
function verdictProblems(rules: EditionRules, stage: StageRule, path: RulePath): RuleProblem[] {
  const { verdict, scoring } = stage;
  if (!verdict) return [];
  return [
    ...(scoring ? [problemAt(path, "verdictWithPoints", { stage: stage.key })] : []),
    ...(SCORING_KINDS.includes(stage.kind) ? [] : [problemAt(path, "stageCannotScore", { stage: stage.key })]),
    ...(verdict.entrants === "PASSED_ADMIN" ? [] : entrantsProblems(rules, stage, { result: verdict.entrants.result, path: [...path, "entrants", "result"] })),
    ...verdict.questions.flatMap(({ key }, place) =>
      verdict.questions.findIndex((other) => other.key === key) < place ? [problemAt([...path, "questions", place, "key"], "sameKeyTwice", { name: key })] : []),
  ];
}

/** Who is scored must be known when scoring begins: the stage after which that result is ranked has closed. */
function entrantsProblems(
  rules: EditionRules,
  stage: StageRule,
  { result, path }: { result: string; path: RulePath },
): RuleProblem[] {
  const named = rules.results.find((candidate) => candidate.key === result);
  const decided = rules.stages.find((candidate) => candidate.key === named?.afterStage);
  return [
    ...referenceProblems(path, result, rules.results),
    ...(decided && stage.opensAt <= decided.closesAt
      ? [problemAt(path, "entrantsNotYetKnown", { stage: stage.key, other: decided.key })]
      : []),
  ];
}

function problemsOfResult(rules: EditionRules, result: ResultRule, path: RulePath): RuleProblem[] {
  const after = rules.stages.find((stage) => stage.key === result.afterStage);
  return [
    ...referenceProblems([...path, "afterStage"], result.afterStage, rules.stages),
    ...weightProblems(result.combine, [...path, "combine"]),
    ...result.combine.flatMap(({ stage }, place) =>
      countedStageProblems(rules, stage, { after, path: [...path, "combine", place, "stage"] }),
    ),
    ...result.tieBreaks.flatMap((tieBreak, place) =>
      tieBreakProblems(rules, tieBreak, { after, path: [...path, "tieBreaks", place] }),
    ),
    ...result.levels.flatMap((level, place) =>
      levelProblems(rules, { result, level, path: [...path, "levels", place] }),
    ),
    ...groupsInTwoLevels(result, path),
    ...notEnteredByAll(rules, result, path),
  ];
}

/** A stage that counts must be scored, and be over when the result is ranked. */
function countedStageProblems(
  rules: EditionRules,
  key: string,
  { after, path }: { after: StageRule | undefined; path: RulePath },
): RuleProblem[] {
  const stage = rules.stages.find((candidate) => candidate.key === key);
  if (!stage) return referenceProblems(path, key, rules.stages);
  if (!stage.scoring) return [problemAt(path, "stageDoesNotScore", { stage: key })];
  return after && stage.closesAt > after.closesAt
    ? [problemAt(path, "stageAfterResult", { stage: key, other: after.key })]
    : [];
}

function tieBreakProblems(
  rules: EditionRules,
  tieBreak: TieBreakRule,
  { after, path }: { after: StageRule | undefined; path: RulePath },
): RuleProblem[] {
  if (tieBreak.by === "EARLIER_FILING") return [];
  const inStage = countedStageProblems(rules, tieBreak.stage, { after, path: [...path, "stage"] });
  if (tieBreak.by === "STAGE" || inStage.length > 0) return inStage;

  const stage = rules.stages.find((candidate) => candidate.key === tieBreak.stage);
  return referenceProblems([...path, "criterion"], tieBreak.criterion, criteriaOf(rules, stage?.scoring?.rubric ?? ""));
}

function levelProblems(
  rules: EditionRules,
  { result, level, path }: { result: ResultRule; level: LevelRule; path: RulePath },
): RuleProblem[] {
  const groups = level.groups.flatMap((group, place) => referenceProblems([...path, "groups", place], group, rules.groups));
  if (level.from === null) return groups;

  const at = [...path, "from"];
  const source = levelOf(rules, level.from);
  if (!source) return [...groups, problemAt(at, "unknownReference", { name: level.from })];
  if (rules.results.indexOf(source.result) >= rules.results.indexOf(result)) {
    return [...groups, problemAt(at, "levelFromLaterResult", { level: level.key, source: source.level.key })];
  }
  return [...groups, ...narrowingProblems(level, source.level, path)];
}

function narrowingProblems(level: LevelRule, source: LevelRule, path: RulePath): RuleProblem[] {
  const values = { level: level.key, source: source.key };
  const tooLarge = level.size > source.size
    ? [problemAt([...path, "size"], "levelLargerThanSource", { ...values, size: level.size, most: source.size })]
    : [];
  const strangers = level.groups.flatMap((group, place) =>
    source.groups.includes(group) ? [] : [problemAt([...path, "groups", place], "levelGroupNotInSource", { ...values, group })],
  );
  return [...tooLarge, ...strangers];
}

function groupsInTwoLevels({ levels }: ResultRule, path: RulePath): RuleProblem[] {
  return levels.flatMap((level, place) =>
    level.groups.flatMap((group, groupPlace) => {
      const other = levels.slice(0, place).find((candidate) => candidate.groups.includes(group));
      const values = { group, level: level.key, other: other?.key ?? "" };
      return other ? [problemAt([...path, "levels", place, "groups", groupPlace], "groupInTwoLevels", values)] : [];
    }),
  );
}

/** Levels are called by their key across all results of an edition. */
function repeatedLevels({ results }: EditionRules): RuleProblem[] {
  const seen = new Set<string>();
  return results.flatMap((result, place) =>
    result.levels.flatMap(({ key }, levelPlace) => {
      const repeats = seen.has(key);
      seen.add(key);
      return repeats ? [problemAt(["results", place, "levels", levelPlace, "key"], "sameKeyTwice", { name: key })] : [];
    }),
  );
}
