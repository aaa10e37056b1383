/**
 * How an earlier version of a published page is shown once another has replaced it: the frozen page, with a notice before
 * everything else.
 *
 * Source: our default. The record itself never changes; its bytes can be had under the name that the list of hashes gives.
 */

import { html } from "./markup";

/** Every text of the notice in one language. */
export type ReplacedWords = {
  /** Stands in the title of the window. */
  readonly mark: string;
  readonly title: string;
  readonly reason: string;
  readonly latest: string;
  readonly original: string;
};

const MAIN = '<main id="isi" class="w">';
const TITLE = "<title>";

/** In: a frozen page, words and the addresses of the version that counts and of the record itself. Out: the page with the notice. Throws for what is no published page. */
export function replacedPage(frozen: string, words: ReplacedWords, links: { latest: string; original: string }): string {
  const { mark, title, reason, latest, original } = words;
  if (!frozen.includes(MAIN) || !frozen.includes(TITLE)) throw new RangeError("This is no published page.");
  const notice = html`<div class="state PROVISIONAL" id="diganti"><strong>${title}</strong><p><bdi>${reason}</bdi></p><p><a href="${links.latest}">${latest}</a></p><p><a href="${links.original}" download>${original}</a></p></div>`;
  const marked = html`${mark}: `;
  return insertAfter(insertAfter(frozen, TITLE, marked.text), MAIN, notice.text);
}

function insertAfter(text: string, place: string, added: string): string {
  const end = text.indexOf(place) + place.length;
  return text.slice(0, end) + added + text.slice(end);
}
