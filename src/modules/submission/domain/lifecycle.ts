/**
 * What can become of a proposal while it is in people's hands, as one table.
 *
 * Source: the states visible in SINOVIK's counts of 2022 (with the unit, with the local admin, submitted) and the tasks of
 * the local admin (slides of 2021: evaluate, correct, submit). That its authors may take back what the agency has not
 * decided on is our default. What happens after filing is decided elsewhere and is never a status of the proposal.
 */
import { ok, refuse, type Result } from "@/lib/result";

export const SUBMISSION_STATUSES = ["DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED", "SUBMITTED", "WITHDRAWN"] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

type Transition = { from: readonly SubmissionStatus[]; to: SubmissionStatus };

export const MOVES = {
  sendToAgency: { from: ["DRAFT", "RETURNED"], to: "AGENCY_REVIEW" },
  recall: { from: ["AGENCY_REVIEW"], to: "DRAFT" },
  returnToInnovator: { from: ["AGENCY_REVIEW", "ENDORSED"], to: "RETURNED" },
  endorse: { from: ["AGENCY_REVIEW"], to: "ENDORSED" },
  unendorse: { from: ["ENDORSED"], to: "AGENCY_REVIEW" },
  submit: { from: ["ENDORSED"], to: "SUBMITTED" },
  withdraw: { from: ["DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED", "SUBMITTED"], to: "WITHDRAWN" },
} as const satisfies Record<string, Transition>;
export type Move = keyof typeof MOVES;

/** In: a status and a move. Out: the status it leads to. Refuses `submission.refused.status` when the move does not start there. */
export function move(status: SubmissionStatus, by: Move): Result<SubmissionStatus> {
  const { from, to }: Transition = MOVES[by];
  return from.includes(status) ? ok(to) : refuse("submission.refused.status");
}

/** Who must act now: "the ball is with …". */
export type BallHolder = "INNOVATOR" | "AGENCY" | "ORGANIZER" | "NOBODY";

/** In: a status. Out: whose move it is. Source: the order of status words in the portal's glossary. */
export const BALL_WITH: Readonly<Record<SubmissionStatus, BallHolder>> = {
  DRAFT: "INNOVATOR",
  AGENCY_REVIEW: "AGENCY",
  RETURNED: "INNOVATOR",
  ENDORSED: "AGENCY",
  SUBMITTED: "ORGANIZER",
  WITHDRAWN: "NOBODY",
};

/** Statuses in which the authors may write. */
export const OPEN_FOR_WRITING: readonly SubmissionStatus[] = ["DRAFT", "RETURNED"];

/** Statuses that have not reached the organiser, each of them lost if registration closes now. */
export const NOT_YET_FILED: readonly SubmissionStatus[] = ["DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED"];

/** In: a status, when registration closes (null: never set) and the time. Out: whether the proposal was lost at the close. */
export function hasMissedRegistration(status: SubmissionStatus, closesAt: Date | null, now: Date): boolean {
  return NOT_YET_FILED.includes(status) && closesAt !== null && now > closesAt;
}
