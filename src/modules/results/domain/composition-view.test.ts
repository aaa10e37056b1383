import { describe, expect, test } from "vitest";
import { fraction } from "@/modules/review/domain/fraction";
import { compositionCounts, cutLine, type EntryTraits } from "./composition-view";
import type { RankedEntry } from "./ranking";

const traits = new Map<string, EntryTraits>([
  ["A", { category: "health", group: "general", agencyKind: "CITY", province: "73" }],
  ["B", { category: "health", group: "general", agencyKind: "MINISTRY", province: null }],
  ["C", { category: "education", group: "general", agencyKind: "REGENCY", province: "33" }],
]);

describe("counts before and after the moves", () => {
  test("show what a move takes and what it brings", () => {
    expect(compositionCounts([{ proposed: ["A", "B"], codes: ["A", "C"] }], traits)).toEqual({
      category: [{ value: "education", before: 0, after: 1 }, { value: "health", before: 2, after: 1 }],
      group: [{ value: "general", before: 2, after: 2 }],
      agencyKind: [{ value: "CITY", before: 1, after: 1 }, { value: "MINISTRY", before: 1, after: 0 }, { value: "REGENCY", before: 0, after: 1 }],
      province: [{ value: "33", before: 0, after: 1 }, { value: "73", before: 1, after: 1 }, { value: null, before: 1, after: 0 }],
    });
  });

  test("add up over several levels", () => {
    expect(compositionCounts([{ proposed: ["A"], codes: ["A"] }, { proposed: ["B"], codes: ["B"] }], traits).category)
      .toEqual([{ value: "health", before: 2, after: 2 }]);
  });
});

describe("the line of the cut", () => {
  const ranked = [90, 85, 84].map((points, index): RankedEntry => ({
    code: "ABC".charAt(index), group: "general", filedAt: 0, stages: {}, place: index + 1, rank: index + 1, missing: [], total: fraction(points), incomplete: false, decidedBy: "TOTAL",
  }));

  test("lies between the last entry in and the first one out, with their distance", () => {
    const line = cutLine({ eligible: ["A", "B", "C"], capacity: 2 }, ranked);
    expect([line.lastIn?.code, line.firstOut?.code, line.distance]).toEqual(["B", "C", fraction(1)]);
  });

  test("has nobody outside when all are in, and nobody at all without entries", () => {
    const line = cutLine({ eligible: ["A", "B"], capacity: 5 }, ranked);
    expect([line.lastIn?.code, line.firstOut, line.distance]).toEqual(["B", null, null]);
    expect(cutLine({ eligible: [], capacity: 5 }, ranked)).toEqual({ lastIn: null, firstOut: null, distance: null });
  });
});
