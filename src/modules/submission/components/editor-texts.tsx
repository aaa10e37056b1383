import type { Messages } from "@/messages/catalogue";

/** The words of the editor, sent to the browser as they stand in the catalogue; `{name}` is filled in there. */
export type EditorTexts = Messages["submission"]["editor"];

export function fill(template: string, values: Record<string, string | number>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
