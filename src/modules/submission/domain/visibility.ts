/**
 * The status of a proposal that its authors, its agency and the public may see. What judges and secretariat do becomes
 * visible only when it has been released (selection) or published (a result): an earlier word would leak a decision.
 *
 * Source: the status words of the portal's glossary. The glossary's "correction requested" and "nominated" have no place
 * here because no stage of this release produces them. That an entry which fell out after reaching a level is shown with
 * its award, and not as "not selected", is our default; so is that one which failed administrative selection keeps that
 * word when the results of others are published.
 */
import type { StageKind } from "@/modules/competition/domain/edition-rules";
import { BALL_WITH, type BallHolder, hasMissedRegistration, type SubmissionStatus } from "./lifecycle";

export const DISPLAY_STATUSES = [
  "DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED", "SUBMITTED", "PASSED_ADMIN", "FAILED_ADMIN", "UNDER_EVALUATION",
  "FINALIST", "AWARDED", "NOT_SELECTED", "WITHDRAWN",
] as const;
export type DisplayStatus = (typeof DISPLAY_STATUSES)[number];

/** One published result of the edition that this proposal's group competes in: the level reached, or null for none. */
export type PublishedLevel = { level: string | null; isLast: boolean };

export type Standing = {
  status: SubmissionStatus;
  /** Whether the outcome of administrative selection has been released. */
  selectionReleased: boolean;
  /** The outcome; only read when released. Null: not decided. */
  passed: boolean | null;
  /** Kind of the stage that runs now; null between stages. */
  currentStageKind: StageKind | null;
  /** The published results in the order of the edition's rules. */
  publishedLevels: readonly PublishedLevel[];
};

const JUDGING: readonly (StageKind | null)[] = ["EVALUATION", "PRESENTATION", "FIELD_VISIT"];

/**
 * In: where a proposal stands, secrets included. Out: the one status that may be shown outside. Until selection is released
 * a filed proposal stays `SUBMITTED`; until a result is published nothing tells more than that judges are at work.
 */
export function displayStatus(standing: Standing): DisplayStatus {
  const { status, selectionReleased, passed, currentStageKind, publishedLevels } = standing;
  if (status !== "SUBMITTED") return status;
  if (selectionReleased && passed === false) return "FAILED_ADMIN";
  if (publishedLevels.length > 0) return statusAfterPublication(publishedLevels);
  if (!selectionReleased || passed === null) return "SUBMITTED";
  return JUDGING.includes(currentStageKind) ? "UNDER_EVALUATION" : "PASSED_ADMIN";
}

const ENDED: readonly DisplayStatus[] = ["FAILED_ADMIN", "AWARDED", "NOT_SELECTED"];

/** In: a status and what may be shown of it. Out: who must act now; nobody once the competition is over for it. */
export function ballHolder(status: SubmissionStatus, shown: DisplayStatus): BallHolder {
  return ENDED.includes(shown) ? "NOBODY" : BALL_WITH[status];
}

/**
 * The same at a time. In: a proposal's two statuses, when registration closes (null: never set) and the time. Out: who must
 * act now; nobody either for what had not reached the organiser at the close.
 */
export function ballNow(
  { status, display }: { status: SubmissionStatus; display: DisplayStatus },
  closesAt: Date | null,
  now: Date,
): BallHolder {
  return hasMissedRegistration(status, closesAt, now) ? "NOBODY" : ballHolder(status, display);
}

function statusAfterPublication(publishedLevels: readonly PublishedLevel[]): DisplayStatus {
  if (publishedLevels.every(({ level }) => level === null)) return "NOT_SELECTED";

  const latest = publishedLevels.at(-1);
  return latest?.level && !latest.isLast ? "FINALIST" : "AWARDED";
}
