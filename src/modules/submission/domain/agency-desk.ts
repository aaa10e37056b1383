/**
 * What an agency admin is shown of the agency's part in an edition: whose move it is, what still waits, and which units
 * have no submission yet.
 *
 * Source: "one agency, one innovation" (satu perangkat daerah satu inovasi) counts the work units directly under a
 * government; a unit below one of them counts for it. That a returned or unfinished proposal already counts as one is our
 * default: the list names those with nothing at all.
 */
import { isWithin } from "@/modules/agencies/domain/tree";
import { isOpen } from "@/modules/competition/domain/stages";
import { type BallHolder, hasMissedRegistration, type SubmissionStatus } from "./lifecycle";
import { ballNow } from "./visibility";

export type StatusCount = { status: SubmissionStatus; count: number };

/** How many proposals wait for whom, were filed, or were lost at the close; what was withdrawn is none of these. */
export type BallQueue = { agency: number; innovator: number; filed: number; missed: number };

/** In: how many proposals stand in each status, when registration closes and the time. Out: the numbers of the queue. */
export function ballQueue(counts: readonly StatusCount[], closesAt: Date, now: Date): BallQueue {
  const sum = (counted: (status: SubmissionStatus) => boolean) =>
    counts.filter(({ status }) => counted(status)).reduce((total, { count }) => total + count, 0);
  const isWith = (holder: BallHolder) => sum((status) => ballNow({ status, display: status }, closesAt, now) === holder);
  return {
    agency: isWith("AGENCY"),
    innovator: isWith("INNOVATOR"),
    filed: isWith("ORGANIZER"),
    missed: sum((status) => hasMissedRegistration(status, closesAt, now)),
  };
}

/**
 * In: proposals with what the machine checks found. Out: those with anything found, worst first: what keeps a proposal from
 * being sent weighs more than what deserves a look, and the code decides between equals.
 */
export function worstFirst<Row extends { code: string; mustFix: readonly unknown[]; shouldLook: readonly unknown[] }>(
  rows: readonly Row[],
): Row[] {
  return rows
    .filter(({ mustFix, shouldLook }) => mustFix.length + shouldLook.length > 0)
    .toSorted(
      (one, other) =>
        other.mustFix.length - one.mustFix.length ||
        other.shouldLook.length - one.shouldLook.length ||
        (one.code < other.code ? -1 : 1),
    );
}

export type Coverage = { total: number; covered: number; missing: string[] };

/**
 * In: the units directly below the agency, and the paths of the units that have a proposal in the edition (withdrawn ones
 * left out). Out: how many of the units are covered, and the names of the others in the order given.
 */
export function coverageOf(units: readonly { code: string; name: string }[], unitsWithProposal: readonly string[]): Coverage {
  const missing = units.filter(({ code }) => !unitsWithProposal.some((path) => isWithin(path, code)));
  return { total: units.length, covered: units.length - missing.length, missing: missing.map(({ name }) => name) };
}

/**
 * In: the editions an agency takes part in, each with its registration, and the time. Out: the one to show first: the open
 * one that closes soonest, else the one that closed or will close last; null when there is none.
 */
export function editionToShow<Edition extends { registration: { opensAt: Date; closesAt: Date } }>(
  editions: readonly Edition[],
  now: Date,
): Edition | null {
  const byClose = editions.toSorted((one, other) => one.registration.closesAt.getTime() - other.registration.closesAt.getTime());
  return byClose.find(({ registration }) => isOpen(registration, now)) ?? byClose.at(-1) ?? null;
}

export type TimeLeft = { days: number; hours: number; minutes: number };

const MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** In: the time and a closing instant. Out: what is left in whole days, hours and minutes, or null once it has passed. */
export function timeLeft(now: Date, closesAt: Date): TimeLeft | null {
  if (now > closesAt) return null;
  const minutes = Math.floor((closesAt.getTime() - now.getTime()) / MINUTE);
  return {
    days: Math.floor(minutes / MINUTES_PER_DAY),
    hours: Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR),
    minutes: minutes % MINUTES_PER_HOUR,
  };
}
