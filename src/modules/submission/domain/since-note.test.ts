import { describe, expect, test } from "vitest";
import { comparedSince, leftWith, textAt, timesBack } from "./since-note";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 8, minute));
const moves = [
  { from: "DRAFT", to: "AGENCY_REVIEW", movedAt: at(1) },
  { from: "AGENCY_REVIEW", to: "ENDORSED", movedAt: at(2) },
  { from: "ENDORSED", to: "AGENCY_REVIEW", movedAt: at(3) },
  { from: "AGENCY_REVIEW", to: "RETURNED", movedAt: at(4) },
  { from: "RETURNED", to: "AGENCY_REVIEW", movedAt: at(10) },
  { from: "AGENCY_REVIEW", to: "DRAFT", movedAt: at(12) },
  { from: "DRAFT", to: "AGENCY_REVIEW", movedAt: at(20) },
] as const;
const back = timesBack(moves);

test("it comes back by a return and by being taken back, not by what the agency does with its own endorsement", () => {
  expect(back).toEqual([at(4), at(12)]);
});

describe("a note", () => {
  test("is about the text with which the proposal next left the agency", () => {
    expect(leftWith(at(2), back)).toEqual(at(4));
    expect(leftWith(at(4), back), "written by the act that returns it").toEqual(at(4));
    expect(leftWith(at(11), back)).toEqual(at(12));
  });

  test("of the reading that goes on has not left", () => {
    expect(leftWith(at(21), back)).toBeNull();
  });
});

describe("a section is compared", () => {
  test("since its latest note, also one of a return before", () => {
    expect(comparedSince([at(2), at(11)], back)).toEqual({ at: at(12), isNote: true });
    expect(comparedSince([at(2)], back)).toEqual({ at: at(4), isNote: true });
  });

  test("since the proposal left last where nobody noted anything that has left", () => {
    expect(comparedSince([], back)).toEqual({ at: at(12), isNote: false });
    expect(comparedSince([at(21)], back)).toEqual({ at: at(12), isNote: false });
  });

  test("with nothing while it never came back", () => {
    expect(comparedSince([at(1)], [])).toBeNull();
  });
});

describe("the text at a moment", () => {
  const now = { savedAt: at(15), body: "Tiga." };
  const earlier = [{ savedAt: at(5), body: "Dua." }, { savedAt: at(0), body: "Satu." }, { savedAt: at(14), body: "Tiga." }];

  test("is the last one begun until then", () => {
    expect(textAt(now, earlier, at(4))).toBe("Satu.");
    expect(textAt(now, earlier, at(12))).toBe("Dua.");
  });

  test("is today's where it was saved before", () => {
    expect(textAt(now, [], at(20))).toBe("Tiga.");
    expect(textAt(now, [], at(15))).toBe("Tiga.");
  });

  test("is none in a section that was empty then, or never written in", () => {
    expect(textAt(now, earlier, at(-1))).toBe("");
    expect(textAt(undefined, [], at(4))).toBe("");
  });
});
