import { describe, expect, test } from "vitest";
import { closeMove, historyLines, stageHistory, type StageChange } from "./timetable-history";

const day = (number: number) => new Date(Date.UTC(2026, 11, number));
const change = (changedAt: number, [opensBefore, closesBefore]: [number, number], more: Partial<StageChange> = {}): StageChange =>
  ({ changedAt: day(changedAt), cause: "MOVED", reason: "Sebab", opensBefore: day(opensBefore), closesBefore: day(closesBefore), ...more });

describe("the history of a stage", () => {
  test("that was never moved is empty", () => {
    expect(stageHistory({ opensAt: day(1), closesAt: day(9), changes: [] })).toEqual({ first: { opensAt: null, closesAt: null }, changes: [] });
  });

  test("tells a moved opening as one, and says nothing of a close that stayed", () => {
    const { first, changes } = stageHistory({ opensAt: day(2), closesAt: day(9), changes: [change(1, [7, 9])] });
    expect(first).toEqual({ opensAt: day(7), closesAt: null });
    expect(changes).toMatchObject([{ opening: { from: day(7), to: day(2) }, closing: null }]);
    const lines = historyLines({ opensAt: day(2), closesAt: day(9), changes: [change(1, [7, 9])] }, (moment) => String(moment.getUTCDate()));
    expect(lines).toEqual([
      { key: "original.opening", values: { opens: "7", closes: "" } },
      { key: "changed.opening", values: { at: "1", opensFrom: "7", opensTo: "2", closesFrom: "", closesTo: "", reason: "Sebab" } },
    ]);
  });

  test("tells the first date as the original one, and every change between", () => {
    const { first, changes } = stageHistory({ opensAt: day(1), closesAt: day(13), changes: [change(3, [1, 9]), change(8, [1, 11])] });
    expect(first).toEqual({ opensAt: null, closesAt: day(9) });
    expect(changes.map(({ closing }) => closing)).toEqual([{ from: day(9), to: day(11) }, { from: day(11), to: day(13) }]);
  });

  test("tells both ends where both moved, and no original date where all is as it was", () => {
    const { first, changes } = stageHistory({ opensAt: day(2), closesAt: day(9), changes: [change(1, [2, 9]), change(1, [3, 10])] });
    expect(first).toEqual({ opensAt: null, closesAt: null });
    expect(changes.map(({ opening, closing }) => [opening?.to, closing?.to])).toEqual([[day(3), day(10)], [day(2), day(9)]]);
  });

  test("leaves a change out that moved nothing", () => {
    expect(stageHistory({ opensAt: day(1), closesAt: day(9), changes: [change(1, [1, 9])] }).changes).toEqual([]);
  });
});

test("a stage that ended with the release of its decisions is told by its cause", () => {
  const lines = historyLines({ opensAt: day(1), closesAt: day(3), changes: [change(3, [1, 10], { cause: "RELEASED", reason: "" })] }, (moment) => String(moment.getUTCDate()));
  expect(lines).toEqual([{ key: "original.closing", values: { opens: "", closes: "10" } }, { key: "released", values: { at: "3", from: "10" } }]);
});

test("a close is extended or brought forward against the first one, or neither", () => {
  expect(closeMove(day(13), day(9))).toEqual({ kind: "EXTENDED", from: day(9) });
  expect(closeMove(day(8), day(9))).toEqual({ kind: "SHORTENED", from: day(9) });
  expect(closeMove(day(9), day(9))).toBeNull();
  expect(closeMove(day(9), null)).toBeNull();
});
