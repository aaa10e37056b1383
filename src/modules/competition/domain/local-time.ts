/**
 * Times of an edition's timetable, as people write them in the edition's own zone, and the instants they stand for.
 * Source: Indonesia's three zones are fixed offsets without summer time (Presidential Decree 41 of 1987: WIB +7,
 * WITA +8, WIT +9). That a closing minute counts to its end is our default: who reads "until 23.59" may use all of it.
 */
import type { Zone } from "./edition-rules";

const OFFSET_HOURS: Record<Zone, number> = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 };
const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;
const LAST_MILLISECOND_OF_MINUTE = 59_999;
const WRITTEN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Whether a text is a date and time that exists, to the minute: `2020-04-26T23:59`, never `2020-02-30T10:00`. */
export function isLocalTime(local: string): boolean {
  if (!WRITTEN.test(local)) return false;
  const time = asIfUtc(local);
  return !Number.isNaN(time) && writtenAsUtc(time) === local;
}

/** The instant a local time (see `isLocalTime`) begins. An impossible one gives an invalid date. */
export function instantOf(local: string, zone: Zone): Date {
  return new Date(asIfUtc(local) - OFFSET_HOURS[zone] * MILLISECONDS_PER_HOUR);
}

/** The last instant of the minute of a local time: a stage that closes at 23:59 is open until 23:59:59.999. */
export function closingInstantOf(local: string, zone: Zone): Date {
  return new Date(instantOf(local, zone).getTime() + LAST_MILLISECOND_OF_MINUTE);
}

/** The local time of an instant, cut to its minute: what `instantOf` and `closingInstantOf` were made from. */
export function localOf(instant: Date, zone: Zone): string {
  return writtenAsUtc(instant.getTime() + OFFSET_HOURS[zone] * MILLISECONDS_PER_HOUR);
}

/** The local day of an instant, `2020-04-26`. */
export function localDay(instant: Date, zone: Zone): string {
  return localOf(instant, zone).slice(0, "2020-04-26".length);
}

/** A local time moved by whole days (negative: earlier), the hour unchanged. */
export function addDays(local: string, days: number): string {
  return writtenAsUtc(asIfUtc(local) + days * MILLISECONDS_PER_DAY);
}

function asIfUtc(local: string): number {
  return new Date(`${local}:00.000Z`).getTime();
}

function writtenAsUtc(time: number): string {
  return new Date(time).toISOString().slice(0, "2020-04-26T23:59".length);
}
