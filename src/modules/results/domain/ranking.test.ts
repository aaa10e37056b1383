import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import { fraction, toText } from "@/modules/review/domain/fraction";
import { decidedByParts, rank, totalOf, type RankableEntry, type StageStanding } from "./ranking";

const standing = (points: number | null, criteria: Record<string, number> = {}): StageStanding => ({
  points: points === null ? null : fraction(points),
  criteria: Object.fromEntries(Object.entries(criteria).map(([key, mark]) => [key, fraction(mark)])),
  readings: points === null ? 0 : 3,
  lowest: null,
  highest: null,
});
const entryOf = (code: string, stages: Record<string, StageStanding>, filedAt = 0): RankableEntry => ({ code, group: "general", filedAt, stages });
const both = (evaluation: number | null, presentation: number | null, marks: Record<string, number> = {}) =>
  ({ evaluation: standing(evaluation, marks), presentation: standing(presentation) });

const top45: Pick<ResultRule, "combine" | "tieBreaks"> = {
  combine: [{ stage: "evaluation", weight: 40 }, { stage: "presentation", weight: 60 }],
  tieBreaks: [
    { by: "STAGE", stage: "presentation" },
    { by: "CRITERION", stage: "evaluation", criterion: "significance" },
    { by: "CRITERION", stage: "evaluation", criterion: "adaptability" },
    { by: "EARLIER_FILING" },
  ],
};
const shown = (entries: RankableEntry[], result = top45) => rank(entries, result).map(({ code, decidedBy }) => `${code} ${decidedBy}`);

describe("the total of a result", () => {
  test("85 at 40 per cent and 90 at 60 per cent are 88", () => {
    expect(totalOf({ stages: both(85, 90) }, top45.combine)).toEqual(fraction(88));
  });

  test("thirds stay thirds: 235/3 at 40 and 80 at 60 per cent are 238/3", () => {
    const stages = { evaluation: { ...standing(0), points: fraction(235, 3) }, presentation: standing(80) };
    expect(totalOf({ stages }, top45.combine)).toEqual(fraction(238, 3));
  });

  test("a stage of weight 0 does not count and may be missing", () => {
    expect(totalOf({ stages: { evaluation: standing(70) } }, [{ stage: "evaluation", weight: 100 }, { stage: "presentation", weight: 0 }])).toEqual(fraction(70));
  });

  test("without the points of a counted stage there is no total", () => {
    expect(totalOf({ stages: both(100, null) }, top45.combine)).toBeNull();
    expect(totalOf({ stages: { evaluation: standing(100) } }, top45.combine)).toBeNull();
  });
});

describe("the order of entries", () => {
  test("the higher total ranks higher, also by one part in a million million", () => {
    const close = (code: string, points: ReturnType<typeof fraction>) => entryOf(code, { evaluation: { ...standing(0), points } });
    const ranked = rank([close("A", fraction(80)), close("B", fraction(80n * 10n ** 12n + 1n, 10n ** 12n))], { combine: [{ stage: "evaluation", weight: 100 }], tieBreaks: [] });
    expect(ranked.map(({ code, rank: place, decidedBy }) => [code, place, decidedBy])).toEqual([["B", 1, "FIRST"], ["A", 2, "TOTAL"]]);
  });

  test("each declared comparator in turn decides a tie that the ones before leave", () => {
    // All but the last have the total 80: 40 % of the evaluation + 60 % of the presentation.
    expect(shown([
      entryOf("G", both(95, 69)),
      entryOf("F", both(80, 80, { significance: 80, adaptability: 70 }), 7),
      entryOf("E", both(80, 80, { significance: 80, adaptability: 70 }), 7),
      entryOf("D", both(80, 80, { significance: 80, adaptability: 70 }), 6),
      entryOf("C", both(80, 80, { significance: 80, adaptability: 71 }), 9),
      entryOf("B", both(80, 80, { significance: 81, adaptability: 60 }), 9),
      entryOf("A", both(77, 82, { significance: 10 }), 9),
    ])).toEqual([
      "A FIRST",
      "B STAGE presentation",
      "C CRITERION evaluation significance",
      "D CRITERION evaluation adaptability",
      "E EARLIER_FILING",
      "F EQUAL",
      "G TOTAL",
    ]);
  });

  test("two presentations of 4/3 and 8/6 are the same, and nothing decides", () => {
    const of = (code: string, num: number, den: number) => entryOf(code, { evaluation: { ...standing(0), points: fraction(num, den) } });
    expect(shown([of("B", 4, 3), of("A", 8, 6)], { combine: [{ stage: "evaluation", weight: 100 }], tieBreaks: [] })).toEqual(["A FIRST", "B EQUAL"]);
  });

  test("an entry without a counted stage comes last, incomplete and without a total, below one with 0 points", () => {
    const ranked = rank([entryOf("A", both(100, null)), entryOf("B", both(0, 0)), entryOf("C", both(null, null))], top45);
    expect(ranked.map(({ code, rank: place, total, incomplete, decidedBy }) => [code, place, total && toText(total), incomplete, decidedBy])).toEqual([
      ["B", 1, "0/1", false, "FIRST"],
      ["A", 2, null, true, "INCOMPLETE"],
      ["C", 2, null, true, "INCOMPLETE"],
    ]);
    expect(ranked.map(({ place, missing }) => [place, missing])).toEqual([[1, []], [2, ["presentation"]], [3, ["evaluation", "presentation"]]]);
  });

  test("equal entries share a rank, and as many ranks follow unused: 1, 2, 2, 4", () => {
    const ranked = rank([entryOf("C", both(80, 80)), entryOf("A", both(70, 70)), entryOf("D", both(90, 90)), entryOf("B", both(80, 80))], top45);
    expect(ranked.map(({ code, place, rank: shared, decidedBy }) => [code, place, shared, decidedBy])).toEqual([
      ["D", 1, 1, "FIRST"], ["B", 2, 2, "TOTAL"], ["C", 3, 2, "EQUAL"], ["A", 4, 4, "TOTAL"],
    ]);
  });

  test("entries filed in one act are equal even where an edition asks for the earlier filing", () => {
    const batch = [entryOf("A", both(80, 80), 5), entryOf("B", both(80, 80), 5), entryOf("C", both(80, 80), 6)];
    expect(rank(batch, top45).map(({ code, rank: shared }) => [code, shared])).toEqual([["A", 1], ["B", 1], ["C", 3]]);
  });

  test("a mark that is missing for a tie-break comes after one that is there", () => {
    expect(shown([entryOf("A", both(80, 80)), entryOf("B", both(80, 80, { significance: 0 }))]))
      .toEqual(["B FIRST", "A CRITERION evaluation significance"]);
  });

  test("equal entries are shown in the order of their codes by code unit: capitals before small letters", () => {
    expect(shown([entryOf("b", both(1, 1)), entryOf("B", both(1, 1)), entryOf("a", both(1, 1))])).toEqual(["B FIRST", "a EQUAL", "b EQUAL"]);
  });

  test("what decided is read back with its stage and criterion", () => {
    expect(decidedByParts("CRITERION evaluation significance")).toEqual({ by: "CRITERION", stage: "evaluation", criterion: "significance" });
    expect(decidedByParts("STAGE presentation")).toEqual({ by: "STAGE", stage: "presentation", criterion: null });
    expect(decidedByParts("TOTAL")).toEqual({ by: "TOTAL", stage: null, criterion: null });
  });
});

