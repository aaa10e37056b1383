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

/** A new edition is opened by the super admin, who then invites its secretariat. */
export function mayOpenEdition(actor: Actor): Verdict {
  return wears(actor, "SUPER_ADMIN") ? allow : deny("common.errors.notAllowed");
}
