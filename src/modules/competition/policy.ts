import { allow, deny, type Verdict } from "@/lib/guard";
import { wears, wearsInEdition, type Actor } from "@/modules/accounts/domain/roles";

/** The desk of an edition is for its secretariat. */
export function mayManageEdition(actor: Actor, edition: { id: string }): Verdict {
  return wearsInEdition(actor, edition.id, "SECRETARIAT") ? allow : deny("common.errors.notAllowed");
}

/** What happens in an edition as a whole may be followed by those who run it or publish its results. */
export function mayFollowEdition(actor: Actor, edition: { id: string }): Verdict {
  return wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER") ? allow : deny("common.errors.notAllowed");
}

/** What is prepared: the organiser of the hat's own edition, and the draft with who prepares it; null for a new one. */
export type Preparation = { ownOrganizerId: string | null; draft: { organizerId: string | null } | null; replaces: { organizerId: string } | null };

/** Rules are prepared by the super admin, and by a secretariat for its own organiser; nobody else knows of them. */
export function mayPrepareEdition(actor: Actor, { ownOrganizerId, draft, replaces }: Preparation): Verdict {
  if (wears(actor, "SUPER_ADMIN")) return allow;
  const isOwn = [draft, replaces].every((thing) => thing === null || thing.organizerId === ownOrganizerId);
  return wears(actor, "SECRETARIAT") && ownOrganizerId !== null && isOwn ? allow : deny("common.errors.notAllowed");
}

/** A new edition is opened by the super admin, who then invites its secretariat. */
export function mayOpenEdition(actor: Actor): Verdict {
  return wears(actor, "SUPER_ADMIN") ? allow : deny("common.errors.notAllowed");
}
