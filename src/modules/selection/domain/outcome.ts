/**
 * When a proposal has passed or failed administrative selection, and when the outcome may be released.
 *
 * Source: KIPP publishes how many proposals passed (2018: 1,463 of 2,824) and fails by named reasons. That a fail stands
 * only when a second selector agreed is the edition's choice; that a fail is explained to those it strikes, that a pass must
 * explain every line answered "not met", and that an outcome is released only as a whole, are our defaults.
 */
import type { SelectionRule } from "@/modules/competition/domain/edition-rules";

export const CHECK_VERDICTS = ["MET", "NOT_MET", "NOT_APPLICABLE"] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

export const SELECTION_OUTCOMES = ["PASS", "FAIL"] as const;
export type SelectionOutcome = (typeof SELECTION_OUTCOMES)[number];

export type AnsweredCheck = { verdict: CheckVerdict; note: string };

/** What speaks against deciding so; `checks` and `reasons` are keys of the edition's rules. */
export type OutcomeProblem =
  | { kind: "CHECKS_UNANSWERED"; checks: string[] }
  | { kind: "NOT_MET_UNEXPLAINED"; checks: string[] }
  | { kind: "REASON_WITH_PASS" }
  | { kind: "REASON_MISSING" }
  | { kind: "REASON_UNKNOWN"; reasons: string[] }
  | { kind: "FAIL_UNEXPLAINED" }
  | { kind: "NOTHING_NOT_MET" };

export type Decided = {
  checks: Readonly<Record<string, AnsweredCheck | undefined>>;
  outcome: SelectionOutcome;
  reasonKeys: readonly string[];
  /** What the unit and its agency read beside the reasons. */
  note: string;
  rules: Pick<SelectionRule, "checks" | "reasons">;
};

/**
 * In: the answered checklist by key, the outcome and its reasons, and the edition's rules of selection. Out: what keeps the
 * outcome from being decided, empty when nothing does. Every line needs an answer; a fail needs a line that is not met, a
 * reason of the edition and an explanation; a pass gives no reason, and each line that is not met is explained by a note.
 */
export function outcomeProblems(decided: Decided): OutcomeProblem[] {
  const unanswered = unansweredChecks(decided.checks, decided.rules);
  return [
    ...(unanswered.length > 0 ? [{ kind: "CHECKS_UNANSWERED", checks: unanswered } as const] : []),
    ...(decided.outcome === "PASS" ? problemsOfPass(decided) : problemsOfFail(decided)),
  ];
}

/** Keys of the checklist without an answer, in its order. */
export function unansweredChecks(checks: Decided["checks"], rules: Pick<SelectionRule, "checks">): string[] {
  return rules.checks.filter(({ key }) => !checks[key]).map(({ key }) => key);
}

/** In: answers by key. Out: the reasons that the edition ties to the lines answered "not met", each once, in order. */
export function reasonsSuggestedBy(checks: Decided["checks"], rules: Pick<SelectionRule, "checks">): string[] {
  const notMet = rules.checks.filter(({ key }) => checks[key]?.verdict === "NOT_MET");
  return [...new Set(notMet.map(({ reason }) => reason))];
}

/** A decision with the two people it rests on; `outcome` null while it is open. */
export type Standing = { outcome: SelectionOutcome | null; takenById: string | null; secondById: string | null };

/**
 * Whether a decision counts: a pass as soon as it is decided; a fail at once, or where the edition wants a second reader,
 * once a second and different selector agreed.
 */
export function isStanding({ outcome, takenById, secondById }: Standing, rules: Pick<SelectionRule, "secondReaderForFail">): boolean {
  if (outcome === null) return false;
  if (outcome === "PASS" || !rules.secondReaderForFail) return true;
  return secondById !== null && secondById !== takenById;
}

export const HOLDINGS = ["PASSED", "FAILED", "CONFIRMED", "AWAITING_SECOND", "UNDECIDED"] as const;

/**
 * In: a decision and the edition's rule. Out: what holds after it: passed or failed as one person's word, which that person may
 * still change until the release; a fail that two have confirmed, which nobody changes; one that waits; or nothing.
 */
