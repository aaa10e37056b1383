/**
 * What a result draws from: lists of earlier results whose entries alone may stand in it, and what follows for its decree.
 *
 * Source: the Top 45 are chosen among the Top 99, each set by a decree of its own. That the later decree can neither come
 * before the earlier nor bear an earlier day, and that a list cannot lose an entry that a later list names or that judges are
 * already reading, unless the reason names it, is our default.
 */

import type { Refusal } from "@/lib/result";
import type { EditionRules, ResultRule } from "@/modules/competition/domain/edition-rules";
import { decidingRound, earlierResults } from "./entrants";
import { publicationState, type Decree, type PublicationState } from "./publication";

type Rules = Pick<EditionRules, "results" | "stages" | "rubrics">;

/** Keys of the earlier results that a result draws from: by a level's `from`, or by the entrants of its deciding round. */
export function sourcesOf(rules: Rules, result: ResultRule): string[] {
  const entrants = decidingRound(rules, result)?.stage.scoring?.entrants;
  const named = new Set(result.levels.flatMap(({ from }) => (from === null ? [] : [from])));
  return earlierResults(rules, result.key)
    .filter(({ key, levels }) => (typeof entrants === "object" && entrants.result === key) || levels.some((level) => named.has(level.key)))
    .map(({ key }) => key);
}

/** Keys of the later results that draw from this one. */
export function drawingFrom(rules: Rules, resultKey: string): string[] {
  return rules.results.filter((result) => sourcesOf(rules, result).includes(resultKey)).map(({ key }) => key);
}

/** The last publication of a source; null while it has none. `decreeDate` empty without a decree. */
export type Source = { readonly key: string; readonly published: { readonly state: PublicationState; readonly decreeDate: string } | null };

/**
 * What keeps a list from being set by this decree: a source that is not set itself, or was set on a later day. Nothing speaks
 * against a provisional list on a provisional one; `provisionalSources` names those to be warned of.
 */
export function decreeProblems(sources: readonly Source[], decree: Decree): Refusal[] {
  if (publicationState(decree) !== "FINAL") return [];
  return sources.flatMap(({ key, published }): Refusal[] => {
    if (published?.state !== "FINAL") return [{ key: "results.problem.sourceNotFinal", values: { result: key } }];
    if (decree.date.trim() < published.decreeDate) return [{ key: "results.problem.decreeBeforeSource", values: { result: key, date: published.decreeDate } }];
    return [];
  });
}

/** Keys of the sources that are not set by decree yet. */
export function provisionalSources(sources: readonly Source[]): string[] {
  return sources.filter(({ published }) => published?.state !== "FINAL").map(({ key }) => key);
}

/** An entry that leaves a list, and what has been built on its place there. */
export type LeavingEntry = {
  readonly code: string;
  /** Later results whose last publication names it. */
  readonly listedIn: readonly string[];
  /** Stages that took it from this list and in which a judge has begun to read it. */
  readonly readIn: readonly string[];
};

/**
 * What keeps entries from leaving: a later published list that names one (that list is put right first), or readings of it
 * that the reason of the correction does not mention by its code.
 */
export function leavingProblems(leaving: readonly LeavingEntry[], reason: string): Refusal[] {
  return leaving.flatMap(({ code, listedIn: [list], readIn: [stage] }): Refusal[] => {
    if (list !== undefined) return [{ key: "results.problem.leavingListed", values: { code, result: list } }];
    if (stage !== undefined && !reason.toUpperCase().includes(code)) return [{ key: "results.problem.leavingRead", values: { code, stage } }];
    return [];
  });
}
