import { describe, expect, it, test } from "vitest";
import { deskProgress, entryState, isInFilter, neighbours, nextEntry, perDayNeeded, stageToShow, type EntryState } from "./desk";

const facts = { recused: false, conflicted: false, finished: false, skipped: false, marks: 0 };
const rows = (...states: EntryState[]) => states.map((state, index) => ({ id: String(index), state }));

describe("the state of an assigned entry", () => {
  test.each([
    [{}, "NEW"],
    [{ marks: 3 }, "PARTIAL"],
    [{ marks: 3, skipped: true }, "SKIPPED"],
    [{ marks: 7, skipped: true, finished: true }, "FINISHED"],
    [{ finished: true, conflicted: true }, "CONFLICT"],
    [{ finished: true, conflicted: true, recused: true }, "RECUSED"],
  ] as const)("%o is %s", (given, state) => expect(entryState({ ...facts, ...given })).toBe(state));

  it("puts an entry put aside among those still to do and among those put aside", () => {
    expect([isInFilter("SKIPPED", "TODO"), isInFilter("SKIPPED", "SKIPPED"), isInFilter("SKIPPED", "FINISHED")]).toEqual([true, true, false]);
    expect(isInFilter("RECUSED", null)).toBe(true);
  });

  it("counts what was taken away neither as done nor as left", () => {
    expect(deskProgress(["FINISHED", "NEW", "SKIPPED", "RECUSED", "CONFLICT"])).toEqual({ finished: 1, total: 3, left: 2 });
  });
});

describe("the next entry", () => {
  it("is the next one that is not handed in", () => expect(nextEntry(rows("NEW", "FINISHED", "PARTIAL"), "0")).toBe("2"));
  it("goes on from the start after the last", () => expect(nextEntry(rows("NEW", "FINISHED", "NEW"), "2")).toBe("0"));
  it("comes back to what was put aside only at the end", () => {
    expect(nextEntry(rows("NEW", "SKIPPED", "NEW"), "0")).toBe("2");
    expect(nextEntry(rows("FINISHED", "SKIPPED", "FINISHED"), "2")).toBe("1");
  });
  it("is never the present one and never one that was taken away", () => {
    expect(nextEntry(rows("NEW", "RECUSED", "CONFLICT"), "0")).toBeNull();
  });
  it("is the first one when none is open", () => expect(nextEntry(rows("FINISHED", "NEW"), null)).toBe("1"));
});

it("leads past what was taken away to the neighbours on both sides", () => {
  expect(neighbours(rows("NEW", "RECUSED", "FINISHED", "NEW"), "2")).toEqual({ previous: "0", next: "3" });
  expect(neighbours(rows("NEW"), "0")).toEqual({ previous: null, next: null });
});

describe("the pace", () => {
  const now = new Date("2026-05-05T05:00:00Z");
  const daysLater = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

  it("is rounded up to whole entries a day", () => expect(perDayNeeded(42, daysLater(8), now)).toBe(6));
  it("counts the day that has begun", () => expect(perDayNeeded(10, daysLater(0.2), now)).toBe(10));
  it("says nothing when nothing is left or the time is over", () => {
    expect([perDayNeeded(0, daysLater(3), now), perDayNeeded(4, now, now)]).toEqual([null, null]);
  });
});

describe("the stage a list opens with", () => {
  const now = new Date("2026-05-05T00:00:00Z");
  const stage = (key: string, opens: string, closes: string) => ({
    key, opensAt: new Date(`2026-${opens}T00:00:00Z`), closesAt: new Date(`2026-${closes}T00:00:00Z`),
  });
  const past = stage("past", "03-01", "04-01");
  const open = stage("open", "05-01", "05-30");
  const later = stage("later", "06-01", "06-30");

  it("is the open one", () => expect(stageToShow([past, later, open], now)?.key).toBe("open"));
  it("is the one that closed last when none is open", () => expect(stageToShow([stage("older", "01-01", "02-01"), past, later], now)?.key).toBe("past"));
  it("is the first to come when none has begun", () => expect(stageToShow([stage("last", "08-01", "09-01"), later], now)?.key).toBe("later"));
  it("is none where judges score in none", () => expect(stageToShow([], now)).toBeNull());
});
