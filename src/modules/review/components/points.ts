import { formatDecimalText } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { toDecimal } from "../domain/fraction";
import { pointsOf } from "../domain/scoring";

const PLACES = 2;

/** A stored weighted sum as points for a reader: rounded here and nowhere else. */
export const inPoints = (weightedSum: number, rubric: RubricRule, locale: Locale): string =>
  formatDecimalText(toDecimal(pointsOf(weightedSum, rubric), PLACES), locale);
