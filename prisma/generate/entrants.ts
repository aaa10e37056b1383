import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import { quotaLeft } from "@/modules/agencies/domain/quota";
import type { AgencyKind, EditionRules, GroupRule } from "@/modules/competition/domain/edition-rules";
import { kindOutside, quotaOverAll, takesPart } from "@/modules/competition/domain/participants";
import type { AgencyRow } from "./agencies";
import type { Random } from "./random";
import { pick, shuffled } from "./random";

export type Entrant = { group: GroupRule; unitCode: string; agencyCode: string };

type Source = { rules: EditionRules; agencies: readonly AgencyRow[]; groups: readonly GroupRule[]; random: Random };
type Unit = { code: string; kind: AgencyKind };
type Participant = { agency: Unit; units: Unit[]; zeal: number };

/**
 * One unit with its filing agency for each group in the list, both of kinds that the group takes. Agencies differ in zeal, so
 * that some file a dozen and many none, and stop at their quotas in a group and over all. Quotas too small for all, or a group
 * that nobody can enter, are a bug of the options and throw.
 */
export function drawEntrants(source: Source): Entrant[] {
  const { rules, groups, random } = source;
  const participants = participantsOf(source);
  const filed = new Map<string, number>();
  const filedBy = (agency: string, group = "") => filed.get(`${group} ${agency}`) ?? 0;
  const inGroup = new Map([...new Set(groups)].map((group) => [group.key, fittingIn(participants, group)]));

  return groups.map((group) => {
    const open = inGroup.get(group.key)!.filter(({ agency: { code, kind } }) =>
      quotaLeft(group.quotaPerAgency, filedBy(code, group.key)) !== 0 && quotaLeft(quotaOverAll(rules.participants, kind), filedBy(code)) !== 0);
    const { agency: { code }, units } = drawByZeal(random, open);
    for (const counted of [group.key, ""]) filed.set(`${counted} ${code}`, filedBy(code, counted) + 1);
    return { group, agencyCode: code, unitCode: pick(random, units).code };
  });
}

/** One unit for each group in the list: `units` of them (or all, if there are fewer) take turns in an order drawn once. */
export function entrantsInTurn(source: Source, units: number): Entrant[] {
  const all = participantsOf(source).flatMap(({ agency, units: own }) => own.map((unit) => ({ agency, unit })));
  const chosen = shuffled(source.random, all).slice(0, units);
  return source.groups.flatMap((group, index) => {
    const fitting = chosen.filter(({ agency, unit }) => kindOutside(group, { agency: agency.kind, unit: unit.kind }) === null);
    const entrant = fitting[index % fitting.length];
    return entrant ? [{ group, agencyCode: entrant.agency.code, unitCode: entrant.unit.code }] : [];
  });
}

/** Those that a group takes, each with the units that may write in it. */
function fittingIn(participants: readonly Participant[], group: GroupRule): Participant[] {
  return participants.flatMap((participant) => {
    const units = participant.units.filter((unit) => kindOutside(group, { agency: participant.agency.kind, unit: unit.kind }) === null);
    return units.length > 0 ? [{ ...participant, units }] : [];
  });
}

function participantsOf({ rules, agencies, random }: Source): Participant[] {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const byAgency = new Map<Unit, Unit[]>();
  for (const unit of agencies) {
    const agencyCode = filingAgencyOf(unit.code, rules.participants);
    const agency = agencyCode === null ? undefined : byCode.get(agencyCode);
    if (!agency || unit.parentCode === null || !takesPart(agency, rules.participants)) continue;
    byAgency.set(agency, [...(byAgency.get(agency) ?? []), unit]);
  }
  return [...byAgency].map(([agency, units]) => {
    const draw = random();
    return { agency, units, zeal: draw * draw * draw };
  });
}

function drawByZeal(random: Random, participants: readonly Participant[]): Participant {
  let left = random() * participants.reduce((sum, { zeal }) => sum + zeal, 0);
  const drawn = participants.find(({ zeal }) => (left -= zeal) < 0) ?? participants.at(-1);
  if (!drawn) throw new RangeError("no agency has quota left");
  return drawn;
}
