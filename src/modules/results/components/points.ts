import { formatDecimalText } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { fromText, toDecimal, type Fraction } from "@/modules/review/domain/fraction";

const PLACES = 2;

/** Points for a reader: two places, rounded here and nowhere else. */
export const inPoints = (value: Fraction, locale: Locale): string => formatDecimalText(toDecimal(value, PLACES), locale);

/** The exact number out of its stored text `n/d`; null for none. */
export function exactOf(text: string | null): Fraction | null {
  const read = text === null ? null : fromText(text);
  return read?.ok ? read.value : null;
}

/** For drawing only. */
export const roughly = (value: Fraction): number => Number(toDecimal(value, PLACES));
