import { allow, deny, type Verdict } from "@/lib/guard";
import { wears, type Actor } from "@/modules/accounts/domain/roles";
import type { WithdrawalSide } from "../domain/withdrawal";
import { duringRegistration, isAuthor, type SubmissionSubject } from "./writing";

/** For whom somebody speaks when an entry is to leave. */
export function sideOf(actor: Actor): WithdrawalSide {
  return wears(actor, "AGENCY_ADMIN") ? "AGENCY" : "OWNER";
}

/** Before filing it is its owner's; a colleague stands in once the owner is no longer of the unit. */
export function mayWithdraw(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  if (!isAuthor(actor, submission)) return deny("common.errors.notFound");
  if (submission.status === "WITHDRAWN") return allow;
  if (!isOwner(actor, submission)) return deny("submission.refused.notOwner");
  if (submission.status === "SUBMITTED") return deny("submission.refused.askAgency");
  return duringRegistration(submission.registration, now);
}

/** Once it is filed, its owner or an admin of the agency that filed it asks the other. */
export function mayAskWithdrawal(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  const party = isParty(actor, submission);
  if (!party.allowed) return party;
  if (submission.status === "WITHDRAWN") return allow;
  if (submission.status !== "SUBMITTED") return deny("submission.refused.status");
  return duringRegistration(submission.registration, now);
}

export function mayAnswerWithdrawal(actor: Actor, submission: SubmissionSubject, now: Date): Verdict {
  return mayAskWithdrawal(actor, submission, now);
}

function isParty(actor: Actor, submission: SubmissionSubject): Verdict {
  if (wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyId === submission.agencyId) return allow;
  if (!isAuthor(actor, submission)) return deny("common.errors.notFound");
  return isOwner(actor, submission) ? allow : deny("submission.refused.notOwner");
}

function isOwner(actor: Actor, { ownerId, ownerGone }: SubmissionSubject): boolean {
  return actor.userId === ownerId || ownerGone;
}
