/**
 * Who may be invited to a group that is entered by invitation, and until when.
 *
 * Source: the special group of 2021 was for winners whom the Minister invited. Our default: an invitation is given and taken
 * back until registration closes, and one that an agency has already filed under stays.
 */
import type { AgencyKind } from "@/modules/agencies/domain/agency-kinds";
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules } from "./edition-rules";
import { takesPart } from "./participants";
import { hasClosed } from "./stages";

export type InvitationTime = { registration: { opensAt: Date; closesAt: Date }; now: Date };

type InvitingRules = Pick<EditionRules, "groups" | "participants">;

/** In: the rules, the group and the agency, the time. Refuses an unknown or open group, a stranger to the edition, and after the close. */
export function invitationTo(
  { groups, participants }: InvitingRules,
  { groupKey, agency }: { groupKey: string; agency: { code: string; kind: AgencyKind; name: string } },
  time: InvitationTime,
): Result<null> {
  const group = groups.find(({ key }) => key === groupKey);
  if (!group) return refuse("common.errors.notFound");
  if (!group.byInvitation) return refuse("competition.refused.groupIsOpen");
  if (!takesPart(agency, participants)) return refuse("competition.refused.agencyTakesNoPart", { agency: agency.name });
  return beforeTheClose(time);
}

/** In: how many proposals of the group the agency has filed, the time. Refuses where there is one, and after the close. */
export function invitationTakenBack({ name, filed }: { name: string; filed: number }, time: InvitationTime): Result<null> {
  return filed > 0 ? refuse("competition.refused.invitationUsed", { agency: name, count: filed }) : beforeTheClose(time);
}

function beforeTheClose({ registration, now }: InvitationTime): Result<null> {
  return hasClosed(registration, now) ? refuse("competition.refused.invitationsClosed") : ok(null);
}
