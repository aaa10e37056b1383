/**
 * Which stages a ranking reads, and whose entries it ranks. Source: each round of KIPP ranks those whom its last stage
 * scored; the first those that passed administrative selection, a later one those that an earlier result named.
 */

import type { EditionRules, ResultRule } from "@/modules/competition/domain/edition-rules";
import { roundsOf, type Round } from "@/modules/competition/domain/levels";

/** The rounds that count for a result or break its ties, in the order of the timetable. */
export function roundsRead(rules: Pick<EditionRules, "stages" | "rubrics">, result: ResultRule): Round[] {
  const named = new Set([
    ...result.combine.map(({ stage }) => stage),
    ...result.tieBreaks.flatMap((tieBreak) => (tieBreak.by === "EARLIER_FILING" ? [] : [tieBreak.stage])),
  ]);
  return roundsOf(rules).filter(({ stage }) => named.has(stage.key));
}

/** The last round that counts with a weight: its entrants are the ones ranked. Null for rules without one. */
export function decidingRound(rules: Pick<EditionRules, "stages" | "rubrics">, result: ResultRule): Round | null {
  const counted = new Set(result.combine.filter(({ weight }) => weight > 0).map(({ stage }) => stage));
  return roundsOf(rules).filter(({ stage }) => counted.has(stage.key)).at(-1) ?? null;
}

/** The results before one in the order of the rules: what a level's `from` may name. */
export function earlierResults(rules: Pick<EditionRules, "results">, resultKey: string): ResultRule[] {
  const place = rules.results.findIndex(({ key }) => key === resultKey);
  return rules.results.slice(0, Math.max(place, 0));
}
