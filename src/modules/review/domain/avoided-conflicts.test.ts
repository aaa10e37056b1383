import { expect, it } from "vitest";
import { avoidedConflicts } from "./avoided-conflicts";

const entry = (id: string, agencyPath: string, provinceCode: string | null) => ({
  id, agencyPath, unitPath: agencyPath, provinceCode, memberUserIds: [],
});
const judge = (userId: string, agencyPaths: string[], provinceCodes: string[]) => ({
  userId, agencyPaths, provinceCodes, declaredSubmissionIds: [], declaredAgencyPaths: [],
});

it("counts a pair of the same agency and province once, as of the same agency", () => {
  const submissions = [entry("a", "73.72", "73"), entry("b", "73.71", "73"), entry("c", "33.02", "33")];
  const judges = [judge("j", ["73.72"], ["73"]), judge("k", [], ["33"])];
  expect(avoidedConflicts({ judges, submissions, grounds: ["AGENCY", "PROVINCE"] })).toEqual([
    { kind: "AGENCY", pairs: 1 },
    { kind: "PROVINCE", pairs: 2 },
  ]);
});

it("looks only at the grounds of the edition", () => {
  expect(avoidedConflicts({ judges: [judge("j", ["73.72"], ["73"])], submissions: [entry("a", "73.72", "73")], grounds: [] })).toEqual([]);
});
