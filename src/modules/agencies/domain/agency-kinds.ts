/**
 * The kinds of public body and the cluster each competes in.
 *
 * Source: the clusters in which the ministry counted entrants in 2015–2020 (ministries, institutions, provinces,
 * regencies, cities, enterprises); that regional enterprises are counted with the state's is our default.
 */

export const AGENCY_KINDS = [
  "MINISTRY", "INSTITUTION", "PROVINCE", "REGENCY", "CITY", "SOE", "REGIONAL_SOE", "AGENCY_UNIT", "SERVICE_UNIT",
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const CLUSTERS = ["MINISTRY", "INSTITUTION", "PROVINCE", "REGENCY", "CITY", "SOE"] as const;
export type Cluster = (typeof CLUSTERS)[number];

const CLUSTER_OF = {
  MINISTRY: "MINISTRY",
  INSTITUTION: "INSTITUTION",
  PROVINCE: "PROVINCE",
  REGENCY: "REGENCY",
  CITY: "CITY",
  SOE: "SOE",
  REGIONAL_SOE: "SOE",
  AGENCY_UNIT: null,
  SERVICE_UNIT: null,
} as const satisfies Record<AgencyKind, Cluster | null>;

/** The cluster of a kind, or null for a unit, which is counted with the agency it belongs to. */
export function clusterOf(kind: AgencyKind): Cluster | null {
  return CLUSTER_OF[kind];
}

/** Whether the kind is a province, regency or city government (pemda). */
export function isRegionalGovernment(kind: AgencyKind): boolean {
  return kind === "PROVINCE" || kind === "REGENCY" || kind === "CITY";
}

/** Whether the kind is a part of an agency: a work unit or a service unit below it. */
export function isUnit(kind: AgencyKind): boolean {
  return kind === "AGENCY_UNIT" || kind === "SERVICE_UNIT";
}
