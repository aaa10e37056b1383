import type { Locale } from "@/lib/paths";

const TAGS: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

const ZONE_NAMES: Record<string, string> = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };
const ZONES = Object.keys(ZONE_NAMES);

/** "16 April 2026". */
export function formatDate(at: Date, { locale, zone }: { locale: Locale; zone: string }): string {
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long", timeZone: zone }).format(at);
}

/** "12.00 WIB" or "12:00 WIB". */
export function formatTime(at: Date, { locale, zone }: { locale: Locale; zone: string }): string {
  return `${clock(at, locale, zone)} ${ZONE_NAMES[zone] ?? zone}`;
}

/** "16 April 2026 pukul 12.00 WIB" or "16 April 2026 at 12:00 WIB". */
export function formatDateTime(at: Date, context: { locale: Locale; zone: string }): string {
  return `${formatDate(at, context)} ${context.locale === "id" ? "pukul" : "at"} ${formatTime(at, context)}`;
}

/** A deadline in the edition's zone first, with the other two: "16 April 2026 pukul 12.00 WIB (13.00 WITA, 14.00 WIT)". */
export function formatDeadline(at: Date, context: { locale: Locale; zone: string }): string {
  const others = ZONES.filter((zone) => zone !== context.zone).map((zone) => formatTime(at, { ...context, zone }));
  return `${formatDateTime(at, context)} (${others.join(", ")})`;
}

/** "1.234" or "1,234"; `digits` fixes the decimals. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A decimal that was computed exactly and comes as text with a point: only its signs are translated. */
export function formatDecimalText(value: string, locale: Locale): string {
  const [whole = "0", decimals] = value.split(".");
  const grouped = new Intl.NumberFormat(TAGS[locale]).format(BigInt(whole));
  return decimals ? `${grouped}${locale === "id" ? "," : "."}${decimals}` : grouped;
}

function clock(at: Date, locale: Locale, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone })
    .formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "00";
  return `${part("hour")}${locale === "id" ? "." : ":"}${part("minute")}`;
}
