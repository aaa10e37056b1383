/**
 * The roles of the portal and the scope each is held in. Our default; the names are those of the field: SINOVIK knows
 * ministry admin, evaluator, panelist, local admin and service unit (slides of 2021).
 */

export const ROLES = [
  "SUPER_ADMIN", "AUDITOR", "SECRETARIAT", "PUBLISHER", "ADMIN_SELECTOR", "EVALUATOR", "PANELIST", "AGENCY_ADMIN", "INNOVATOR",
] as const;
export type Role = (typeof ROLES)[number];

export type RoleScope = "SYSTEM" | "EDITION" | "AGENCY" | "UNIT";

/** Where each role is held: the whole system, one edition, one agency, or one unit of an agency. */
export const SCOPE_OF_ROLE: Readonly<Record<Role, RoleScope>> = {
  SUPER_ADMIN: "SYSTEM",
  AUDITOR: "SYSTEM",
  SECRETARIAT: "EDITION",
  PUBLISHER: "EDITION",
  ADMIN_SELECTOR: "EDITION",
  EVALUATOR: "EDITION",
  PANELIST: "EDITION",
  AGENCY_ADMIN: "AGENCY",
  INNOVATOR: "UNIT",
};

/** One role of one person in one scope; the ids that the scope does not use are null. */
export type Membership = {
  id: string;
  role: Role;
  editionId: string | null;
  editionSlug: string | null;
  editionName: { id: string; en: string } | null;
  /** Where the organiser of the edition can be asked; null where it has not said. */
  editionContact: string | null;
  agencyId: string | null;
  /** Path of the agency or unit in the tree. */
  agencyCode: string | null;
  /** A unit with the agency that it belongs to. */
  agencyName: string | null;
};

/**
 * The person behind a request. `hat` is the membership worn in this session; a policy judges the hat alone, so that a
 * judge who acts as innovator can do only what an innovator may. `memberships` serve to find conflicts of interest.
 */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  hat: Membership | null;
  memberships: Membership[];
};

/** In: an actor and roles. Out: is the hat one of them? */
export function wears(actor: Actor, ...roles: Role[]): boolean {
  return actor.hat !== null && roles.includes(actor.hat.role);
}

/** In: an actor, an edition's id and roles. Out: is the hat one of these roles in this edition? */
export function wearsInEdition(actor: Actor, editionId: string, ...roles: Role[]): boolean {
  return wears(actor, ...roles) && actor.hat?.editionId === editionId;
}
