/**
 * What keeps a judge's sheet from being kept as a draft, and what keeps it from being handed in.
 *
 * Source: the rubric's scale and remark limits (rules of the edition). That a mark which looks like a slip of the finger is
 * asked about once, and that a remark is kept only beside its mark, is our default.
 */
import { refuse, type Result } from "@/lib/result";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { markProblems, markWarnings, remarkProblems, type CriterionProblem, type Marks, type Remarks } from "./scoring";

export type FilledSheet = {
  readonly marks: Marks;
  readonly remarks: Remarks;
  /** The mark that was asked about and is meant, by criterion. */
  readonly sure: Marks;
};

/** Out of the boxes of a sheet (null: empty), the marks that are there. */
export function givenMarks(boxes: Readonly<Record<string, number | null>>): Marks {
  return Object.fromEntries(Object.entries(boxes).flatMap(([key, mark]) => (mark === null ? [] : [[key, mark]])));
}

/**
 * What cannot even be kept: a mark that is not on the scale or not whole, a criterion the rubric does not have, a remark
 * beside no mark. A missing mark is no obstacle. In the order of the rubric; empty = it can be kept.
 */
export function draftProblems({ marks, remarks }: Omit<FilledSheet, "sure">, rubric: RubricRule): CriterionProblem[] {
  const unfit = markProblems(marks, rubric).filter(({ criterion }) => Object.hasOwn(marks, criterion));
  const stray = Object.keys(remarks).filter((key) => (remarks[key] ?? "").trim() !== "" && !Object.hasOwn(marks, key));
  return [
    ...unfit,
    ...stray.map((criterion) => ({ key: "review.problem.remarkWithoutMark", criterion, values: { criterion } })),
  ];
}

/**
 * What keeps a sheet from being handed in: whatever is wrong with the marks, remarks that are needed, and marks that look
 * like a slip and were not confirmed with the same number. Empty = it counts.
 */
export function handInProblems({ marks, remarks, sure }: FilledSheet, rubric: RubricRule): CriterionProblem[] {
  const confirmed = (criterion: string) => Object.hasOwn(sure, criterion) && sure[criterion] === marks[criterion];
  return [
    ...markProblems(marks, rubric),
    ...remarkProblems(marks, remarks, rubric),
    ...markWarnings(marks, rubric).filter(({ criterion }) => !confirmed(criterion)),
  ];
}

/** How many criteria of the rubric hold a valid mark. */
export function filledCriteria(marks: Marks, rubric: RubricRule): number {
  const unfit = new Set(markProblems(marks, rubric).map(({ criterion }) => criterion));
  return rubric.criteria.filter(({ key }) => !unfit.has(key)).length;
}

