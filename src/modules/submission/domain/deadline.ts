/**
 * How much time an open page has left before registration closes, told by the server's clock, and when to say so.
 *
 * Source: our default. What is left is told by the minute in the last hour and said aloud at a few moments only; what is said is
 * never more than there is. A closing time is compared with the first one that was announced, however often it moved.
 */

/** Instants in milliseconds; `first`: the closing time before it was ever moved, null when it never was. */
export type Deadline = { closesAt: number; first: number | null };

const MINUTE = 60_000;
const LAST_HOUR = 60;
/** Minutes left at which it is said aloud. */
const SAID_AT = [60, 30, 15, 10, 5, 1];

/** In: the server's time and the deadline. Out: whole minutes left in the last hour; null before it; -1 once it has closed. */
export function minutesLeft(now: number, { closesAt }: Deadline): number | null {
  if (now > closesAt) return -1;
  const minutes = Math.floor((closesAt - now) / MINUTE);
  return minutes < LAST_HOUR ? minutes : null;
}

/** In: the minutes left when it was said last (null: not yet) and now. Out: whether to say it again. */
export function isWorthSaying(said: number | null, left: number): boolean {
  return said === null || SAID_AT.some((at) => left < at && said >= at) || left < 0 !== said < 0;
}

/** In: a deadline. Out: whether it was put off or brought forward from the first one announced; null: neither. */
export function movedBy({ closesAt, first }: Deadline): "later" | "earlier" | null {
  if (first === null || first === closesAt) return null;
  return closesAt > first ? "later" : "earlier";
}

/**
 * In: the server's time in an answer, the device's time at which it was asked for and came. Out: what to add to the device's
 * time for the server's, so that nobody is told of more time than there is.
 */
export function clockAhead(serverNow: number, { askedAt, cameAt }: { askedAt: number; cameAt: number }): number {
  return serverNow + Math.max(0, cameAt - askedAt) - cameAt;
}
