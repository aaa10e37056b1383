/**
 * How a fault in an edition's rules is named: where it stands, which sentence describes it, and the values of that
 * sentence. Our default; the sentences are in the catalogue of this module, under `rules.problem`.
 */

/** Steps from the top of the document: names of keys and, for lists, positions from 0. */
export type RulePath = readonly (string | number)[];

export const RULE_PROBLEMS = [
  // The text itself.
  "tooLarge", "tooDeep", "syntax", "severalDocuments", "alias", "tag", "duplicateKey",
  // One value by itself.
  "unknownKey", "missingKey", "wrongType", "wrongShape", "notOneOf", "numberTooLow", "numberTooHigh", "textEmpty",
  "textTooLong", "listTooShort", "listTooLong", "formatKey", "formatCode", "formatLocalTime", "formatEarlierResult",
  "formatText",
  // Values against one another.
  "sameKeyTwice", "unknownReference", "weights", "groupWithoutSection", "criterionWithoutSection",
  "scaleEmpty", "markOutsideScale", "sameMarkTwice", "oneRegistration", "oneSelection", "stageEndsBeforeStart", "stagesOutOfOrder",
  "stageOverlaps", "stageCannotScore", "verdictWithPoints", "stageDoesNotScore", "entrantsNotYetKnown", "stageAfterResult",
  "countedStageNotEntered",
  "levelLargerThanSource", "levelFromLaterResult", "levelGroupNotInSource", "groupInTwoLevels", "provenancePath",
  "kindNeverFiles", "groupWithoutKind", "kindNeverWrites", "kindInTwoQuotas",
  // Rules and the day, the person and the edition that they are brought for.
  "stagePast", "stageBegun", "nameTaken", "groundNarrowed", "otherOrganizer", "otherEdition", "unknownAgency",
  // What other competitions know and this portal does not yet.
  "notYetPassMark", "notYetThirdReader", "notYetLevelPerCategory",
] as const;
export type RuleProblemName = (typeof RULE_PROBLEMS)[number];

export type RuleProblem = {
  path: RulePath;
  key: `competition.rules.problem.${RuleProblemName}`;
  values: Record<string, string | number>;
};

/** One fault at `path`; `values` are what its sentence needs. Refuses nothing. */
export function problemAt(path: RulePath, name: RuleProblemName, values: RuleProblem["values"] = {}): RuleProblem {
  return { path, key: `competition.rules.problem.${name}`, values };
}

/** A fault at `path` unless one of `candidates` has the key that stands there. */
export function referenceProblems(path: RulePath, key: string, candidates: readonly { key: string }[]): RuleProblem[] {
  const exists = candidates.some((candidate) => candidate.key === key);
  return exists ? [] : [problemAt(path, "unknownReference", { name: key })];
}
