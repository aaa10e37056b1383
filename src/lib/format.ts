import type { Locale } from "@/lib/paths";

const TAGS: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

const ZONE_NAMES: Record<string, string> = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };
const ZONES = Object.keys(ZONE_NAMES);

/** "16 April 2026". */
export function formatDate(at: Date, { locale, zone }: { locale: Locale; zone: string }): string {
  return dateFormat(TAGS[locale], { dateStyle: "long", timeZone: zone }).format(at);
}

/** "April 2026"; of a day that belongs to no zone. */
export function formatMonth(day: Date, locale: Locale): string {
  return dateFormat(TAGS[locale], { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

/** "WIB". */
export const zoneName = (zone: string): string => ZONE_NAMES[zone] ?? zone;

/** "12.00 WIB" or "12:00 WIB". */
export function formatTime(at: Date, { locale, zone }: { locale: Locale; zone: string }): string {
  return `${clock(at, locale, zone)} ${zoneName(zone)}`;
}

/** "16 April 2026 pukul 12.00 WIB" or "16 April 2026 at 12:00 WIB". */
export function formatDateTime(at: Date, context: { locale: Locale; zone: string }): string {
  return `${formatDate(at, context)} ${context.locale === "id" ? "pukul" : "at"} ${formatTime(at, context)}`;
}

/**
 * A deadline in the edition's zone first, with the other two: "16 April 2026 pukul 12.00 WIB (13.00 WITA, 14.00 WIT)". Where
 * another zone has another day, the day is named once for all that share it: "… 23.59 WIB (17 April 00.59 WITA, 01.59 WIT)".
 */
export function formatDeadline(at: Date, context: { locale: Locale; zone: string }): string {
  const day = (zone: string) => dateFormat(TAGS[context.locale], { day: "numeric", month: "long", timeZone: zone }).format(at);
  const others = ZONES.filter((zone) => zone !== context.zone).map((zone, place, zones) => {
    const time = formatTime(at, { ...context, zone });
    return day(zone) === day(zones[place - 1] ?? context.zone) ? time : `${day(zone)} ${time}`;
  });
  return `${formatDateTime(at, context)} (${others.join(", ")})`;
}

/**
 * What is left in words, never more than there is: "8 hari 16 jam", "2 jam 5 menit", "43 menit"; the last minute counts as none.
 */
export function formatTimeLeft(milliseconds: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const unit = (value: number, name: "day" | "hour" | "minute") =>
    numberFormat(TAGS[locale], { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  if (days > 0) return [unit(days, "day"), ...(hours > 0 ? [unit(hours, "hour")] : [])].join(" ");
  return [...(hours > 0 ? [unit(hours, "hour")] : []), ...(hours === 0 || minutes % 60 > 0 ? [unit(minutes % 60, "minute")] : [])].join(" ");
}

/** "1.234" or "1,234"; `digits` fixes the decimals. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return numberFormat(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A decimal that was computed exactly and comes as text with a point: only its signs are translated. */
export function formatDecimalText(value: string, locale: Locale): string {
  const [whole = "0", decimals] = value.split(".");
  const grouped = numberFormat(TAGS[locale], {}).format(BigInt(whole));
  return decimals ? `${grouped}${locale === "id" ? "," : "."}${decimals}` : grouped;
}

function clock(at: Date, locale: Locale, zone: string): string {
  const parts = dateFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "00";
  return `${part("hour")}${locale === "id" ? "." : ":"}${part("minute")}`;
}

/** Making a format takes a hundred times as long as using it, and a list uses the same one in every row. */
const dateFormat = kept((tag: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const numberFormat = kept((tag: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));

/** Languages, zones and numbers of decimals are few, so what was made may stay. */
function kept<Options, Format>(make: (tag: string, options: Options) => Format): (tag: string, options: Options) => Format {
  const made = new Map<string, Format>();
  return (tag, options) => {
    const key = `${tag} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known) return known;
    const format = make(tag, options);
    made.set(key, format);
    return format;
  };
}
