import { formatDecimalText } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { toDecimal, type Fraction } from "@/modules/review/domain/fraction";

const PLACES = 2;

/** Points for a reader: two places, rounded here and nowhere else. */
export const inPoints = (value: Fraction, locale: Locale): string => formatDecimalText(toDecimal(value, PLACES), locale);

/** For drawing only. */
export const roughly = (value: Fraction): number => Number(toDecimal(value, PLACES));
