import { describe, expect, it } from "vitest";
import { codesIn, gravest, verdictProblems } from "./verdict";

describe("a verdict", () => {
  it("needs a choice, and a reason where it doubts or disqualifies", () => {
    expect(verdictProblems({ outcome: null, reason: "", notes: {} })).toMatchObject([{ field: "outcome" }]);
    expect(verdictProblems({ outcome: "CONFIRMED", reason: "", notes: {} })).toEqual([]);
    for (const outcome of ["DOUBTED", "DISQUALIFIED"] as const) {
      expect(verdictProblems({ outcome, reason: "  terlalu singkat  ", notes: {} })).toMatchObject([{ field: "reason" }]);
      expect(verdictProblems({ outcome, reason: "Loket yang diuraikan tidak ada.", notes: {} })).toEqual([]);
    }
  });
});

describe("the gravest of several", () => {
  it("is one disqualification before any doubt before any confirmation; nothing of nothing", () => {
    expect(gravest(["CONFIRMED", "DOUBTED", "CONFIRMED"])).toBe("DOUBTED");
    expect(gravest(["DISQUALIFIED", "DOUBTED"])).toBe("DISQUALIFIED");
    expect(gravest(["CONFIRMED"])).toBe("CONFIRMED");
    expect(gravest([])).toBeNull();
  });
});

describe("codes in a text", () => {
  it("are found however they are written beside each other, each once", () => {
    expect(codesIn("inv-2023-ABCDE, INV-2023-FGHIJ\n1. INV-2023-ABCDE Judul")).toEqual(["INV-2023-ABCDE", "INV-2023-FGHIJ"]);
    expect(codesIn("tidak ada")).toEqual([]);
  });
});
