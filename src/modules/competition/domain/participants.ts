/**
 * Which agencies take part in an edition, in which of its groups, and what keeps its judges from their own people. Source: whole
 * governments, ministries and enterprises file in the national competition, work units in a regency's own (Banyumas 2020),
 * offices beside regencies and cities in a province's (Sulsel, Jatim); DIY 2025 has groups by kind of body. The limits to kinds
 * are the edition's; that its own province keeps nobody out of an edition held within it is our default.
 */
import { isUnitKind, UNIT_KINDS } from "@/modules/agencies/domain/agency-kinds";
import { isProvinceCode, KINDS_OF_PROVINCE, ROOT_KINDS } from "@/modules/agencies/domain/root-codes";
import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import type { AgencyKind, ConflictGround, EditionRules, GroupRule } from "./edition-rules";

type Participants = EditionRules["participants"];

/** In: an agency and who takes part in an edition. Out: does this agency file there itself? */
export function takesPart(agency: { code: string; kind: AgencyKind }, participants: Participants): boolean {
  return filingAgencyOf(agency.code, participants) === agency.code && isAmong(agency.kind, participants.kinds);
}

/** The kinds of an entry: of the agency that files it and of the unit in which it is written. */
export type EntryKinds = { agency: AgencyKind; unit: AgencyKind };

/** In: a group and the kinds of an entry. Out: the kind that the group does not take; null when it takes both. */
export function kindOutside({ kinds, unitKinds }: Pick<GroupRule, "kinds" | "unitKinds">, entry: EntryKinds): AgencyKind | null {
  if (!isAmong(entry.agency, kinds)) return entry.agency;
  return isAmong(entry.unit, unitKinds) ? null : entry.unit;
}

/** The kinds of agency that can file at all in an edition of these participants, whatever its `kinds` say. */
export function kindsThatFile({ within }: Pick<Participants, "within">): readonly AgencyKind[] {
  if (within === null) return ROOT_KINDS;
  return isProvinceCode(within) ? [...KINDS_OF_PROVINCE, ...UNIT_KINDS] : UNIT_KINDS;
}

/** The kinds of unit that can write for an agency of one of these kinds: itself, or what stands below it. */
export function kindsThatWrite(filing: readonly AgencyKind[]): readonly AgencyKind[] {
  return [...filing.filter((kind) => !isUnitKind(kind)), ...UNIT_KINDS];
}

/** How many one agency may file over all groups together; null = no limit. */
export function quotaOverAll({ quotas = [] }: Participants, kind: AgencyKind): number | null {
  return quotas.find(({ kinds }) => isAmong(kind, kinds))?.most ?? null;
}

/**
 * In: who takes part, and the grounds that a stage names. Out: the grounds that part judges from entries there. Where all come
 * from one province that ground would close every entry to every judge of it, so the own regency or city counts instead; inside
 * one regency, the own agency.
 */
export function groundsIn({ within }: Pick<Participants, "within">, avoid: readonly ConflictGround[]): ConflictGround[] {
  const widest: ConflictGround = within === null ? "PROVINCE" : isProvinceCode(within) ? "REGION" : "AGENCY";
  const order: ConflictGround[] = ["AGENCY", "REGION", "PROVINCE"];
  const narrowed = avoid.map((ground) => (order.indexOf(ground) > order.indexOf(widest) ? widest : ground));
  return order.filter((ground) => narrowed.includes(ground));
}

const isAmong = (kind: AgencyKind, kinds: readonly AgencyKind[] | undefined) => !kinds || kinds.length === 0 || kinds.includes(kind);
