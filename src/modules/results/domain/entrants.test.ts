import { describe, expect, it } from "vitest";
import type { EditionRules, ResultRule } from "@/modules/competition/domain/edition-rules";
import { decidingRound, earlierResults, roundsRead } from "./entrants";

const scoring = { rubric: "r" };
const rules = {
  stages: [{ key: "daftar", scoring: null }, { key: "nilai", scoring }, { key: "panel", scoring }],
  rubrics: [{ key: "r" }],
  results: [{ key: "top-99" }, { key: "top-45" }],
} as unknown as EditionRules;
const result = (combine: ResultRule["combine"], tieBreaks: ResultRule["tieBreaks"] = []) => ({ combine, tieBreaks }) as ResultRule;

describe("what a ranking reads", () => {
  it("are the rounds that count or break ties, in the order of the timetable", () => {
    const read = roundsRead(rules, result([{ stage: "panel", weight: 100 }], [{ by: "CRITERION", stage: "nilai", criterion: "x" }, { by: "EARLIER_FILING" }]));
    expect(read.map(({ stage }) => stage.key)).toEqual(["nilai", "panel"]);
  });

  it("ranks the entrants of the last round that counts, not of one with weight 0", () => {
    expect(decidingRound(rules, result([{ stage: "nilai", weight: 60 }, { stage: "panel", weight: 40 }]))?.stage.key).toBe("panel");
    expect(decidingRound(rules, result([{ stage: "nilai", weight: 100 }, { stage: "panel", weight: 0 }]))?.stage.key).toBe("nilai");
    expect(decidingRound(rules, result([]))).toBeNull();
  });

  it("takes levels only from results before its own", () => {
    expect(earlierResults(rules, "top-45").map(({ key }) => key)).toEqual(["top-99"]);
    expect(earlierResults(rules, "top-99")).toEqual([]);
    expect(earlierResults(rules, "lain")).toEqual([]);
  });
});