export function whatHolds(decision: Standing, rules: Pick<SelectionRule, "secondReaderForFail">): (typeof HOLDINGS)[number] {
  if (decision.outcome === null) return "UNDECIDED";
  if (decision.outcome === "PASS") return "PASSED";
  if (!isStanding(decision, rules)) return "AWAITING_SECOND";
  return rules.secondReaderForFail ? "CONFIRMED" : "FAILED";
}

/** What the first reader finds when a fail comes back: the second reader's words, then the own earlier ones, quoted. */
export function noteSentBack(secondReader: string, firstReader: string): string {
  if (firstReader.trim() === "") return secondReader;
  const quoted = firstReader.split("\n").map((line) => `> ${line}`.trimEnd());
  return `${secondReader}\n\n${quoted.join("\n")}`;
}

/** In: a note as `noteSentBack` made it. Out: the first reader's own earlier words, without the quotation marks; "" for none. */
export function ownWordsIn(sentBack: string): string {
  return sentBack.split("\n").filter((line) => line.startsWith(">")).map((line) => line.replace(/^> ?/, "")).join("\n");
}

export type SelectionCounts = { filed: number; passed: number; failed: number; awaitingSecond: number; undecided: number };

/** In: one row for each filed proposal. Out: how many stand where; the last four sum to the first. */
export function countSelection(rows: readonly Standing[], rules: Pick<SelectionRule, "secondReaderForFail">): SelectionCounts {
  const count = (fits: (row: Standing) => boolean) => rows.filter(fits).length;
  return {
    filed: rows.length,
    passed: count(({ outcome }) => outcome === "PASS"),
    failed: count((row) => row.outcome === "FAIL" && isStanding(row, rules)),
    awaitingSecond: count((row) => row.outcome === "FAIL" && !isStanding(row, rules)),
    undecided: count(({ outcome }) => outcome === null),
  };
}

export type ReleaseProblem =
  | { kind: "REGISTRATION_OPEN" }
  | { kind: "NOTHING_FILED" }
  | { kind: "UNDECIDED"; count: number }
  | { kind: "AWAITING_SECOND"; count: number }
  | { kind: "DOES_NOT_ADD_UP"; filed: number; passed: number; failed: number };

/**
 * In: the counts, and whether registration has closed. Out: everything that keeps the outcome from being released, empty
 * when it may be: all filed proposals have passed or failed, and none can be added.
 */
export function releaseProblems(counts: SelectionCounts, registrationClosed: boolean): ReleaseProblem[] {
  const { filed, passed, failed, awaitingSecond, undecided } = counts;
  return [
    ...(registrationClosed ? [] : [{ kind: "REGISTRATION_OPEN" } as const]),
    ...(filed === 0 ? [{ kind: "NOTHING_FILED" } as const] : []),
    ...(undecided > 0 ? [{ kind: "UNDECIDED", count: undecided } as const] : []),
    ...(awaitingSecond > 0 ? [{ kind: "AWAITING_SECOND", count: awaitingSecond } as const] : []),
    ...(filed !== passed + failed ? [{ kind: "DOES_NOT_ADD_UP", filed, passed, failed } as const] : []),
  ];
}

function problemsOfPass({ checks, reasonKeys, rules }: Decided): OutcomeProblem[] {
  const unexplained = rules.checks.filter(({ key }) => checks[key]?.verdict === "NOT_MET" && checks[key]?.note.trim() === "");
  return [
    ...(reasonKeys.length > 0 ? [{ kind: "REASON_WITH_PASS" } as const] : []),
    ...(unexplained.length > 0 ? [{ kind: "NOT_MET_UNEXPLAINED", checks: unexplained.map(({ key }) => key) } as const] : []),
  ];
}

function problemsOfFail({ checks, reasonKeys, note, rules }: Decided): OutcomeProblem[] {
  const unknown = reasonKeys.filter((key) => !rules.reasons.some((reason) => reason.key === key));
  const hasNotMet = rules.checks.some(({ key }) => checks[key]?.verdict === "NOT_MET");
  return [
    ...(reasonKeys.length === 0 ? [{ kind: "REASON_MISSING" } as const] : []),
    ...(unknown.length > 0 ? [{ kind: "REASON_UNKNOWN", reasons: unknown } as const] : []),
    ...(note.trim() === "" ? [{ kind: "FAIL_UNEXPLAINED" } as const] : []),
    ...(hasNotMet || rules.checks.length === 0 ? [] : [{ kind: "NOTHING_NOT_MET" } as const]),
  ];
}
