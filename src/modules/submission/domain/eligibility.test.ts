import { describe, expect, test } from "vitest";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { ageInMonths, type Entrant, isBarredForGood, unmetRequirements } from "./eligibility";

const name = { id: "Kelompok", en: "Group" };
const group: GroupRule = {
  key: "general", name, description: name, minimumAgeMonths: 24, quotaPerAgency: null, byInvitation: false,
  barredBy: [], requiresOneOf: [], atMostBefore: null, source: { required: false, oneOf: [] },
};
const entrant: Entrant = { implementedSince: day("2018-01-01"), pastResults: [], kinds: { agency: "CITY", unit: "SERVICE_UNIT" }, invitedTo: [], source: null };
// Registration closes at 23:59:59.999 on 31 May 2021 in Jakarta.
const close = { closesAt: new Date("2021-05-31T16:59:59.999Z"), zone: "Asia/Jakarta", year: 2021 } as const;

describe("the age of an innovation when registration closes", () => {
  test.each<[string, string, string, number]>([
    ["a whole year to the day", "2020-04-26", "2021-04-26T05:00:00Z", 12],
    ["one day short of a year", "2020-04-27", "2021-04-26T05:00:00Z", 11],
    ["the same day", "2021-04-26", "2021-04-26T05:00:00Z", 0],
    ["not begun yet", "2021-05-27", "2021-04-26T05:00:00Z", -2],
    ["the first of the next month in Jakarta, still the last of the month in UTC", "2020-05-01", "2021-04-30T17:30:00Z", 12],
    ["the start of a leap day", "2020-02-29", "2021-02-28T05:00:00Z", 11],
  ])("%s: %s to %s is %i months", (...[, since, at, months]) => {
    expect(ageInMonths(day(since), new Date(at), "Asia/Jakarta")).toBe(months);
  });

  test("the zone of the edition decides which day it is", () => {
    const at = new Date("2021-04-30T15:30:00Z");
    expect(ageInMonths(day("2020-05-01"), at, "Asia/Jakarta")).toBe(11);
    expect(ageInMonths(day("2020-05-01"), at, "Asia/Jayapura")).toBe(12);
  });
});

