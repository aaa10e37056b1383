/**
 * When words that are being written are sent, and how long to wait after a failure. What is stored carries a version, so that
 * words sent twice do no harm; what matters is that a server in trouble is not asked by everybody at the same moment.
 *
 * Our defaults: 2 seconds after the last key, and while keys follow each other without a pause 4 seconds after the first that
 * was not sent, so that with the way to the server a killed browser costs 5 seconds at most; a copy on the device each second.
 * After failures 2, 4, 8 … seconds, at most a minute, each shortened at random by up to a half.
 */

/** Milliseconds of silence after which what was typed is saved. */
export const SAVE_AFTER = 2_000;

/** Milliseconds after which it is saved although the keys go on. */
export const LONGEST_WAIT_TYPING = 4_000;

/** Milliseconds between two copies on the device. */
export const COPY_EVERY = 1_000;

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/**
 * In: how often saving has failed in a row (from 1) and a random number from 0 to below 1. Out: milliseconds to wait, from
 * half of the step to the whole of it.
 */
export function retryDelay(failures: number, random: number): number {
  const step = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
  return Math.round(step * (1 - random / 2));
}

/**
 * What the answer of the server means for the words on the page. `REFUSED` is about these words, and others may do; `CLOSED`
 * is about the act: to ask again would only fill the trail with refusals.
 */
export type SaveAnswer = "SAVED" | "CONFLICT" | "SIGNED_OUT" | "OTHER_PERSON" | "REFUSED" | "CLOSED" | "TRY_AGAIN";

/** In: an HTTP status (0: no answer) and whether the answer holds another person's text. Out: what it means. */
export function meaningOf(status: number, hasOtherText: boolean): SaveAnswer {
  if (status === 200) return "SAVED";
  if (status === 409 && hasOtherText) return "CONFLICT";
  if (status === 401) return "SIGNED_OUT";
  if (status === 412) return "OTHER_PERSON";
  if (status === 403 || status === 404) return "CLOSED";
  const isOurs = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return isOurs ? "REFUSED" : "TRY_AGAIN";
}

/** The most bytes of a request that may outlive its page: browsers allow 64 KB together, and headers need room. */
export const MOST_BYTES_TO_OUTLIVE_PAGE = 60_000;
