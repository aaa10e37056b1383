import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { toText } from "./fraction";
import { markProblems, markWarnings, pointsOf, remarkProblems, weightedSum } from "./scoring";

const word = { id: "-", en: "-" };

function rubricOf(weights: Record<string, number>, scale = { min: 0, max: 100 }): RubricRule {
  return {
    key: "proposal",
    name: word,
    scale,
    remarkBelow: 60,
    remarkAbove: 90,
    criteria: Object.entries(weights).map(([key, weight]) => ({ key, name: word, description: word, weight, sections: [], anchors: [] })),
  };
}

const kipp = rubricOf({ background: 10, novelty: 15, implementation: 5, significance: 30, adaptability: 20, resources: 5, sustainability: 15 });
const marks = { background: 80, novelty: 70, implementation: 90, significance: 85, adaptability: 60, resources: 75, sustainability: 65 };
const keysOf = (problems: { key: string; criterion: string }[]) => problems.map(({ key, criterion }) => `${key} ${criterion}`);

describe("the weighted total", () => {
  test("seven marks under the weights 10-15-5-30-20-5-15 give the total worked out by hand", () => {
    // 800 + 1050 + 450 + 2550 + 1200 + 375 + 975 = 7400 of 10,000
    const sum = weightedSum(marks, kipp);
    expect(sum).toEqual({ ok: true, value: 7400 });
    expect(toText(pointsOf(7400, kipp))).toBe("74/1");
  });

  test("marks of 1 to 7 are divided by the top mark, exactly", () => {
    const sevens = rubricOf({ a: 50, b: 30, c: 20 }, { min: 1, max: 7 });
    // 50·5 + 30·6 + 20·3 = 490, over 7
    expect(weightedSum({ a: 5, b: 6, c: 3 }, sevens)).toEqual({ ok: true, value: 490 });
    expect(toText(pointsOf(490, sevens))).toBe("70/1");
    expect(toText(pointsOf(491, sevens))).toBe("491/7");
  });

  test("the top mark everywhere is 100 points and the lowest of a scale from 0 is 0 points", () => {
    const all = (mark: number) => Object.fromEntries(kipp.criteria.map(({ key }) => [key, mark]));
    expect(weightedSum(all(100), kipp)).toEqual({ ok: true, value: 10_000 });
    expect(toText(pointsOf(10_000, kipp))).toBe("100/1");
    expect(weightedSum(all(0), kipp)).toEqual({ ok: true, value: 0 });
  });

  test("one point more in a criterion adds exactly its weight", () => {
    fc.assert(fc.property(fc.constantFrom(...kipp.criteria), fc.integer({ min: 0, max: 99 }), ({ key, weight }, mark) => {
      const before = weightedSum({ ...marks, [key]: mark }, kipp);
      const after = weightedSum({ ...marks, [key]: mark + 1 }, kipp);
      expect(before.ok && after.ok && after.value - before.value).toBe(weight);
    }));
  });
});

describe("marks that are refused", () => {
  test.each([
    ["a mark with a fraction", 70.5, "review.problem.markNotWhole"],
    ["a mark that is not a number", Number.NaN, "review.problem.markNotWhole"],
    ["an infinite mark", Number.POSITIVE_INFINITY, "review.problem.markNotWhole"],
    ["a negative zero", -0, "review.problem.markNotWhole"],
    ["a mark below the scale", -1, "review.problem.markOutsideScale"],
    ["a mark above the scale", 101, "review.problem.markOutsideScale"],
  ])("%s has no total", (_, mark, key) => {
    const sum = weightedSum({ ...marks, novelty: mark }, kipp);
    expect(sum.ok).toBe(false);
    expect(keysOf(markProblems({ ...marks, novelty: mark }, kipp))).toEqual([`${key} novelty`]);
  });

  test("a review without a mark for one criterion has no total", () => {
    const { novelty: _, ...rest } = marks;
    expect(weightedSum(rest, kipp)).toEqual({ ok: false, refusal: { key: "review.problem.markMissing", values: { criterion: "novelty" } } });
  });

  test("a criterion that the rubric does not have is refused by name", () => {
    expect(keysOf(markProblems({ ...marks, beauty: 50 }, kipp))).toEqual(["review.problem.criterionUnknown beauty"]);
  });

  test("a criterion named like a built-in property is missing until it is marked", () => {
    expect(keysOf(markProblems({}, rubricOf({ constructor: 100 })))).toEqual(["review.problem.markMissing constructor"]);
  });

  test("every problem is listed at once, in the order of the rubric", () => {
    expect(keysOf(markProblems({ zeal: 1, sustainability: 200, background: 1.5, novelty: 1, apt: 1 }, kipp))).toEqual([
      "review.problem.markNotWhole background",
      "review.problem.markMissing implementation",
      "review.problem.markMissing significance",
      "review.problem.markMissing adaptability",
      "review.problem.markMissing resources",
      "review.problem.markOutsideScale sustainability",
      "review.problem.criterionUnknown apt",
      "review.problem.criterionUnknown zeal",
    ]);
  });
});

describe("remarks and warnings", () => {
  test("a mark below 60 or above 90 needs a remark; 60 and 90 do not", () => {
    const extreme = { ...marks, background: 59, novelty: 60, implementation: 90, significance: 91 };
    expect(keysOf(remarkProblems(extreme, {}, kipp))).toEqual(["review.problem.remarkMissing background", "review.problem.remarkMissing significance"]);
    expect(remarkProblems(extreme, { background: "Tanpa data dasar", significance: "Terukur" }, kipp)).toEqual([]);
  });

  test.each(["", "   ", "…", "--", "\u200b"])("the remark «%s» says nothing", (remark) => {
    expect(keysOf(remarkProblems({ ...marks, background: 59 }, { background: remark }, kipp))).toEqual(["review.problem.remarkMissing background"]);
  });

  test("a rubric without bounds never asks for a remark", () => {
    const free = { ...kipp, remarkBelow: null, remarkAbove: null };
    expect(remarkProblems({ ...marks, background: 0, novelty: 100 }, {}, free)).toEqual([]);
  });

  test("a mark of 1 to 9 out of 100 asks whether ten times as much was meant", () => {
    const slips = { ...marks, background: 8, novelty: 0, implementation: 10, significance: 9, adaptability: 1 };
    expect(markWarnings(slips, kipp).map(({ values }) => values)).toEqual([
      { criterion: "background", mark: 8, meant: 80 },
      { criterion: "significance", mark: 9, meant: 90 },
      { criterion: "adaptability", mark: 1, meant: 10 },
    ]);
  });

  test("on another scale a low mark is no sign of a slip", () => {
    expect(markWarnings({ a: 5 }, rubricOf({ a: 100 }, { min: 0, max: 10 }))).toEqual([]);
  });
});
