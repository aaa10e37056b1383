import { describe, expect, it } from "vitest";
import { tiesAtTheLines, underRead } from "./signing";

describe("what a publisher is told before signing", () => {
  it("names every entry that is equal on both sides of the line", () => {
    expect(tiesAtTheLines([{ level: "top-2", tie: { seats: 1, codes: ["B", "C", "D"] } }])).toEqual([{ level: "top-2", codes: ["B", "C", "D"] }]);
  });

  it("is silent where the line runs between two entries that a tie-break of the rules separates", () => {
    expect(tiesAtTheLines([{ level: "top-2", tie: null }])).toEqual([]);
  });

  it("names the listed entries that were read less often than asked, stage by stage", () => {
    const reading = (code: string, readings: number) => ({ code, stage: "meja", readings, perSubmission: 2 });
    expect(underRead([reading("A", 2), reading("B", 1), reading("C", 0)], ["A", "B"])).toEqual([reading("B", 1)]);
  });
});
