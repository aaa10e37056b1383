import { describe, expect, test } from "vitest";
import { AGENCY_KINDS, CLUSTERS, clusterOf, isRegionalGovernment, isUnit } from "./agency-kinds";

describe("kinds of agency", () => {
  test("only provinces, regencies and cities are regional governments", () => {
    expect(AGENCY_KINDS.filter(isRegionalGovernment)).toEqual(["PROVINCE", "REGENCY", "CITY"]);
  });

  test("a kind has a cluster exactly when it is not a unit", () => {
    expect(AGENCY_KINDS.filter((kind) => clusterOf(kind) === null)).toEqual(AGENCY_KINDS.filter(isUnit));
  });

  test("a regional enterprise is counted with the enterprises", () => {
    expect(clusterOf("REGIONAL_SOE")).toBe("SOE");
  });

  test("every cluster has at least one kind", () => {
    expect(new Set(AGENCY_KINDS.map(clusterOf).filter((cluster) => cluster !== null))).toEqual(new Set(CLUSTERS));
  });
});
