/**
 * The start of implementation as people know it: a month and a year, kept as the first day of that month (our default, as in
 * `eligibility`).
 */

/** In: a year of four digits and a month from 1 to 12. Out: its first day, at midnight UTC. */
export function startOfMonth(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 1));
}

/**
 * In: the first day of a month, the present and where the month counts. Out: whether the month is still to come there. Our
 * default: what begins this month has begun.
 */
export function isStillToCome(start: Date, now: Date, zone: string): boolean {
  const [month, , year] = new Intl.DateTimeFormat("en-US", { timeZone: zone }).format(now).split("/").map(Number);
  return start > startOfMonth(year ?? 0, month ?? 1);
}

/** In: a day at midnight UTC. Out: its year and month, as text for a form. */
export function monthAndYear(day: Date): { month: string; year: string } {
  return { month: String(day.getUTCMonth() + 1), year: String(day.getUTCFullYear()) };
}
