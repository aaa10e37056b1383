/**
 * How words are counted, on the page and on the server alike, so that the writer and the judge never see two numbers.
 * Our default: a word is a run of characters between white space that holds at least one letter or digit, so that bullets
 * and dashes do not count, and "1.234,5" or "pelayanan-publik" are one word each.
 */

const WORD = /[^\s]*[\p{L}\p{N}][^\s]*/gu;

/** In: any text. Out: the number of words, 0 or more. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

export type WordLimitState = "WITHIN" | "NEAR" | "OVER";

const NEAR_SHARE = 0.9;

/** In: a count and the limit in words. Out: within, near (from 90 %, our default) or over it. Writing over is allowed, sending is not. */
export function wordLimitState(count: number, maxWords: number): WordLimitState {
  if (count > maxWords) return "OVER";
  return count >= maxWords * NEAR_SHARE ? "NEAR" : "WITHIN";
}