/** Few different values, so that every comparator meets ties. */
const fewPoints = fc.constantFrom(null, 0, 80, 81);
const anyEntries = fc
  .array(fc.record({ evaluation: fewPoints, presentation: fewPoints, significance: fc.option(fc.integer({ min: 0, max: 1 })), filedAt: fc.integer({ min: 0, max: 2 }) }), { maxLength: 25 })
  .map((list) => list.map(({ evaluation, presentation, significance, filedAt }, index) =>
    entryOf(`KIPP-${index}`, both(evaluation, presentation, significance === null ? {} : { significance }), filedAt)));

describe("every ranking", () => {
  test("holds each entry once, numbers their places 1 to n, and gives each complete one as rank 1 + those above it", () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const ranked = rank(entries, top45);
      expect(ranked.map((entry) => entry.place)).toEqual(entries.map((_, index) => index + 1));
      for (const entry of ranked.filter(({ incomplete }) => !incomplete)) expect(entry.rank).toBe(1 + ranked.filter((other) => other.rank < entry.rank).length);
      expect(ranked.map(({ code }) => code).sort()).toEqual(entries.map(({ code }) => code).sort());
    }));
  });

  test("is the same whatever the order the entries arrive in", () => {
    fc.assert(fc.property(anyEntries.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))), ([entries, shuffled]) => {
      expect(rank(shuffled, top45)).toEqual(rank(entries, top45));
    }));
  });

  test("keeps the order of any two entries when others are taken out", () => {
    fc.assert(fc.property(anyEntries.chain((entries) => fc.tuple(fc.constant(entries), fc.subarray(entries))), ([entries, some]) => {
      const kept = new Set(some.map(({ code }) => code));
      expect(rank(some, top45).map(({ code }) => code)).toEqual(rank(entries, top45).map(({ code }) => code).filter((code) => kept.has(code)));
    }));
  });

  test("does not know codes: renaming the entries leaves each one's rank", () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const ranksOf = (list: RankableEntry[], nameOf: (code: string) => string) =>
        new Map(rank(list, top45).map((entry) => [nameOf(entry.code), entry.rank]));
      const turned = entries.map((entry, index) => ({ ...entry, code: `Z-${entries.length - index}` }));
      const nameOf = (code: string) => entries[entries.length - Number(code.slice(2))]!.code;
      expect(ranksOf(turned, nameOf)).toEqual(ranksOf(entries, (code) => code));
    }));
  });

  test("changes nothing in what it was given", () => {
    const entries = [entryOf("B", both(1, 1)), entryOf("A", both(2, 2))];
    const before = [...entries];
    rank(entries, top45);
    expect(entries).toEqual(before);
  });
});
