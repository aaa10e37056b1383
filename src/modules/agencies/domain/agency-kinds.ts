/**
 * The kinds of public body that take part, and of the units below them.
 *
 * Source: the clusters in which the ministry counted entrants in 2015–2020 (ministries, institutions, provinces,
 * regencies, cities, enterprises); the two kinds of unit and a kind of its own for regional enterprises are our default.
 */

export const AGENCY_KINDS = [
  "MINISTRY", "INSTITUTION", "PROVINCE", "REGENCY", "CITY", "SOE", "REGIONAL_SOE", "AGENCY_UNIT", "SERVICE_UNIT",
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** Whether the kind is a province, regency or city government (pemda). */
export function isRegionalGovernment(kind: AgencyKind): boolean {
  return kind === "PROVINCE" || kind === "REGENCY" || kind === "CITY";
}
