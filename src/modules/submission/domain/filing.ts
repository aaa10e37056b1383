/**
 * Filing: which of the proposals that an agency ticked reach the organiser, and what exactly has reached them.
 *
 * Source: the quota per agency and group is the edition's (2021: 10 and 5), or that over all groups by the kind of agency (2025:
 * 15; Jatim: 5 for an office, 3 for a regency or an enterprise). That a batch is filed in the order it
 * was ticked until the quota is used up, that one which cannot be filed never holds back the others, and what the hash
 * covers are our defaults.
 */
import { quotaLeft } from "@/modules/agencies/domain/quota";
import type { AgencyKind, EditionRules } from "@/modules/competition/domain/edition-rules";
import { quotaOverAll } from "@/modules/competition/domain/participants";
import type { SubmissionStatus } from "./lifecycle";

/** The most proposals one batch may hold. Our default: far above every quota, small enough for one page. */
export const MOST_IN_BATCH = 200;

export const FILING_OBSTACLES = [
  "NOT_FOUND", "NOT_ENDORSED", "RECALLED", "RETURNED", "WITHDRAWN", "OVER_QUOTA", "CHANGED_MEANWHILE",
] as const;
/** Why a ticked proposal was not filed. */
export type FilingObstacle = (typeof FILING_OBSTACLES)[number];

/** What stands in the way of a proposal that cannot be filed from where it is; a filed one without a receipt is nowhere to be filed from. */
const OBSTACLE_IN: Readonly<Record<Exclude<SubmissionStatus, "ENDORSED">, FilingObstacle>> = {
  DRAFT: "RECALLED",
  AGENCY_REVIEW: "NOT_ENDORSED",
  RETURNED: "RETURNED",
  SUBMITTED: "CHANGED_MEANWHILE",
  WITHDRAWN: "WITHDRAWN",
};

/** In: an obstacle. Out: whether filing the same proposal again, as it now is, can do better. */
export function canBeTriedAgain(obstacle: FilingObstacle): boolean {
  return obstacle === "CHANGED_MEANWHILE";
}

/** What is known of a ticked proposal; `receiptNumber` where it has been filed before. */
export type FilingCandidate = { code: string; status: SubmissionStatus; groupKey: string; receiptNumber: string | null };

export type FilingDecision =
  | { code: string; outcome: "FILE" }
  | { code: string; outcome: "ALREADY_FILED"; receiptNumber: string }
  | { code: string; outcome: "REFUSED"; obstacle: FilingObstacle };

/** `groupKey` null: over all groups together. */
export type QuotaLine = { groupKey: string | null; quota: number | null; filed: number; left: number | null };

/**
 * In: the ticked codes in their order, what is known of each (a code without a candidate is not this agency's), and the
 * quota lines of the edition. Out: one decision for each different code, in the same order. A group without a line refuses; a
 * line over all groups counts beside that of the group.
 */
export function planFiling(request: {
  codes: readonly string[];
  candidates: readonly FilingCandidate[];
  quotas: readonly QuotaLine[];
}): FilingDecision[] {
  const known = new Map(request.candidates.map((candidate) => [candidate.code, candidate]));
  const left = new Map(request.quotas.map((line) => [line.groupKey, line.left]));

  return [...new Set(request.codes)].map((code) => {
    const candidate = known.get(code);
    if (!candidate) return refused(code, "NOT_FOUND");
    const settled = settledBefore(candidate);
    if (settled) return settled;

    if (!left.has(candidate.groupKey)) return refused(code, "OVER_QUOTA");
    const lines = [candidate.groupKey, null].map((line) => [line, left.get(line) ?? null] as const);
    if (lines.some(([, places]) => places === 0)) return refused(code, "OVER_QUOTA");
    for (const [line, places] of lines) if (places !== null) left.set(line, places - 1);
    return { code, outcome: "FILE" };
  });
}

/**
 * In: the edition's rules, what the agency is, and how many of each group it has filed and not withdrawn. Out: one line per
 * group, in order, and a last one over all groups where the rules limit them together.
 */
export function quotaLines(
  { groups, participants }: Pick<EditionRules, "groups" | "participants">, kind: AgencyKind, filedByGroup: ReadonlyMap<string, number>,
): QuotaLine[] {
  const line = (groupKey: string | null, quota: number | null, filed: number) => ({ groupKey, quota, filed, left: quotaLeft(quota, filed) });
  const overAll = quotaOverAll(participants, kind);
  return [
    ...groups.map(({ key, quotaPerAgency }) => line(key, quotaPerAgency, filedByGroup.get(key) ?? 0)),
    ...(overAll === null ? [] : [line(null, overAll, [...filedByGroup.values()].reduce((sum, filed) => sum + filed, 0))]),
  ];
}

/** Whether a quota line counts an entry of this group. */
export function countsIn({ groupKey }: Pick<QuotaLine, "groupKey">, group: string): boolean {
  return groupKey === null || groupKey === group;
}

/** In: quota lines and the groups of the ticked proposals. Out: the lines that the selection would exceed; empty when none. */
export function exceededQuotas(quotas: readonly QuotaLine[], chosenGroups: readonly string[]): QuotaLine[] {
  return quotas.filter((line) => line.left !== null && chosenGroups.filter((group) => countsIn(line, group)).length > line.left);
}

/** What became of one proposal of a batch; `receiptNumber` where it has reached the organiser, now or earlier. */
export type FilingAnswerItem = {
  code: string;
  title: string;
  groupKey: string;
  outcome: "FILED" | "ALREADY_FILED" | "REFUSED";
  obstacle: FilingObstacle | null;
  receiptNumber: string | null;
};

/** The answer to one request; it is kept, so that the same request is answered with the same words. */
export type FilingAnswer = { receiptNumber: string | null; items: FilingAnswerItem[] };

/**
 * In: the decisions, what is known of each proposal, and the codes that were really moved under a new receipt. Out: the
 * answer in the order of the decisions; what was to be filed and did not move has changed meanwhile.
 */
export function filingAnswer(batch: {
  plan: readonly FilingDecision[];
  candidates: readonly { code: string; title: string; groupKey: string }[];
  filed: readonly string[];
  receiptNumber: string | null;
}): FilingAnswer {
  const known = new Map(batch.candidates.map((candidate) => [candidate.code, candidate]));
  const items = batch.plan.map((decision): FilingAnswerItem => {
    const { code } = decision;
    const about = { code, title: known.get(code)?.title ?? "", groupKey: known.get(code)?.groupKey ?? "" };
    if (decision.outcome === "FILE" && batch.filed.includes(code)) {
      return { ...about, outcome: "FILED", obstacle: null, receiptNumber: batch.receiptNumber };
    }
    if (decision.outcome === "ALREADY_FILED") {
      return { ...about, outcome: "ALREADY_FILED", obstacle: null, receiptNumber: decision.receiptNumber };
    }
    const obstacle = decision.outcome === "REFUSED" ? decision.obstacle : "CHANGED_MEANWHILE";
    return { ...about, outcome: "REFUSED", obstacle, receiptNumber: null };
  });
  return { receiptNumber: batch.receiptNumber, items };
}

function settledBefore({ code, status, receiptNumber }: FilingCandidate): FilingDecision | null {
  if (status === "SUBMITTED" && receiptNumber !== null) return { code, outcome: "ALREADY_FILED", receiptNumber };
  return status === "ENDORSED" ? null : refused(code, OBSTACLE_IN[status]);
}

const refused = (code: string, obstacle: FilingObstacle): FilingDecision => ({ code, outcome: "REFUSED", obstacle });
