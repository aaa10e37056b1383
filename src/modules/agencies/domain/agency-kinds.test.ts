import { expect, test } from "vitest";
import { AGENCY_KINDS, isRegionalGovernment } from "./agency-kinds";

test("only provinces, regencies and cities are regional governments", () => {
  expect(AGENCY_KINDS.filter(isRegionalGovernment)).toEqual(["PROVINCE", "REGENCY", "CITY"]);
});
