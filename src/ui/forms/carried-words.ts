import { typedIn, type Typed } from "@/lib/typed-fields";

/*
 * What was typed in a form goes along to the page that comes next in this tab: for this one way only, under its writer's name,
 * without secrets, and that page takes it out again.
 */

/** In: the place to keep it, whose words, and the form. */
export function carry(place: string, writerId: string, form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ writerId, typed: typedIn(new FormData(form)) }));
  } catch {
    // A browser that stores nothing takes nothing along.
  }
}

/** Fills in what was carried here by the same writer; out: whether there was anything. */
export function putDown(place: string, writerId: string, form: HTMLFormElement): boolean {
  const typed = carried(place, writerId);
  for (const [name, values] of Object.entries(typed)) fillIn(form, name, [values].flat());
  return Object.keys(typed).length > 0;
}

function carried(place: string, writerId: string): Typed {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null") as { writerId: string; typed: Typed } | null;
    sessionStorage.removeItem(place);
    return kept?.writerId === writerId ? kept.typed : {};
  } catch {
    return {};
  }
}

function fillIn(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const box of form.elements) {
    if (!("name" in box) || box.name !== name) continue;
    if (box instanceof HTMLInputElement && box.type === "hidden") continue;
    if (box instanceof HTMLInputElement && ["radio", "checkbox"].includes(box.type)) box.checked = values.includes(box.value);
    else if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement) {
      const before = box.value;
      box.value = values[0] ?? "";
      if (box.value !== before) box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