describe("entry to a group", () => {
  test("an innovation that meets every rule has nothing against it", () => {
    expect(unmetRequirements(entrant, group, close)).toEqual([]);
  });

  test("an innovation begun in June 2019 is a month too young and is told from when it is old enough", () => {
    expect(unmetRequirements({ ...entrant, implementedSince: day("2019-06-01") }, group, close)).toEqual([
      { reason: "TOO_YOUNG", ageMonths: 23, minimumMonths: 24, oldEnoughFrom: day("2021-06-01") },
    ]);
  });

  test("an innovation begun on a leap day is old enough on the first of March where February has no such day", () => {
    const [unmet] = unmetRequirements({ ...entrant, implementedSince: day("2020-02-29") }, { ...group, minimumAgeMonths: 36 }, close);
    expect(unmet).toMatchObject({ oldEnoughFrom: day("2023-03-01") });
  });

  test("a group without a minimum age takes an innovation that has only begun", () => {
    expect(unmetRequirements({ ...entrant, implementedSince: day("2021-05-01") }, { ...group, minimumAgeMonths: null }, close)).toEqual([]);
  });

  test.each<[string, Partial<GroupRule>, Partial<Entrant>, unknown[]]>([
    ["an earlier Top 45 bars it, and the list of that year is named", { barredBy: ["Top 45/2019", "Top 45/2020"] }, { pastResults: ["Top 45/2019"] },
      [{ reason: "BARRED_BY_RESULT", result: "Top 45/2019" }]],
    ["the same level of another year does not bar it", { barredBy: ["Top 45/2019"] }, { pastResults: ["Top 45/2018"] }, []],
    ["a group of earlier winners needs one of their results", { requiresOneOf: ["Top 40/2018"] }, {},
      [{ reason: "NEEDS_RESULT", oneOf: ["Top 40/2018"] }]],
    ["one of several results is enough", { requiresOneOf: ["Top 40/2018", "Top 45/2019"] }, { pastResults: ["Top 40/2018"] }, []],
    ["as often before as allowed is allowed", { atMostBefore: { level: "Top 99", times: 2 } }, { pastResults: ["Top 99/2018", "Top 99/2019"] }, []],
    ["once more than allowed is not", { atMostBefore: { level: "Top 99", times: 1 } }, { pastResults: ["Top 99/2018", "Top 99/2019"] },
      [{ reason: "TOO_OFTEN_BEFORE", level: "Top 99", times: 2, atMost: 1 }]],
    ["a group by invitation is closed to who is not invited", { byInvitation: true }, { invitedTo: ["other"] }, [{ reason: "NOT_INVITED" }]],
    ["and open to who is", { byInvitation: true }, { invitedTo: ["general"] }, []],
    ["a replication must name what it adapts", { source: { required: true, oneOf: [] } }, {}, [{ reason: "SOURCE_MISSING" }]],
    ["an empty name is no name", { source: { required: true, oneOf: [] } }, { source: { text: "", results: null } }, [{ reason: "SOURCE_MISSING" }]],
    ["a source this portal does not know is taken at its word", { source: { required: true, oneOf: ["Top 45/2019"] } },
      { source: { text: "Lancar HD", results: null, agency: "Kota Parepare", year: 2019 } }, []],
    ["one that is named only, and not on record, must be described", { source: { required: true, oneOf: [] } },
      { source: { text: "asdf", results: null, agency: "", year: null } }, [{ reason: "SOURCE_UNDESCRIBED" }]],
    ["a described one of a year that no list of the edition has is none of its sources", { source: { required: true, oneOf: ["Top 99/2018", "Top 99/2019"] } },
      { source: { text: "Lancar HD", results: null, agency: "Kota Parepare", year: 2020 } }, [{ reason: "SOURCE_NOT_AWARDED", oneOf: ["Top 99/2018", "Top 99/2019"] }]],
    ["a result younger than the list of the group is told when it returns", { requiresOneOf: ["Top 40/2018", "Top 45/2019"] }, { pastResults: ["Top 45/2020"] },
      [{ reason: "NEEDS_RESULT", oneOf: ["Top 40/2018", "Top 45/2019"], returns: { result: "Top 45/2020", year: 2022 } }]],
    ["a known source must hold one of the results", { source: { required: true, oneOf: ["Top 45/2019"] } },
      { source: { text: "Lancar", results: ["Top 99/2019"] } }, [{ reason: "SOURCE_NOT_AWARDED", oneOf: ["Top 45/2019"] }]],
    ["a known source that holds one is fine", { source: { required: true, oneOf: ["Top 45/2019"] } },
      { source: { text: "Lancar", results: ["Top 45/2019"] } }, []],
  ])("%s", (...[, rule, change, expected]) => {
    expect(unmetRequirements({ ...entrant, ...change }, { ...group, ...rule }, close)).toEqual(expected);
  });
});

test("only what has been reached bars for good; age, an invitation and a source may still come", () => {
  const young = unmetRequirements({ ...entrant, implementedSince: day("2021-01-01") }, { ...group, byInvitation: true }, close);
  expect(young.map(({ reason }) => reason)).toEqual(["TOO_YOUNG", "NOT_INVITED"]);
  expect(isBarredForGood(young)).toBe(false);
  const barred = { ...group, barredBy: ["Top 45/2019"] };
  expect(isBarredForGood(unmetRequirements({ ...entrant, pastResults: ["Top 45/2019"] }, barred, close))).toBe(true);
  expect(isBarredForGood([])).toBe(false);
});

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

test("a group for other kinds of body says so alone, and for good", () => {
  const schools: GroupRule = { ...group, unitKinds: ["SCHOOL"], byInvitation: true };
  const unmet = unmetRequirements(entrant, schools, close);
  expect(unmet).toEqual([{ reason: "OTHER_KIND", kind: "SERVICE_UNIT" }]);
  expect(isBarredForGood(unmet)).toBe(true);
  expect(unmetRequirements({ ...entrant, kinds: { agency: "AGENCY_UNIT", unit: "SCHOOL" } }, schools, close)).toEqual([{ reason: "NOT_INVITED" }]);
});
