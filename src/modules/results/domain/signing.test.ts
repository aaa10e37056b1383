import { describe, expect, it } from "vitest";
import { fraction } from "@/modules/review/domain/fraction";
import type { RankedEntry } from "./ranking";
import { tiesAtTheLines, underRead } from "./signing";

const ranked = (totals: Record<string, number | null>) => Object.entries(totals).map(([code, total], index) => ({
  code, rank: index + 1, total: total === null ? null : fraction(total), group: "umum", filedAt: 0, stages: {}, incomplete: total === null, decidedBy: "TOTAL",
}) as RankedEntry);
const level = { level: "top-2", size: 2, eligible: ["A", "B", "C", "D"] };

describe("what a publisher is told before signing", () => {
  it("names every entry with the total that stands on both sides of the line", () => {
    expect(tiesAtTheLines([level], ranked({ A: 90, B: 70, C: 70, D: 70 }))).toEqual([{ level: "top-2", codes: ["B", "C", "D"] }]);
  });

  it("is silent where the line runs between two totals, or there is nobody behind it", () => {
    expect(tiesAtTheLines([level], ranked({ A: 70, B: 70, C: 69, D: 69 }))).toEqual([]);
    expect(tiesAtTheLines([{ ...level, eligible: ["A", "B"] }], ranked({ A: 70, B: 70 }))).toEqual([]);
  });

  it("names the listed entries that were read less often than asked, stage by stage", () => {
    const reading = (code: string, readings: number) => ({ code, stage: "meja", readings, perSubmission: 2 });
    expect(underRead([reading("A", 2), reading("B", 1), reading("C", 0)], ["A", "B"])).toEqual([reading("B", 1)]);
  });
});
