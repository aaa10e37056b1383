import { describe, expect, test } from "vitest";
import { askedAnchor, dailyAnchors, firstAnchorFault, type Anchor } from "./anchors";

const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(64)) as [string, string, string];
const trail = new Map([[1n, A], [2n, B], [3n, C]]);
const anchor = (seq: bigint, hash: string): Anchor => ({ seq, hash, source: "DAILY" });

describe("an anchor of the trail", () => {
  test("that fits is no fault, nor is the one of an empty trail", () => {
    expect(firstAnchorFault([anchor(3n, C), anchor(1n, A), anchor(0n, "")], trail, 3n)).toBeNull();
  });
  test("names a tail that was cut off", () => {
    expect(firstAnchorFault([anchor(1n, A), anchor(3n, C)], new Map([[1n, A]]), 2n)).toEqual({ anchor: anchor(3n, C), fault: "CUT" });
  });
  test("names the first event that was written anew, however whole the chain", () => {
    expect(firstAnchorFault([anchor(3n, A), anchor(2n, A)], trail, 3n)).toEqual({ anchor: anchor(2n, A), fault: "REWRITTEN" });
  });
  test("is read from the daily file, past lines that are none", () => {
    expect(dailyAnchors(`2026-11-30T00:00:00Z 2 ${B}\nnonsense\n2026-12-01T00:00:00Z 3 ${C}\n`)).toEqual([anchor(2n, B), anchor(3n, C)]);
  });
  test.each([[`3:${C}`, "3"], [` 3 ${C.toUpperCase()} `, "3"], ["3", null], [C, null], ["", null], [`${"9".repeat(19)}:${C}`, null]])("typed as %j is %j", (typed, seq) => {
    expect(askedAnchor(typed)?.seq.toString() ?? null).toBe(seq);
  });
});
