import { describe, expect, it } from "vitest";
import type { RubricRule, StageRule } from "@/modules/competition/domain/edition-rules";
import { fraction } from "@/modules/review/domain/fraction";
import { stageStanding, UNREAD } from "./stage-standing";

const words = { id: "", en: "" };
const rubric: RubricRule = {
  key: "r", name: words, scale: { min: 0, max: 100 }, remarkBelow: null, remarkAbove: null,
  criteria: [
    { key: "manfaat", name: words, description: words, weight: 60, sections: [], anchors: [] },
    { key: "kebaruan", name: words, description: words, weight: 40, sections: [], anchors: [] },
  ],
};
const scoring = (combineJudges: "MEAN" | "MEDIAN"): NonNullable<StageRule["scoring"]> => ({
  role: "EVALUATOR", rubric: "r", perSubmission: 3, avoid: [], combineJudges, entrants: "PASSED_ADMIN",
});
const review = (manfaat: number, kebaruan: number, storedSum: number | null = 60 * manfaat + 40 * kebaruan) => ({ marks: { manfaat, kebaruan }, storedSum });

describe("the standing of an entry in a stage", () => {
  it("is the exact mean of the judges' totals, with the means of the criteria and the spread", () => {
    const { standing, agrees } = stageStanding([review(80, 70), review(90, 70), review(80, 75)], { rubric, scoring: scoring("MEAN") });
    expect(agrees).toBe(true);
    expect(standing).toEqual({
      points: fraction(236, 3), criteria: { manfaat: fraction(250, 3), kebaruan: fraction(215, 3) }, readings: 3,
      lowest: fraction(76), highest: fraction(82),
    });
  });

  it("is the middle total where the edition says so", () => {
    expect(stageStanding([review(10, 10), review(80, 80), review(90, 90)], { rubric, scoring: scoring("MEDIAN") }).standing.points).toEqual(fraction(80));
  });

  it("is not there without a reading", () => {
    expect(stageStanding([], { rubric, scoring: scoring("MEAN") })).toEqual({ standing: UNREAD, agrees: true });
  });

  it("does not agree with a stored sum that differs by one, or is missing", () => {
    expect(stageStanding([review(80, 70, 7601)], { rubric, scoring: scoring("MEAN") }).agrees).toBe(false);
    expect(stageStanding([review(80, 70, null)], { rubric, scoring: scoring("MEAN") }).agrees).toBe(false);
  });

  it("does not agree with a review that lacks a mark", () => {
    expect(stageStanding([{ marks: { manfaat: 80 }, storedSum: 4800 }], { rubric, scoring: scoring("MEAN") }).agrees).toBe(false);
  });
});
