import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import type { Marks } from "../../domain/scoring";
import type { Texts } from "./sheet-ledger";
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

/** The marks as they stand in the boxes; what is no number on the scale is none of them. */
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

/** What stands in the boxes of the sheet, by their names. */
export function textsIn(form: HTMLFormElement, { criteria }: RubricRule): Texts {
  const names = ["remark", ...criteria.flatMap(({ key }) => [`marks.${key}`, `remarks.${key}`])];
  return Object.fromEntries(names.map((name) => [name, textIn(form, name)]));
}

/** Writes into boxes as a person would, so that everything that listens to typing hears it. */
export function typeInto(form: HTMLFormElement, texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) {
    const box = form.elements.namedItem(name);
    if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) typeIntoBox(box, text);
  }
}

/** The same for one box. React must not know of the value before it hears of it, hence the prototype's own way to set it. */
export function typeIntoBox(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value")?.set?.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

export type Unsavable = { criteria: readonly string[]; hasLoneRemark: boolean };

/** The boxes that cannot be saved as they stand: no mark on the scale, or a remark beside an empty mark. */
export function unsavableIn(form: HTMLFormElement, rubric: RubricRule): Unsavable {
  const marks = rubric.criteria.map(({ key }) => ({ key, mark: markIn(form, key, rubric), remark: textIn(form, `remarks.${key}`).trim() }));
  const isLone = ({ mark, remark }: (typeof marks)[number]) => mark === null && remark !== "";
  return { criteria: marks.filter((each) => each.mark === undefined || isLone(each)).map(({ key }) => key), hasLoneRemark: marks.some(isLone) };
}

const markIn = (form: HTMLFormElement, key: string, { scale }: RubricRule) => typedMark(textIn(form, `marks.${key}`), scale);

/** A mark, null for an empty box, undefined for anything that is not a mark on the scale. */
export function typedMark(typed: string, scale: RubricRule["scale"]): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const mark = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return mark >= scale.min && mark <= scale.max ? mark : undefined;
}

function textIn(form: HTMLFormElement, name: string): string {
  const box = form.elements.namedItem(name);
  return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value : "";
}
