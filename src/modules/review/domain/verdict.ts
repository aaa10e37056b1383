/**
 * What a visit says of an entry: it confirms, doubts or disqualifies, without a point.
 *
 * Source: KIPP 2023 visited twenty of its 99 finalists; that a visit gives no points, counts in no total, and that a doubt is
 * decided by the plenary is our default.
 */

export const VERDICTS = ["CONFIRMED", "DOUBTED", "DISQUALIFIED"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A doubt or a disqualification says why in at least so many characters. */
export const LEAST_REASON = 20;

export type VerdictSheet = { outcome: Verdict | null; reason: string; notes: Readonly<Record<string, string>> };
export type VerdictProblem = { field: "outcome" | "reason"; key: "review.visit.outcomeMissing" | "review.visit.reasonMissing" };

/** In: a sheet that is to be handed in. Out: what is missing; empty = it can be. */
export function verdictProblems({ outcome, reason }: VerdictSheet): VerdictProblem[] {
  if (outcome === null) return [{ field: "outcome", key: "review.visit.outcomeMissing" }];
  return outcome !== "CONFIRMED" && reason.trim().length < LEAST_REASON ? [{ field: "reason", key: "review.visit.reasonMissing" }] : [];
}

/** In: the verdicts handed in on one entry. Out: the gravest; null where there is none: not visited, or not handed in. */
export function gravest(verdicts: readonly Verdict[]): Verdict | null {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? null;
}

/** In: codes as somebody typed or pasted them. Out: each once, in capitals, in the order given. */
export function codesIn(text: string): string[] {
  return [...new Set(text.toUpperCase().match(/[A-Z0-9]+(-[A-Z0-9]+)+/g) ?? [])];
}
