import { endpoint } from "@/lib/endpoint";
import { currentLocale } from "@/lib/locale";
import type { Result } from "@/lib/result";
import { criterionRefusal, draftProblems, givenMarks, handInProblems } from "./domain/hand-in";
import { weightedSum, type Marks } from "./domain/scoring";
import { mayScore } from "./policy";
import { findSheet, type Sheet } from "./queries/sheet";
import { finishReview, saveDraft, type Saved } from "./repository/sheet";
import { saveMarksSchema, type SaveMarks } from "./schema";

/** Saves one criterion while the judge works, or hands the whole sheet in: what the scoring room's script sends. */
export const saveMarks = endpoint({
  name: "review.saveMarks",
  input: saveMarksSchema,
  sentBy: ({ writerId }) => writerId,
  load: ({ assignmentId }, actor) => findSheet(assignmentId, actor.userId),
  policy: mayScore,
  execute: ({ input, subject }): Promise<Result<Saved>> => (input.finish ? handIn(subject, input) : keep(subject, input)),
});

async function handIn(sheet: Sheet, input: SaveMarks): Promise<Result<Saved>> {
  const { version, remarks, remark, sure } = input;
  const marks = givenMarks(input.marks);
  const [problem] = handInProblems({ marks, remarks, sure }, sheet.rubric);
  if (problem) return criterionRefusal(problem, sheet.rubric, await currentLocale());
  const sum = weightedSum(marks, sheet.rubric);
  return sum.ok ? finishReview(sheet, { version, marks, remarks, remark, weightedSum: sum.value }) : sum;
}

async function keep(sheet: Sheet, input: SaveMarks): Promise<Result<Saved>> {
  const { version, remarks, remark } = input;
  const cleared = Object.keys(input.marks).filter((key) => input.marks[key] === null);
  const marks = { ...marksBeside(remarks, sheet.marks, cleared), ...givenMarks(input.marks) };
  const [problem] = draftProblems({ marks, remarks }, sheet.rubric);
  if (problem) return criterionRefusal(problem, sheet.rubric, await currentLocale());
  const kept = { ...remarksBeside(marks, sheet.remarks), ...remarks };
  return saveDraft(sheet, { version, marks, remarks: kept, cleared, remark, skip: false });
}

/** A remark that comes alone belongs to the mark that is stored. */
function marksBeside(remarks: SaveMarks["remarks"], stored: Marks, cleared: readonly string[]): Marks {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => Object.hasOwn(remarks, key) && !cleared.includes(key)));
}

/** A mark that comes alone keeps the remark that is stored. */
function remarksBeside(marks: Marks, stored: Sheet["remarks"]): Sheet["remarks"] {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => Object.hasOwn(marks, key)));
}
