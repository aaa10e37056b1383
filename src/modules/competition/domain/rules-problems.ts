/**
 * Whether the parts of an edition's rules fit one another. That each value by itself is well formed (a whole number in
 * its range, a known kind, no unknown key) is the schema's part. Source: weights that share 100 points and levels that
 * narrow are common to all editions found; that every fault is refused before an edition runs is our default.
 */
import { weightProblems } from "./criteria";
import type { CriterionRule, EditionRules, RubricRule } from "./edition-rules";
import { isAskedOf, sectionsFor } from "./form-version";
import { participantProblems } from "./participant-problems";
import { resultProblems } from "./result-problems";
import { problemAt, referenceProblems, type RulePath, type RuleProblem } from "./rule-problem";
import { findPath } from "./rules-path";
import { stageProblems, stageRows } from "./stages";

/** Every fault of the rules with its place, in no particular order; empty when the rules can be used. */
export function rulesProblems(rules: EditionRules): RuleProblem[] {
  return [
    ...keyProblems(rules),
    ...participantProblems(rules),
    ...formProblems(rules),
    ...selectionProblems(rules),
    ...rules.rubrics.flatMap((rubric, place) => rubricProblems(rules, rubric, ["rubrics", place])),
    ...stageProblems(stageRows(rules)),
    ...resultProblems(rules),
    ...provenanceProblems(rules),
  ];
}

/** A fault at each entry whose key an earlier entry of the same list has. */
function sameKeyProblems(path: RulePath, entries: readonly { key: string }[]): RuleProblem[] {
  return entries.flatMap(({ key }, place) =>
    entries.findIndex((other) => other.key === key) < place
      ? [problemAt([...path, place, "key"], "sameKeyTwice", { name: key })]
      : [],
  );
}

function keyProblems(rules: EditionRules): RuleProblem[] {
  return [
    ...sameKeyProblems(["groups"], rules.groups),
    ...sameKeyProblems(["categories"], rules.categories),
    ...sameKeyProblems(["form", "sections"], rules.form.sections),
    ...sameKeyProblems(["statements"], rules.statements),
    ...sameKeyProblems(["selection", "checks"], rules.selection.checks),
    ...sameKeyProblems(["selection", "reasons"], rules.selection.reasons),
    ...sameKeyProblems(["rubrics"], rules.rubrics),
    ...rules.rubrics.flatMap((rubric, place) => sameKeyProblems(["rubrics", place, "criteria"], rubric.criteria)),
    ...sameKeyProblems(["stages"], rules.stages),
    ...sameKeyProblems(["results"], rules.results),
  ];
}

function formProblems(rules: EditionRules): RuleProblem[] {
  return [
    ...rules.form.sections.flatMap((section, place) =>
      (section.groups ?? []).flatMap((group, groupPlace) =>
        referenceProblems(["form", "sections", place, "groups", groupPlace], group, rules.groups),
      ),
    ),
    ...rules.statements.flatMap((statement, place) =>
      (statement.groups ?? []).flatMap((group, groupPlace) =>
        referenceProblems(["statements", place, "groups", groupPlace], group, rules.groups),
      ),
    ),
    ...rules.groups.flatMap((group, place) =>
      sectionsFor(rules, group.key).length > 0
        ? []
        : [problemAt(["groups", place, "key"], "groupWithoutSection", { group: group.key })],
    ),
  ];
}

/** One selection decides who is judged, and its release is one: without it nobody passes, and a second could not be decided. */
function selectionProblems({ selection, stages }: EditionRules): RuleProblem[] {
  const places = stages.flatMap(({ kind }, place) => (kind === "ADMIN_SELECTION" ? [place] : []));
  const [, ...others] = places;
  return [
    ...(places.length === 0 ? [problemAt(["stages"], "oneSelection", { count: 0 })] : []),
    ...others.map((place) => problemAt(["stages", place, "kind"], "oneSelection", { count: places.length })),
    ...selection.checks.flatMap((check, place) => referenceProblems(["selection", "checks", place, "reason"], check.reason, selection.reasons)),
  ];
}

function rubricProblems(rules: EditionRules, rubric: RubricRule, path: RulePath): RuleProblem[] {
  const { scale } = rubric;
  if (scale.min >= scale.max) return [problemAt([...path, "scale"], "scaleEmpty", scale)];

  const bounds = (["remarkBelow", "remarkAbove"] as const).flatMap((bound) =>
    rubric[bound] === null ? [] : markProblems(rubric[bound], scale, [...path, bound]),
  );
  return [
    ...bounds,
    ...weightProblems(rubric.criteria, [...path, "criteria"]),
    ...rubric.criteria.flatMap((criterion, place) => [
      ...readingProblems(rules, criterion, [...path, "criteria", place]),
      ...anchorProblems(criterion, scale, [...path, "criteria", place]),
    ]),
  ];
}

/** A criterion may be read from the presentation alone (no sections); one that names sections must have one per group. */
function readingProblems(rules: EditionRules, criterion: CriterionRule, path: RulePath): RuleProblem[] {
  const unknown = criterion.sections.flatMap((section, place) =>
    referenceProblems([...path, "sections", place], section, rules.form.sections),
  );
  if (unknown.length > 0 || criterion.sections.length === 0) return unknown;

  const read = rules.form.sections.filter((section) => criterion.sections.includes(section.key));
  return rules.groups
    .filter((group) => !read.some((section) => isAskedOf(section, group.key)))
    .map((group) =>
      problemAt([...path, "sections"], "criterionWithoutSection", { criterion: criterion.key, group: group.key }),
    );
}

function anchorProblems({ anchors }: CriterionRule, scale: RubricRule["scale"], path: RulePath): RuleProblem[] {
  return anchors.flatMap(({ mark }, place) => {
    const at = [...path, "anchors", place, "mark"];
    const repeats = anchors.findIndex((other) => other.mark === mark) < place;
    return [...markProblems(mark, scale, at), ...(repeats ? [problemAt(at, "sameMarkTwice", { mark })] : [])];
  });
}

function markProblems(mark: number, scale: RubricRule["scale"], path: RulePath): RuleProblem[] {
  return mark >= scale.min && mark <= scale.max ? [] : [problemAt(path, "markOutsideScale", { mark, ...scale })];
}

function provenanceProblems(rules: EditionRules): RuleProblem[] {
  return rules.provenance.flatMap(({ path }, place) =>
    findPath(rules, path) === null ? [problemAt(["provenance", place, "path"], "provenancePath", { name: path })] : [],
  );
}
