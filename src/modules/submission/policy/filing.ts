import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, type Actor } from "@/modules/accounts/domain/roles";
import { isOpen } from "@/modules/competition/domain/stages";

/** What belongs to one filing agency: a proposal, a receipt. */
export type AgencySubject = { agencyId: string };

/** A batch that an agency wants to file in an edition. */
export type FilingSubject = AgencySubject & {
  registration: { opensAt: Date; closesAt: Date };
  /** The two instants in the reader's language and the edition's zone, for the refusal. */
  registrationText: { opensAt: string; closesAt: string };
  /** This very request has been answered before: to repeat the answer is no new act, also after the close. */
  isAnswered: boolean;
};

/** The agency's own pages are for its admin. What they list follows from `submissionsVisibleTo` and `receiptsVisibleTo`. */
export function mayUseAgencyDesk(actor: Actor): Verdict {
  return wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyId ? allow : deny("common.errors.notFound");
}

/** The admin of the agency that files a proposal reads it in every state. */
export function mayReadForAgency(actor: Actor, subject: AgencySubject): Verdict {
  return isOwnAgency(actor, subject) ? allow : deny("common.errors.notFound");
}

/**
 * Notes, an endorsement and a return are for whoever reads for the agency. They are open beyond the close: an extended
 * registration then finds the work done.
 */
export function mayReview(actor: Actor, subject: AgencySubject): Verdict {
  return mayReadForAgency(actor, subject);
}

export function mayFile(actor: Actor, subject: FilingSubject, now: Date): Verdict {
  if (!isOwnAgency(actor, subject)) return deny("common.errors.notFound");
  if (subject.isAnswered || isOpen(subject.registration, now)) return allow;
  const { opensAt, closesAt } = subject.registrationText;
  return now < subject.registration.opensAt
    ? deny("filing.refused.notOpen", { opensAt })
    : deny("filing.refused.closed", { closesAt });
}

/** An agency's receipts are for its admin alone; null is nobody's. */
export function receiptsVisibleTo(actor: Actor): Scope<"receipt", { agencyId: string | null }> {
  return scopeFor({ agencyId: wears(actor, "AGENCY_ADMIN") ? (actor.hat?.agencyId ?? null) : null });
}

function isOwnAgency(actor: Actor, { agencyId }: AgencySubject): boolean {
  return wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyId === agencyId;
}
