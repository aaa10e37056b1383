import { describe, expect, it } from "vitest";
import { changedReadings, type CheckedReading } from "./untouched-marks";

const reading = (code: string, sha256: string, handedIn: string | null): CheckedReading => ({ code, assignmentId: `a-${code}`, sha256, handedIn });

describe("readings compared with their hand-in", () => {
  it("are sound while both hashes agree", () => {
    expect(changedReadings([reading("A", "1", "1"), reading("B", "2", "2")], { isDemo: false })).toEqual([]);
  });

  it("are named where the marks differ, in a demonstration too", () => {
    const changed = reading("B", "3", "2");
    expect(changedReadings([reading("A", "1", "1"), changed], { isDemo: false })).toEqual([changed]);
    expect(changedReadings([changed], { isDemo: true })).toEqual([changed]);
  });

  it("must have been handed in, except those that a demonstration loads", () => {
    const loaded = reading("A", "1", null);
    expect(changedReadings([loaded], { isDemo: false })).toEqual([loaded]);
    expect(changedReadings([loaded], { isDemo: true })).toEqual([]);
  });
});
