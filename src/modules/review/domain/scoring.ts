/**
 * What one judge's marks are worth: the weighted total of a rubric, and what is missing before a review counts.
 *
 * Source: the rubric total y = 100 · Σ w·s/m (weight share w, mark s, top mark m), which KIPP's guidelines use with marks
 * of 0–100. Weights are whole points of 100, so with W = 100·w the total is Σ W·s divided by m: the whole number Σ W·s is
 * what is stored, and the one division happens on exact fractions. The bounds of the mark warning are our default.
 */

import type { CriterionRule, RubricRule } from "@/modules/competition/domain/edition-rules";
import { ok, refuse, type Refusal, type Result } from "@/lib/result";
import { fraction, type Fraction } from "./fraction";

/** The mark per criterion key, as entered: a whole number on the rubric's scale. */
export type Marks = Readonly<Record<string, number>>;
/** The judge's remark per criterion key. */
export type Remarks = Readonly<Record<string, string>>;
/** Something wrong with one criterion: a message key and the criterion it belongs to. */
export type CriterionProblem = Refusal & { readonly criterion: string };

/**
 * Everything that keeps the marks from having a total, in the order of the rubric, then unknown keys in ascending order:
 * a missing mark, a mark that is not a whole number (also NaN, infinity and −0), a mark outside the scale, a criterion the
 * rubric does not have. Empty = complete.
 */
export function markProblems(marks: Marks, rubric: RubricRule): CriterionProblem[] {
  const known = new Set(rubric.criteria.map(({ key }) => key));
  const unknown = Object.keys(marks).filter((key) => !known.has(key)).sort();
  return [
    ...rubric.criteria.flatMap((criterion) => problemOfMark(marks, criterion, rubric)),
    ...unknown.map((criterion) => problem("review.problem.criterionUnknown", criterion)),
  ];
}

/**
 * Σ weight · mark as a whole number from 0 to 100 · (top mark): what the database stores for a finished review. Refuses with
 * the first of `markProblems`.
 */
export function weightedSum(marks: Marks, rubric: RubricRule): Result<number> {
  const [first] = markProblems(marks, rubric);
  if (first) return refuse(first.key, first.values);
  return ok(rubric.criteria.reduce((sum, { key, weight }) => sum + weight * (marks[key] ?? 0), 0));
}

/** The exact points (0–100) of a stored weighted sum under its rubric. */
export function pointsOf(sum: number, rubric: RubricRule): Fraction {
  return fraction(sum, rubric.scale.max);
}

/**
 * Marks below `remarkBelow` or above `remarkAbove` of the rubric whose remark says nothing: without a letter or a digit.
 * Criteria without a valid mark are left to `markProblems`.
 */
export function remarkProblems(marks: Marks, remarks: Remarks, rubric: RubricRule): CriterionProblem[] {
  return rubric.criteria.flatMap((criterion) => {
    const mark = markOf(marks, criterion.key);
    if (mark === undefined || problemOfMark(marks, criterion, rubric).length > 0) return [];
    if (!needsRemark(mark, rubric) || saysSomething(remarks, criterion.key)) return [];
    return [problem("review.problem.remarkMissing", criterion.key, { mark })];
  });
}

/**
 * Marks that are allowed but look like a slip of the finger: 1 to 9 on a scale of 0–100 ("8, or 80?"). They are shown, never
 * refused. `values` holds the mark and the mark that may have been meant.
 */
export function markWarnings(marks: Marks, rubric: RubricRule): CriterionProblem[] {
  if (rubric.scale.min !== 0 || rubric.scale.max !== 100) return [];
  return rubric.criteria.flatMap((criterion) => {
    const mark = markOf(marks, criterion.key);
    if (mark === undefined || problemOfMark(marks, criterion, rubric).length > 0) return [];
    if (mark < 1 || mark > 9) return [];
    return [problem("review.problem.markMaybeSlip", criterion.key, { mark, meant: mark * 10 })];
  });
}

function problemOfMark(marks: Marks, { key }: CriterionRule, { scale }: RubricRule): CriterionProblem[] {
  const mark = markOf(marks, key);
  if (mark === undefined) return [problem("review.problem.markMissing", key)];
  if (!Number.isInteger(mark) || Object.is(mark, -0)) return [problem("review.problem.markNotWhole", key)];
  if (mark >= scale.min && mark <= scale.max) return [];
  return [problem("review.problem.markOutsideScale", key, { mark, min: scale.min, max: scale.max })];
}

// Own properties only: a criterion named "constructor" must not find a mark on every object.
function markOf(marks: Marks, key: string): number | undefined {
  return Object.hasOwn(marks, key) ? marks[key] : undefined;
}

function needsRemark(mark: number, { remarkBelow, remarkAbove }: RubricRule): boolean {
  return (remarkBelow !== null && mark < remarkBelow) || (remarkAbove !== null && mark > remarkAbove);
}

function saysSomething(remarks: Remarks, key: string): boolean {
  return Object.hasOwn(remarks, key) && /[\p{L}\p{N}]/u.test(remarks[key] ?? "");
}

function problem(key: string, criterion: string, values: Refusal["values"] = {}): CriterionProblem {
  return { key, criterion, values: { criterion, ...values } };
}
