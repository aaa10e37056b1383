import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import type { Marks } from "../../domain/scoring";
import type { Part } from "./sheet-saver";

/** Stands for the remark on the whole among the keys of criteria. */
const WHOLE = "*";

/** Which criterion a box belongs to; null for boxes that are not saved by themselves. */
export function touchedBy(target: EventTarget | null): string | null {
  const name = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : "";
  if (name === "remark") return WHOLE;
  const [kind, key] = name.split(".");
  return (kind === "marks" || kind === "remarks") && key ? key : null;
}

/** The marks as they stand in the boxes; what is no number on the scale is left to the buttons to refuse. */
export function marksIn(form: HTMLFormElement, rubric: RubricRule): Marks {
  const entries = rubric.criteria.flatMap(({ key }) => {
    const mark = markIn(form, key, rubric);
    return typeof mark === "number" ? [[key, mark] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What is to be saved of some criteria; null when nothing of it can be. A remark goes only with its mark. */
export function partOf(form: HTMLFormElement | null | undefined, keys: readonly string[], rubric: RubricRule): Part | null {
  if (!form) return null;
  const part: Part = { marks: {}, remarks: {} };
  for (const key of keys) {
    if (key === WHOLE) {
      part.remark = textIn(form, "remark");
      continue;
    }
    const mark = markIn(form, key, rubric);
    if (mark === undefined) continue;
    part.marks[key] = mark;
    if (mark !== null) part.remarks[key] = textIn(form, `remarks.${key}`);
  }
  return Object.keys(part.marks).length > 0 || part.remark !== undefined ? part : null;
}

/** Whether a criterion holds a remark beside an empty mark: that is saved only once the mark is there. */
export function isLoneRemark(form: HTMLFormElement, key: string, rubric: RubricRule): boolean {
  return key !== WHOLE && markIn(form, key, rubric) === null && textIn(form, `remarks.${key}`).trim() !== "";
}

/** A mark, null for an empty box, undefined for anything that is not a mark on the scale. */
function markIn(form: HTMLFormElement, key: string, { scale }: RubricRule): number | null | undefined {
  const text = textIn(form, `marks.${key}`).trim();
  if (text === "") return null;
  const mark = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return mark >= scale.min && mark <= scale.max ? mark : undefined;
}

function textIn(form: HTMLFormElement, name: string): string {
  const box = form.elements.namedItem(name);
  return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value : "";
}
