import { describe, expect, test } from "vitest";
import { takesPart } from "./participants";

describe("who files in an edition", () => {
  const national = { within: null, kinds: [] };

  test.each([
    ["a government in the national competition", { code: "73.72", kind: "CITY" }, national, true],
    ["a unit in the national competition", { code: "73.72/rsud", kind: "AGENCY_UNIT" }, national, false],
    ["a unit in its regency's own competition", { code: "33.02/rsud", kind: "AGENCY_UNIT" }, { within: "33.02", kinds: [] }, true],
    ["a unit of another regency", { code: "73.72/rsud", kind: "AGENCY_UNIT" }, { within: "33.02", kinds: [] }, false],
    ["the regency in its own competition", { code: "33.02", kind: "REGENCY" }, { within: "33.02", kinds: [] }, false],
    ["a kind of agency that is not admitted", { code: "B-PLN", kind: "SOE" }, { within: null, kinds: ["CITY"] }, false],
  ] as const)("%s", (...[, agency, { within, kinds }, expected]) => {
    expect(takesPart(agency, { within, kinds: [...kinds] })).toBe(expected);
  });
});
