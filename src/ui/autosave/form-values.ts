import { typedIn, type Typed } from "@/lib/typed-fields";

/**
 * What a form holds of what people type and choose. Its hidden boxes are the page's own; a password is kept nowhere, and what
 * confirms an act (`data-confirms`) is typed anew each time.
 */
export function valuesOf(form: HTMLFormElement): Typed {
  const left = new Set([...form.elements].flatMap((box) => (box instanceof HTMLInputElement && !isKept(box) ? [box.name] : [])));
  return Object.fromEntries(Object.entries(typedIn(new FormData(form))).filter(([name]) => !left.has(name)));
}

const isKept = (box: HTMLInputElement) => !["hidden", "password"].includes(box.type) && box.dataset.confirms === undefined;

/** Whether two forms hold the same; a box that is empty and one that is not there are alike. */
export function isSame(one: Typed, other: Typed): boolean {
  const text = (values: Typed, name: string) => JSON.stringify([values[name] ?? ""].flat().filter((value) => value !== ""));
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => text(one, name) === text(other, name));
}

/** Puts values back into a form, and says so as typing does, so that what counts and saves hears of it. */
export function fillForm(form: HTMLFormElement, values: Typed): void {
  for (const box of form.elements) {
    if (box instanceof HTMLInputElement && isKept(box) && box.name) fillInput(box, [values[box.name] ?? ""].flat());
    else if ((box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement) && box.name) box.value = [values[box.name] ?? ""].flat()[0] ?? "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function fillInput(box: HTMLInputElement, values: readonly string[]): void {
  if (["radio", "checkbox"].includes(box.type)) box.checked = values.includes(box.value);
  else box.value = values[0] ?? "";
}

/** The names of the boxes in which people type words, as against those in which they choose. */
export function textBoxesOf(form: HTMLFormElement): string[] {
  const boxes = [...form.elements].filter((box) => box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && !["radio", "checkbox"].includes(box.type) && isKept(box)));
  return [...new Set(boxes.map((box) => (box as HTMLInputElement | HTMLTextAreaElement).name))];
}

type Boxes = { elements: { namedItem: (name: string) => unknown } };

const hasBox = (form: Boxes, name: string) => form.elements.namedItem(name) !== null;

/** Whether a form has a box for any of the values. */
export const hasBoxFor = (form: Boxes, values: Typed): boolean => Object.keys(values).some((name) => hasBox(form, name));

/**
 * Typed words for which a form has no box any more. What was chosen are no words: its values are the portal's own. Where `texts`
 * does not say in which boxes people typed, the names of lists (`…[]`) are known to be choices.
 */
export function wordsWithoutBox(form: Boxes, values: Typed, texts?: readonly string[]): string[] {
  const isTyped = (name: string) => (texts ? texts.includes(name) : !name.endsWith("[]"));
  const gone = Object.entries(values).filter(([name]) => isTyped(name) && !hasBox(form, name));
  return gone.flatMap(([, value]) => [value].flat()).filter((text) => text.trim() !== "");
}

/** In: anything that a device kept. Out: the values of a form in it; null when it is none. */
export function asValues(kept: unknown): Typed | null {
  if (typeof kept !== "object" || kept === null) return null;
  const isValue = (value: unknown) => typeof value === "string" || (Array.isArray(value) && value.every((each) => typeof each === "string"));
  return Object.values(kept).every(isValue) ? (kept as Typed) : null;
}
