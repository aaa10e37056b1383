import { describe, expect, test } from "vitest";
import { groundsIn, kindOutside, takesPart } from "./participants";

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

describe("groups bound to kinds of body", () => {
  const offices = { kinds: ["AGENCY_UNIT" as const], unitKinds: ["AGENCY_UNIT" as const, "SERVICE_UNIT" as const] };
  test.each([
    ["an office", { agency: "AGENCY_UNIT", unit: "SERVICE_UNIT" }, null],
    ["a regency", { agency: "REGENCY", unit: "AGENCY_UNIT" }, "REGENCY"],
    ["a school of an office", { agency: "AGENCY_UNIT", unit: "SCHOOL" }, "SCHOOL"],
  ] as const)("%s", (...[, entry, expected]) => {
    expect(kindOutside(offices, entry)).toBe(expected);
  });

  test("a group that names no kinds is for all", () => {
    expect(kindOutside({}, { agency: "SOE", unit: "SERVICE_UNIT" })).toBeNull();
    expect(kindOutside({ kinds: [], unitKinds: [] }, { agency: "SOE", unit: "SERVICE_UNIT" })).toBeNull();
  });
});

describe("what keeps judges from their own people", () => {
  test.each([
    ["the whole country", null, ["AGENCY", "PROVINCE"]],
    ["one province: its own province would bar everybody", "73", ["AGENCY", "REGION"]],
    ["one regency: its own regency would bar everybody", "33.02", ["AGENCY"]],
  ] as const)("%s", (...[, within, expected]) => {
    expect(groundsIn({ within }, ["PROVINCE", "AGENCY"])).toEqual(expected);
  });

  test("nothing is added to what the rules name", () => {
    expect(groundsIn({ within: "73" }, [])).toEqual([]);
    expect(groundsIn({ within: null }, ["REGION"])).toEqual(["REGION"]);
  });
});
