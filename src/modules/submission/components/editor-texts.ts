import type { Messages } from "@/messages/catalogue";

/** The words of the editor, sent to the browser as they stand in the catalogue; `{name}` is filled in there. */
export type EditorTexts = Messages["submission"]["editor"];
