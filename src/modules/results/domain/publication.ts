/**
 * When a decision set may be published, and whether what is published is final.
 *
 * Source: KIPP's lists are set by decree; until its number and date are known a list is provisional. That composing and
 * publishing are two people's work, that nobody chooses who checks him, and that the edition's code is typed before, is our default.
 */

import type { Refusal } from "@/lib/result";
import { compositionProblems, type Composition } from "./composition";

export const DECISION_STATUSES = ["DRAFT", "READY", "PUBLISHED"] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export const PUBLICATION_STATES = ["PROVISIONAL", "FINAL"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** Empty or blank texts count as not given. */
export type Decree = { readonly number: string; readonly date: string };

export type PublicationRequest = {
  readonly set: { readonly status: DecisionStatus };
  readonly composition: Composition;
  readonly typedCode: string;
  readonly editionCode: string;
  /** Everybody who composed the set or made one of its moves. */
  readonly composerIds: readonly string[];
  /** Who froze the ranking. */
  readonly freezerId: string;
  readonly publisherId: string;
  /** Who invited the publisher, gave them this role or opened their account. */
  readonly publisherMadeBy: readonly string[];
  /** The hash stored at the freeze, and the one of the stored text as it is now. */
  readonly snapshotSha256: string;
  readonly recomputedSha256: string;
  readonly decree: Decree;
  /** The day of the publication in the edition's zone, `2020-07-02`. */
  readonly today: string;
};

/**
 * Everything that keeps a decision set from being published, in this order: it is not ready; nobody is known to have
 * composed it; the publisher took part in it, froze the ranking, or has the role or the account from one of those who did; the typed code differs in any character; the frozen ranking is not what was frozen; of the decree only the
 * number or only the date is given, or its date is still to come (our default: nothing is set by what does not exist yet); whatever is wrong with the composition. Empty = it may be published.
 */
export function publicationProblems(request: PublicationRequest): Refusal[] {
  const { set, composition, typedCode, editionCode, composerIds, freezerId, publisherId, snapshotSha256, recomputedSha256 } = request;
  return [
    ...when(set.status !== "READY", "results.problem.setNotReady", { status: set.status }),
    ...when(composerIds.length === 0, "results.problem.composerUnknown"),
    ...when(composerIds.includes(publisherId), "results.problem.publisherComposed"),
    ...when(freezerId === publisherId && !composerIds.includes(publisherId), "results.problem.publisherFroze"),
    ...when(isMadeByThem(request), "results.problem.publisherMadeByComposer"),
    ...when(typedCode !== editionCode, "results.problem.codeDiffers", { code: editionCode }),
    ...when(snapshotSha256 === "" || snapshotSha256 !== recomputedSha256, "results.problem.snapshotChanged"),
    ...when(isGiven(request.decree.number) !== isGiven(request.decree.date), "results.problem.decreeIncomplete"),
    ...when(request.decree.date.trim() > request.today, "results.problem.decreeInFuture"),
    ...compositionProblems(composition),
  ];
}

/** Whether one of those who froze or composed also made the publisher who is to check them: two accounts, one hand. */
export function isMadeByThem(
  { composerIds, freezerId, publisherMadeBy }: { composerIds: readonly string[]; freezerId: string | null; publisherMadeBy: readonly string[] },
): boolean {
  return publisherMadeBy.some((id) => id === freezerId || composerIds.includes(id));
}

/** `FINAL` with the number and date of a decree, otherwise `PROVISIONAL`. */
export function publicationState(decree: Decree): PublicationState {
  return isGiven(decree.number) && isGiven(decree.date) ? "FINAL" : "PROVISIONAL";
}

function when(isProblem: boolean, key: string, values: Refusal["values"] = {}): Refusal[] {
  return isProblem ? [{ key, values }] : [];
}

function isGiven(text: string): boolean {
  return text.trim() !== "";
}
