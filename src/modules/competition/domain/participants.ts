/**
 * Which agencies take part in an edition. Source: whole governments, ministries and enterprises file in the national
 * competition, work units in a regency's own (Banyumas 2020); the limit to kinds of agency is the edition's.
 */
import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import type { AgencyKind, EditionRules } from "./edition-rules";

/** In: an agency and who takes part in an edition. Out: does this agency file there itself? */
export function takesPart(agency: { code: string; kind: AgencyKind }, participants: EditionRules["participants"]): boolean {
  const { kinds } = participants;
  return filingAgencyOf(agency.code, participants) === agency.code && (kinds.length === 0 || kinds.includes(agency.kind));
}
