import { describe, expect, test } from "vitest";
import type { ConflictGround } from "@/modules/competition/domain/edition-rules";
import { CONFLICT_KINDS, conflictsBetween, isSameAgency, widestGround, type EntryOrigin, type JudgeTies } from "./conflicts";

const entry: EntryOrigin = {
  id: "call-centre-112",
  agencyPath: "73.72",
  unitPath: "73.72/rsud-andi-makkasau",
  provinceCode: "73",
  memberUserIds: ["author", "co-author"],
};

const stranger: JudgeTies = { userId: "judge", agencyPaths: ["33.02"], provinceCodes: ["33"], declaredSubmissionIds: [], declaredAgencyPaths: [] };
const kinds = (judge: Partial<JudgeTies>, grounds: ConflictGround[] = ["AGENCY", "PROVINCE"]) =>
  conflictsBetween({ ...stranger, ...judge }, entry, grounds).map(({ kind }) => kind);

describe("conflicts between a judge and an entry", () => {
  test("a judge from another agency and province may score", () => {
    expect(conflictsBetween(stranger, entry, ["AGENCY", "PROVINCE"])).toEqual([]);
  });

  test.each([
    ["of the filing agency", "73.72"],
    ["of the unit that wrote it", "73.72/rsud-andi-makkasau"],
    ["of a part of that unit", "73.72/rsud-andi-makkasau/igd"],
    ["of another unit of the filing agency", "73.72/dinas-perdagangan"],
  ])("a judge %s may not score", (_, path) => {
    expect(conflictsBetween({ ...stranger, agencyPaths: ["33.02", path] }, entry, ["AGENCY"])).toEqual([{ kind: "AGENCY", tie: path }]);
  });

  test("a judge of the regency above a filing unit may not score, a judge of a sister unit may", () => {
    const ofUnit = { ...entry, agencyPath: "33.02/dinkes", unitPath: "33.02/dinkes/puskesmas-sumpiuh-2" };
    const ties = (path: string) => conflictsBetween({ ...stranger, agencyPaths: [path] }, ofUnit, ["AGENCY"]).length;
    expect([ties("33.02"), ties("33.02/dinkes/puskesmas-baturraden-1"), ties("33.02/dinarpusda")]).toEqual([1, 1, 0]);
  });

  test("a judge of the unit may not score where another agency files for it", () => {
    const filedElsewhere = { ...entry, agencyPath: "ministry-of-health", unitPath: "73.72/rsud-andi-makkasau" };
    expect(conflictsBetween({ ...stranger, agencyPaths: ["73.72"] }, filedElsewhere, ["AGENCY"])).toHaveLength(1);
  });

  test("agencies meet at whole segments of the path, and an unknown agency is nobody's", () => {
    expect(isSameAgency("73.7", "73.72")).toBe(false);
    expect(isSameAgency("73.72/rsud", "73.72/rsud-2")).toBe(false);
    expect(isSameAgency("", "73.72")).toBe(false);
    expect(isSameAgency("73.72", "")).toBe(false);
    expect(isSameAgency("", "")).toBe(false);
  });

  test("a judge of the same province may not score where the edition says so, and may where it does not", () => {
    expect(kinds({ provinceCodes: ["33", "73"] })).toEqual(["PROVINCE"]);
    expect(kinds({ provinceCodes: ["73"] }, ["AGENCY"])).toEqual([]);
  });

  test("by region a judge is kept from the own regency or city, and from nobody else of the province", () => {
    expect(kinds({ agencyPaths: ["73.72/dinas-perdagangan"] }, ["REGION"])).toEqual(["REGION"]);
    expect(kinds({ agencyPaths: ["73.71"], provinceCodes: ["73"] }, ["REGION"])).toEqual([]);
    const office = { ...entry, agencyPath: "73/dinas-kesehatan", unitPath: "73/dinas-kesehatan" };
    expect(conflictsBetween({ ...stranger, agencyPaths: ["73/dinas-pendidikan", "73.72"] }, office, ["REGION"])).toEqual([]);
  });

  test("an entry without a province meets no judge by province", () => {
    expect(conflictsBetween({ ...stranger, provinceCodes: ["33"] }, { ...entry, provinceCode: null }, ["PROVINCE"])).toEqual([]);
  });

  test("the own agency is allowed only where the edition does not avoid it", () => {
    expect(kinds({ agencyPaths: ["73.72"] }, ["PROVINCE"])).toEqual([]);
  });

  test("an author never scores the own entry, whatever the edition says", () => {
    expect(kinds({ userId: "co-author" }, [])).toEqual(["MEMBER"]);
  });

  test("a declared conflict holds whatever the edition says", () => {
    expect(kinds({ declaredSubmissionIds: ["other", "call-centre-112"] }, [])).toEqual(["DECLARED_ENTRY"]);
    expect(kinds({ declaredAgencyPaths: ["73.72/dinas-perdagangan"] }, [])).toEqual(["DECLARED_AGENCY"]);
  });

  test("every ground that applies is named once, in a fixed order", () => {
    const tied: JudgeTies = {
      userId: "author",
      agencyPaths: ["73.72", "73.72/rsud-andi-makkasau"],
      provinceCodes: ["73"],
      declaredSubmissionIds: ["call-centre-112"],
      declaredAgencyPaths: ["73.72"],
    };
    expect(conflictsBetween(tied, entry, ["PROVINCE", "REGION", "AGENCY"]).map(({ kind }) => kind)).toEqual([...CONFLICT_KINDS]);
  });
});

test.each([
  [["AGENCY", "PROVINCE"], "PROVINCE"], [["AGENCY", "AGENCY"], "AGENCY"], [["AGENCY", "REGION"], "REGION"], [[], "NONE"],
] as const)("judges kept apart by %j are kept from their %s", (grounds, expected) => {
  expect(widestGround(grounds)).toBe(expected);
});
