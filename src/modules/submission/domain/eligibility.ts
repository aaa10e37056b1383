/**
 * Whether an innovation may enter a group of an edition, and if not, why.
 *
 * Source: the age is counted back from the close of registration to the start of implementation (1 year from 2016 to 2020;
 * 2021: 2 years, 1 for replication); earlier winners are barred from some groups and needed in others (2019 to 2021); groups
 * of a province's competition are for kinds of body (DIY 2025: offices, regencies, enterprises, schools, villages). All
 * numbers are the edition's; this file holds how they are applied. That month and year are enough, read as the first day of
 * the month, is our default.
 */
import type { AgencyKind, GroupRule, Zone } from "@/modules/competition/domain/edition-rules";
import { type EntryKinds, kindOutside } from "@/modules/competition/domain/participants";
import { isDescribed, isYearOfOne } from "./source";

export type Entrant = {
  /** The day implementation began, as a date at midnight UTC. */
  implementedSince: Date;
  /** What it reached before, written `Top 45/2019`. */
  pastResults: readonly string[];
  /** What its agency and its unit are. */
  kinds: EntryKinds;
  /** Keys of the groups its agency has been invited to. */
  invitedTo: readonly string[];
  /** The innovation it adapts; null for an own creation. `results` null: not one this portal knows. */
  source: { text: string; results: readonly string[] | null; agency?: string; year?: number | null } | null;
};

/** `year` of the edition and `contact` of its organiser, where the sentence may name them. */
export type RegistrationClose = { closesAt: Date; zone: Zone; year?: number; contact?: string };

/** One reason against a group, with the values that a sentence about it needs. */
export type Unmet =
  | { reason: "TOO_YOUNG"; ageMonths: number; minimumMonths: number; oldEnoughFrom: Date }
  | { reason: "BARRED_BY_RESULT"; result: string }
  /** `returns`: an own result of these levels is too young for the list; from which edition it is not, if the list moves with the years. */
  | { reason: "NEEDS_RESULT"; oneOf: readonly string[]; returns?: { result: string; year: number } }
  | { reason: "TOO_OFTEN_BEFORE"; level: string; times: number; atMost: number }
  | { reason: "OTHER_KIND"; kind: AgencyKind }
  | { reason: "NOT_INVITED"; contact?: string }
  | { reason: "SOURCE_MISSING" }
  | { reason: "SOURCE_UNDESCRIBED" }
  | { reason: "SOURCE_NOT_AWARDED"; oneOf: readonly string[] };

/**
 * In: an innovation, the rules of one group and when registration closes. Out: everything that keeps it from the group; empty =
 * it may enter. A group for other kinds of body says that alone: nothing else would help.
 */
export function unmetRequirements(entrant: Entrant, group: GroupRule, close: RegistrationClose): Unmet[] {
  const outside = kindOutside(group, entrant.kinds);
  if (outside) return [{ reason: "OTHER_KIND", kind: outside }];
  return [
    ...unmetAge(entrant, group, close),
    ...unmetResults(entrant, group, close),
    ...unmetInvitation(entrant, group, close),
    ...unmetSource(entrant, group),
  ];
}

/** What was once reached stays reached, and a body stays what it is: nothing that an innovation still does opens the group to it. */
const FOR_GOOD: readonly Unmet["reason"][] = ["BARRED_BY_RESULT", "TOO_OFTEN_BEFORE", "OTHER_KIND"];

/** In: what keeps an innovation from a group. Out: whether it can never enter; otherwise it may one day. */
export function isBarredForGood(unmet: readonly Unmet[]): boolean {
  return unmet.some(({ reason }) => FOR_GOOD.includes(reason));
}

/**
 * Whole months from a day (a date at midnight UTC) to the day of an instant in a zone: a month counts once its day of the
 * month is reached. Negative when the day lies after the instant.
 */
