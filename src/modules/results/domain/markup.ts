/**
 * HTML as a string that cannot carry somebody's markup: whatever is put into a template is escaped, unless this file made it.
 *
 * Source: our default, for the published page, which is stored as bytes and served without the framework. Values may stand
 * between tags and inside quoted attributes; never as a tag's name, in a style or in a script.
 */

const MADE_HERE = Symbol("markup");

/** A piece of HTML; only `html` and `constant` make one, so that a text from outside can never pass for it. */
export type Markup = { readonly [MADE_HERE]: true; readonly text: string };

export type Piece = string | number | Markup | null | false | readonly Markup[];

/** Template tag: the written parts stay as they are, every value is escaped; lists are joined, null and false are nothing. */
export function html(written: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return markup(written.reduce((text, part, place) => text + textOf(values[place - 1] ?? null) + part));
}

/** A text of our own source code that is markup or a style already. Never for a value that came from anywhere else. */
export function constant(written: string): Markup {
  return markup(written);
}

/** Text as it may stand in HTML: the five characters that mean something become references, what no page can show is dropped. */
export function escaped(text: string): string {
  return text.replace(UNSHOWABLE, "").replace(/[&<>"']/g, (character) => REFERENCES[character] ?? "");
}

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// Control characters (not tab and line feeds) and noncharacters are errors in HTML.
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

function markup(text: string): Markup {
  return { [MADE_HERE]: true, text };
}

function textOf(value: Piece): string {
  if (value === null || value === false) return "";
  if (typeof value === "object") return "text" in value ? ownText(value) : value.map(ownText).join("");
  return escaped(String(value));
}

function ownText(piece: Markup): string {
  return piece[MADE_HERE] === true ? piece.text : escaped(String(piece.text));
}
