import { expect, test } from "vitest";
import { AGENCY_KINDS, isRegionalGovernment, isUnitKind } from "./agency-kinds";

test("only provinces, regencies and cities are regional governments", () => {
  expect(AGENCY_KINDS.filter(isRegionalGovernment)).toEqual(["PROVINCE", "REGENCY", "CITY"]);
});

test("units are what stands below another agency", () => {
  expect(AGENCY_KINDS.filter(isUnitKind)).toEqual(["AGENCY_UNIT", "SERVICE_UNIT", "SCHOOL", "VILLAGE"]);
});