export function ageInMonths(since: Date, at: Date, zone: Zone): number {
  const until = localDay(at, zone);
  const months = (until.year - since.getUTCFullYear()) * 12 + until.month - 1 - since.getUTCMonth();
  return until.day < since.getUTCDate() ? months - 1 : months;
}

function unmetAge({ implementedSince }: Entrant, { minimumAgeMonths }: GroupRule, { closesAt, zone }: RegistrationClose): Unmet[] {
  if (minimumAgeMonths === null) return [];

  const ageMonths = ageInMonths(implementedSince, closesAt, zone);
  if (ageMonths >= minimumAgeMonths) return [];
  return [{ reason: "TOO_YOUNG", ageMonths, minimumMonths: minimumAgeMonths, oldEnoughFrom: monthsAfter(implementedSince, minimumAgeMonths) }];
}

function unmetInvitation({ invitedTo }: Entrant, { byInvitation, key }: GroupRule, { contact }: RegistrationClose): Unmet[] {
  if (!byInvitation || invitedTo.includes(key)) return [];
  return [{ reason: "NOT_INVITED", ...(contact && { contact }) }];
}

function unmetResults({ pastResults }: Entrant, { barredBy, requiresOneOf, atMostBefore }: GroupRule, { year }: RegistrationClose): Unmet[] {
  const unmet: Unmet[] = barredBy
    .filter((result) => pastResults.includes(result))
    .map((result) => ({ reason: "BARRED_BY_RESULT", result }));
  if (requiresOneOf.length > 0 && !requiresOneOf.some((result) => pastResults.includes(result))) {
    const returns = year === undefined ? null : returnOf(pastResults, requiresOneOf, year);
    unmet.push({ reason: "NEEDS_RESULT", oneOf: requiresOneOf, ...(returns && { returns }) });
  }
  const times = pastResults.filter((result) => levelOfResult(result) === atMostBefore?.level).length;
  if (atMostBefore && times > atMostBefore.times) {
    unmet.push({ reason: "TOO_OFTEN_BEFORE", level: atMostBefore.level, times, atMost: atMostBefore.times });
  }
  return unmet;
}

function unmetSource({ source }: Entrant, { source: rule }: GroupRule): Unmet[] {
  if (source === null || source.text === "") return rule.required ? [{ reason: "SOURCE_MISSING" }] : [];

  const { results, text, agency = "", year = null } = source;
  if (results === null && !isDescribed({ text, agency, year })) return [{ reason: "SOURCE_UNDESCRIBED" }];
  const isAwarded = results === null
    ? year !== null && isYearOfOne(rule.oneOf, year)
    : rule.oneOf.length === 0 || rule.oneOf.some((result) => results.includes(result));
  return isAwarded ? [] : [{ reason: "SOURCE_NOT_AWARDED", oneOf: rule.oneOf }];
}

/**
 * The years between the latest list and the edition are those that a winner waits (2021: lists to 2019, two years). A result younger
 * than the list is out of its wait in the edition so many years after it.
 */
function returnOf(own: readonly string[], oneOf: readonly string[], year: number): { result: string; year: number } | null {
  const latest = Math.max(...oneOf.map(yearOfResult));
  const levels = new Set(oneOf.map(levelOfResult));
  const young = own.filter((result) => levels.has(levelOfResult(result)) && yearOfResult(result) > latest).toSorted((one, other) => yearOfResult(other) - yearOfResult(one))[0];
  return young === undefined ? null : { result: young, year: yearOfResult(young) + year - latest };
}

const yearOfResult = (result: string) => Number(result.slice(result.lastIndexOf("/") + 1));

function levelOfResult(result: string): string {
  return result.slice(0, result.lastIndexOf("/"));
}

/** The same day so many months later; a day that the month lacks becomes the first of the next. */
function monthsAfter(day: Date, months: number): Date {
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth() + months;
  const same = new Date(Date.UTC(year, month, day.getUTCDate()));
  return same.getUTCDate() === day.getUTCDate() ? same : new Date(Date.UTC(year, month + 1, 1));
}

function localDay(at: Date, zone: Zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}
