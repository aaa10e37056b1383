/**
 * The kinds of public body that take part, and of the units below them.
 *
 * Source: the clusters in which the ministry counted entrants in 2015–2020 (ministries, institutions, provinces,
 * regencies, cities, enterprises), and provincial competitions with groups for schools and villages (DIY 2025); the four
 * kinds of unit and a kind of its own for regional enterprises are our default.
 */

/** The kinds that stand below another agency. */
export const UNIT_KINDS = ["AGENCY_UNIT", "SERVICE_UNIT", "SCHOOL", "VILLAGE"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const AGENCY_KINDS = ["MINISTRY", "INSTITUTION", "PROVINCE", "REGENCY", "CITY", "SOE", "REGIONAL_SOE", ...UNIT_KINDS] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** Whether bodies of this kind stand below another one and not at the root of the tree. */
export function isUnitKind(kind: AgencyKind): kind is UnitKind {
  return (UNIT_KINDS as readonly AgencyKind[]).includes(kind);
}

/** Whether the kind is a province, regency or city government (pemda). */
export function isRegionalGovernment(kind: AgencyKind): boolean {
  return kind === "PROVINCE" || kind === "REGENCY" || kind === "CITY";
}
