import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, type Actor } from "@/modules/accounts/domain/roles";
import { isOpen } from "@/modules/competition/domain/stages";
import type { CloseMove } from "@/modules/competition/domain/timetable-history";
import { move, MOVES, type Move, type SubmissionStatus } from "../domain/lifecycle";

/** When the edition takes proposals; null when its timetable has no registration. */
/** `moved`: how its close stands to the one that was announced first; for pages, not for decisions. */
export type Registration = { opensAt: Date; closesAt: Date; moved?: CloseMove | null } | null;

/** What a policy must know of a proposal. */
export type SubmissionSubject = {
  organizerId: string;
  id: string;
  editionId: string;
  rulesVersionId: string;
  code: string;
  status: SubmissionStatus;
  version: number;
  ownerId: string;
  /** The owner is no longer an innovator of the unit, or suspended. */
  ownerGone: boolean;
  unitId: string;
  unitCode: string;
  agencyId: string;
  agencyCode: string;
  registration: Registration;
};

/** What a policy must know of a unit that wants to start in an edition; the filing agency is null where it takes no part. */
export type StartSubject = { unitId: string | null; filingAgencyId: string | null; registration: Registration };

/** Which proposals a person may know of; the query turns it into a condition. */
export type SubmissionFilter =
  | { by: "UNIT"; unitId: string }
  | { by: "AGENCY"; agencyId: string }
  | { by: "NOBODY" };

/** A unit's own proposals, or all that an agency files. */
export function submissionsVisibleTo(actor: Actor): Scope<"submission", SubmissionFilter> {
  const { hat } = actor;
  if (hat?.agencyId && hat.role === "INNOVATOR") return scopeFor({ by: "UNIT", unitId: hat.agencyId });
  if (hat?.agencyId && hat.role === "AGENCY_ADMIN") return scopeFor({ by: "AGENCY", agencyId: hat.agencyId });
  return scopeFor({ by: "NOBODY" });
}

/** The desk of those who write. */
export function maySeeOwnSubmissions(actor: Actor): Verdict {
  return wears(actor, "INNOVATOR") ? allow : deny("common.errors.notFound");
}

export function mayStart(actor: Actor, { unitId, filingAgencyId, registration }: StartSubject, now: Date): Verdict {
  if (!wears(actor, "INNOVATOR") || unitId === null || actor.hat?.agencyId !== unitId) return deny("common.errors.notFound");
  if (filingAgencyId === null) return deny("submission.refused.notParticipating");
  return duringRegistration(registration, now);
}

/** The authors' own pages, also when nothing may be changed any more. */
export function mayViewAsAuthor(actor: Actor, submission: SubmissionSubject): Verdict {
  return isAuthor(actor, submission) ? allow : deny("common.errors.notFound");
}

/** When registration closes is asked by open pages of either side. */
export function mayFollowDeadline(actor: Actor, submission: SubmissionSubject): Verdict {
  const isOwnAgency = wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyId === submission.agencyId;
  return isAuthor(actor, submission) || isOwnAgency ? allow : deny("common.errors.notFound");
}

/** The same of an edition, by whoever takes part in competitions; its timetable is public. */
export function mayFollowRegistration(actor: Actor): Verdict {
  return wears(actor, "INNOVATOR", "AGENCY_ADMIN") ? allow : deny("common.errors.notFound");
}

export function mayWrite(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  if (!isAuthor(actor, submission)) return deny("common.errors.notFound");
  const closedBy = CLOSED_BY[submission.status];
  if (closedBy) return deny(closedBy);
  return duringRegistration(submission.registration, now);
}

/** Why a proposal can no longer be written in, by where it is. */
const CLOSED_BY: Partial<Record<SubmissionStatus, string>> = {
  AGENCY_REVIEW: "submission.refused.isWithAgency",
  ENDORSED: "submission.refused.isEndorsed",
  SUBMITTED: "submission.refused.isFiled",
  WITHDRAWN: "submission.refused.isWithdrawn",
};

export function maySendToAgency(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  return mayMove("sendToAgency", { actor, submission, now });
}

/** Taking back to improve: only while the agency has decided nothing. */
export function mayRecall(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  return mayMove("recall", { actor, submission, now, otherwise: "submission.refused.notRecallable" });
}

/** `otherwise`: the sentence where the move does not start from the status; without it the one of all moves. */
type MoveRequest = { actor: Actor; submission: SubmissionSubject; now: Date; otherwise?: string };

/** A second press of the same button is no fault: who asks for what has already become true is let through to see it. */
function mayMove(by: Move, { actor, submission, now, otherwise }: MoveRequest): Verdict {
  if (!isAuthor(actor, submission)) return deny("common.errors.notFound");
  if (submission.status === MOVES[by].to) return allow;
  const moved = move(submission.status, by);
  if (!moved.ok) return deny(otherwise ?? moved.refusal.key);
  return duringRegistration(submission.registration, now);
}

/** Every innovator of the unit. */
export function isAuthor(actor: Actor, submission: SubmissionSubject): boolean {
  return wears(actor, "INNOVATOR") && actor.hat?.agencyId === submission.unitId;
}

/** Acts that the close of registration ends. */
export function duringRegistration(registration: Registration, now: Date): Verdict {
  if (registration && isOpen(registration, now)) return allow;
  const isBefore = registration !== null && now < registration.opensAt;
  return deny(isBefore ? "submission.refused.registrationNotOpen" : "submission.refused.registrationClosed");
}
