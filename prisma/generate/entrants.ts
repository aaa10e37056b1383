import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import { quotaLeft } from "@/modules/agencies/domain/quota";
import type { EditionRules, GroupRule } from "@/modules/competition/domain/edition-rules";
import type { AgencyRow } from "./agencies";
import type { Random } from "./random";
import { pick, shuffled } from "./random";

export type Entrant = { group: GroupRule; unitCode: string; agencyCode: string };

type Source = { rules: EditionRules; agencies: readonly AgencyRow[]; groups: readonly GroupRule[]; random: Random };
type Participant = { agencyCode: string; units: string[]; zeal: number };

/**
 * One unit with its filing agency for each group in the list. Agencies differ in zeal, so that some file a dozen and many
 * none, and stop at their quota in a group. Quotas too small for all are a bug of the options and throw.
 */
export function drawEntrants(source: Source): Entrant[] {
  const { groups, random } = source;
  const participants = participantsOf(source);
  const filed = new Map<string, number>();

  return groups.map((group) => {
    const open = participants.filter(({ agencyCode }) =>
      quotaLeft(group.quotaPerAgency, filed.get(`${group.key} ${agencyCode}`) ?? 0) !== 0);
    const { agencyCode, units } = drawByZeal(random, open);
    filed.set(`${group.key} ${agencyCode}`, (filed.get(`${group.key} ${agencyCode}`) ?? 0) + 1);
    return { group, agencyCode, unitCode: pick(random, units) };
  });
}

/** One unit for each group in the list: `units` of them (or all, if there are fewer) take turns in an order drawn once. */
export function entrantsInTurn(source: Source, units: number): Entrant[] {
  const all = participantsOf(source).flatMap((participant) =>
    participant.units.map((unitCode) => ({ unitCode, agencyCode: participant.agencyCode })));
  const chosen = shuffled(source.random, all).slice(0, units);
  return source.groups.flatMap((group, index) => {
    const entrant = chosen[index % chosen.length];
    return entrant ? [{ group, ...entrant }] : [];
  });
}

function participantsOf({ rules, agencies, random }: Source): Participant[] {
  const kindOf = new Map(agencies.map((agency) => [agency.code, agency.kind]));
  const byAgency = new Map<string, string[]>();
  for (const { code, parentCode } of agencies) {
    const agencyCode = filingAgencyOf(code, rules.participants);
    const kind = agencyCode === null ? undefined : kindOf.get(agencyCode);
    if (agencyCode === null || kind === undefined || parentCode === null) continue;
    if (rules.participants.kinds.length > 0 && !rules.participants.kinds.includes(kind)) continue;
    byAgency.set(agencyCode, [...(byAgency.get(agencyCode) ?? []), code]);
  }
  return [...byAgency].map(([agencyCode, units]) => {
    const draw = random();
    return { agencyCode, units, zeal: draw * draw * draw };
  });
}

function drawByZeal(random: Random, participants: readonly Participant[]): Participant {
  let left = random() * participants.reduce((sum, { zeal }) => sum + zeal, 0);
  const drawn = participants.find(({ zeal }) => (left -= zeal) < 0) ?? participants.at(-1);
  if (!drawn) throw new RangeError("no agency has quota left");
  return drawn;
}
