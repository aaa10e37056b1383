import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, type Actor } from "@/modules/accounts/domain/roles";
import { isWithin } from "./domain/tree";

export type AgencyScope = { within: string } | { everything: true } | { nothing: true };

/** Whose units a person may manage: the super admin's all, an agency admin's own tree. */
export function agenciesManagedBy(actor: Actor): Scope<"agency", AgencyScope> {
  if (wears(actor, "SUPER_ADMIN")) return scopeFor({ everything: true });
  const own = wears(actor, "AGENCY_ADMIN") ? actor.hat?.agencyCode : null;
  return scopeFor(own ? { within: own } : { nothing: true });
}

/** The page of an agency's units is for its admin. */
export function mayManageUnits(actor: Actor): Verdict {
  return wears(actor, "AGENCY_ADMIN") ? allow : deny("common.errors.notAllowed");
}

/** The tree of all agencies is kept by the super admin. */
export function maySeeAllAgencies(actor: Actor): Verdict {
  return wears(actor, "SUPER_ADMIN") ? allow : deny("common.errors.notAllowed");
}

/** A unit is added below an agency by that agency's admin or by the super admin. */
export function mayAddUnit(actor: Actor, parent: { code: string }): Verdict {
  if (wears(actor, "SUPER_ADMIN")) return allow;
  const own = wears(actor, "AGENCY_ADMIN") ? actor.hat?.agencyCode : null;
  return own && isWithin(parent.code, own) ? allow : deny("common.errors.notAllowed");
}