/** The part of a rubric that is marked so far, with its own weights: for a running total that needs no missing mark. */
export function markedPart(marks: Marks, rubric: RubricRule): { rubric: RubricRule; marks: Marks; weight: number } {
  const unfit = new Set(markProblems(marks, rubric).map(({ criterion }) => criterion));
  const criteria = rubric.criteria.filter(({ key }) => !unfit.has(key));
  return {
    rubric: { ...rubric, criteria },
    marks: Object.fromEntries(criteria.map(({ key }) => [key, marks[key] ?? 0])),
    weight: criteria.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** The criteria in which two sheets of marks differ, in the order of the rubric. */
export function changedCriteria(before: Marks, after: Marks, rubric: RubricRule): string[] {
  return rubric.criteria.map(({ key }) => key).filter((key) => before[key] !== after[key]);
}

type Kept = { readonly marks: Marks; readonly remarks: Remarks; readonly remark: string };

/**
 * Whether a sheet already holds just what is to be saved of it: its marks with their remarks, none of those that are taken
 * back (`cleared`), and the remark on the whole where one is given. `isWhole`: it must hold no further mark.
 */
export function isAlreadyKept(
  sheet: Kept, given: { readonly marks: Marks; readonly remarks: Remarks; readonly remark?: string; readonly cleared?: readonly string[] }, isWhole = false,
): boolean {
  const keys = Object.keys(given.marks);
  const isSame = (key: string) => sheet.marks[key] === given.marks[key] && (sheet.remarks[key] ?? "") === (given.remarks[key] ?? "");
  return (
    keys.every(isSame)
    && (given.cleared ?? []).every((key) => !Object.hasOwn(sheet.marks, key))
    && (given.remark === undefined || given.remark === sheet.remark)
    && (!isWhole || Object.keys(sheet.marks).length === keys.length)
  );
}

/** A problem with the criterion's name instead of its key, for a sentence in one language. */
export function withCriterionName<Problem extends CriterionProblem>(problem: Problem, rubric: RubricRule, locale: "id" | "en"): Problem {
  const name = rubric.criteria.find(({ key }) => key === problem.criterion)?.name[locale] ?? problem.criterion;
  return { ...problem, values: { ...problem.values, criterion: name } };
}

/** The refusal that names a problem's criterion in the reader's language, and says which one it is in its details. */
export function criterionRefusal(problem: CriterionProblem, rubric: RubricRule, locale: "id" | "en"): Result<never> {
  const { key, values } = withCriterionName(problem, rubric, locale);
  return { ...refuse(key, values), details: { criterion: problem.criterion } };
}

/** The box of the form that a problem is about: the remark's where that is missing, otherwise the mark's. */
export const boxOf = ({ key, criterion }: CriterionProblem): string => `${key === "review.problem.remarkMissing" ? "remarks" : "marks"}.${criterion}`;

/** The refusal that names every box in which something is wrong; a criterion that the rubric does not have has no box. */
export function boxesRefusal(problems: readonly CriterionProblem[], rubric: RubricRule, locale: "id" | "en"): Result<never> {
  const [first] = problems;
  const hasBox = ({ criterion }: CriterionProblem) => rubric.criteria.some(({ key }) => key === criterion);
  if (!first || !problems.every(hasBox)) return criterionRefusal(problems.find((problem) => !hasBox(problem)) ?? first!, rubric, locale);
  const boxes = problems.map((problem) => {
    const { key, values } = withCriterionName(problem, rubric, locale);
    return { field: boxOf(problem), because: refuse(key, values).refusal };
  });
  return { ...criterionRefusal(first, rubric, locale), boxes } as Result<never>;
}

/** The buttons of a sheet: hand in and go on, keep and stay, put aside and go on. */
export const SAVE_INTENTS = ["next", "stay", "skip"] as const;
export type SaveIntent = (typeof SAVE_INTENTS)[number];

/**
 * What pressing a button does. `FINISH` hands in; `KEEP` stores a draft; `CHECK` stores a draft and shows what is missing;
 * `REFUSE` stores nothing and names the problems; `LEAVE` only goes on.
 */
export type SaveStep =
  | { readonly step: "FINISH" | "KEEP" | "CHECK" | "LEAVE" }
  | { readonly step: "REFUSE"; readonly problems: readonly CriterionProblem[] };

/**
 * The step that follows from the button and the sheet. A sheet that was handed in stays handed in: it can be changed, never
 * be made incomplete, and putting it aside does nothing.
 */
export function saveStep(intent: SaveIntent, sheet: FilledSheet & { readonly isFinished: boolean }, rubric: RubricRule): SaveStep {
  if (intent === "skip" && sheet.isFinished) return { step: "LEAVE" };
  const unfit = draftProblems(sheet, rubric);
  if (unfit.length > 0) return { step: "REFUSE", problems: unfit };
  if (intent === "skip" || (intent === "stay" && !sheet.isFinished)) return { step: "KEEP" };

  const missing = handInProblems(sheet, rubric);
  if (missing.length === 0) return { step: "FINISH" };
  return sheet.isFinished ? { step: "REFUSE", problems: missing } : { step: "CHECK" };
}
