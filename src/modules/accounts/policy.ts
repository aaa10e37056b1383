import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, wearsInEdition, type Actor, type Role } from "./domain/roles";

/** Everybody signed in may see and choose their own workspaces, and leave. */
export function mayUseOwnAccount(_actor: Actor): Verdict {
  return allow;
}

/** Only a role that one holds can be worn. */
export function mayWear(actor: Actor, membership: { id: string }): Verdict {
  return actor.memberships.some(({ id }) => id === membership.id) ? allow : deny("common.errors.notFound");
}

export type InvitationTarget = { role: Role; editionId: string | null; agencyCode: string | null };

const EDITION_ROLES: readonly Role[] = ["ADMIN_SELECTOR", "EVALUATOR", "PANELIST"];

/**
 * Who may hand out which role: the super admin any, and alone those that control others (publisher, auditor); the
 * secretariat those who select and judge in its own edition; an agency admin innovators of the own units.
 */
export function mayInvite(actor: Actor, target: InvitationTarget): Verdict {
  if (wears(actor, "SUPER_ADMIN")) return allow;
  if (target.editionId && EDITION_ROLES.includes(target.role) && wearsInEdition(actor, target.editionId, "SECRETARIAT")) return allow;
  const own = wears(actor, "AGENCY_ADMIN") ? actor.hat?.agencyCode : null;
  const isOwnUnit = Boolean(own && target.agencyCode && (target.agencyCode === own || target.agencyCode.startsWith(`${own}/`)));
  return isOwnUnit && target.role === "INNOVATOR" ? allow : deny("accounts.refused.invite");
}

/** Who may hand out a role in a place may take it back there. */
export function mayEndMembership(actor: Actor, membership: InvitationTarget): Verdict {
  return mayInvite(actor, membership).allowed ? allow : deny("accounts.refused.endMembership");
}

/** While the portal sends no letters, the super admin alone sees a link and hands it over: who invites must not be able to take the role himself. */
export function mayHandOver(actor: Actor, _invitations: readonly string[]): Verdict {
  return wears(actor, "SUPER_ADMIN") ? allow : deny("accounts.refused.handOver");
}

export type PeopleScope = { kind: "EDITION"; editionId: string } | { kind: "AGENCY"; agencyCode: string } | { kind: "ALL" } | { kind: "NOBODY" };

/** Whose names a person may list: the super admin's all, the secretariat's own edition, an agency admin's own agency. */
export function peopleVisibleTo(actor: Actor): Scope<"people", PeopleScope> {
  if (wears(actor, "SUPER_ADMIN")) return scopeFor({ kind: "ALL" });
  if (wears(actor, "SECRETARIAT") && actor.hat?.editionId) return scopeFor({ kind: "EDITION", editionId: actor.hat.editionId });
  if (wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyCode) return scopeFor({ kind: "AGENCY", agencyCode: actor.hat.agencyCode });
  return scopeFor({ kind: "NOBODY" });
}

/** The pages of people are for those who may see at least some. */
export function mayListPeople(actor: Actor): Verdict {
  return wears(actor, "SUPER_ADMIN", "SECRETARIAT", "AGENCY_ADMIN") ? allow : deny("common.errors.notAllowed");
}

/** Suspending and reinstating is for the super admin, and never for oneself. */
export function maySuspend(actor: Actor, person: { userId: string }): Verdict {
  if (!wears(actor, "SUPER_ADMIN")) return deny("common.errors.notAllowed");
  return person.userId === actor.userId ? deny("accounts.refused.suspendSelf") : allow;
}

/** A link for a new password is made by the super admin, and for nobody who is suspended. */
export function mayMakePasswordLink(actor: Actor, person: { suspendedAt: Date | null }): Verdict {
  if (!wears(actor, "SUPER_ADMIN")) return deny("common.errors.notAllowed");
  return person.suspendedAt ? deny("accounts.refused.suspended") : allow;
}
