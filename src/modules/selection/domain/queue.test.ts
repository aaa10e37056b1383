import { describe, expect, test } from "vitest";
import { countStates, type Handling, hasStake, isFree, queueState, summarise, type SummaryRow } from "./queue";

const now = new Date("2026-05-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rules = { secondReaderForFail: true, reasons: [{ key: "muda", text: { id: "Muda", en: "Young" } }, { key: "ganda", text: { id: "Ganda", en: "Twice" } }] };
const nobody: Handling = { outcome: null, takenById: null, secondById: null, touchedAt: null };
const held = (change: Partial<Handling> = {}): Handling => ({ ...nobody, takenById: "satu", touchedAt: hoursAgo(1), ...change });

describe("the one state of a proposal", () => {
  test.each<[string, Handling, string]>([
    ["one that nobody took is free", nobody, "FREE"],
    ["one that another selector holds is held", held(), "HELD"],
    ["one untouched for a day is free again", held({ touchedAt: hoursAgo(24) }), "FREE"],
    ["one untouched for a minute less is not", held({ touchedAt: new Date(hoursAgo(24).getTime() + 60_000) }), "HELD"],
    ["one's own stays one's own until somebody else takes it", held({ takenById: "saya", touchedAt: hoursAgo(30) }), "MINE"],
    ["one that came back is its first reader's again", held({ takenById: "saya", secondById: "dua" }), "MINE"],
    ["a fail waits for its second reader", held({ outcome: "FAIL" }), "AWAITING_SECOND"],
    ["a confirmed fail is done", held({ outcome: "FAIL", secondById: "dua" }), "DONE"],
    ["a pass is done, however long ago", held({ outcome: "PASS", touchedAt: hoursAgo(300) }), "DONE"],
  ])("%s", (_, handling, state) => {
    expect(queueState(handling, { viewerId: "saya", now, rules })).toBe(state);
  });

  test("what is decided is never free", () => {
    expect(isFree(held({ outcome: "FAIL", touchedAt: hoursAgo(99) }), now)).toBe(false);
  });

  test("states are counted, absent ones as none", () => {
    expect(countStates(["FREE", "FREE", "DONE"])).toEqual({ FREE: 2, MINE: 0, HELD: 0, AWAITING_SECOND: 0, DONE: 1 });
  });
});

describe("a stake in a proposal", () => {
  const origin = { agencyCode: "73.72", unitCode: "73.72/rsud", ownerId: "pemilik" };
  test.each<[string, string[], boolean]>([
    ["no role in any agency is none", [], false],
    ["a role in the filing agency is one", ["73.72"], true],
    ["a role in the writing unit is one", ["73.72/rsud"], true],
    ["a role in another unit of the filing agency is one", ["73.72/dinas-kesehatan"], true],
    ["a role in another agency with a similar code is none", ["73.7", "73.721"], false],
  ])("%s", (_, agencyCodes, expected) => {
    expect(hasStake({ userId: "saya", agencyCodes }, origin)).toBe(expected);
  });

  test("its owner has one without any role", () => {
    expect(hasStake({ userId: "pemilik", agencyCodes: [] }, origin)).toBe(true);
  });
});

test("the recap counts by kind and by reason, and its kinds sum to the total", () => {
  const row = (agencyKind: SummaryRow["agencyKind"], change: Partial<SummaryRow>): SummaryRow =>
    ({ outcome: null, takenById: "satu", secondById: null, reasonKeys: [], agencyKind, ...change });
  const summary = summarise(
    [
      row("CITY", { outcome: "PASS" }),
      row("CITY", { outcome: "FAIL", secondById: "dua", reasonKeys: ["muda", "ganda"] }),
      row("REGENCY", { outcome: "FAIL", secondById: "dua", reasonKeys: ["muda"] }),
      row("REGENCY", { outcome: "FAIL", reasonKeys: ["ganda"] }),
      row("REGENCY", {}),
    ],
    rules,
    ["PROVINCE", "REGENCY", "CITY"],
  );
  expect(summary.byKind.map(({ kind, counts }) => [kind, counts.filed, counts.passed, counts.failed])).toEqual([["REGENCY", 3, 0, 1], ["CITY", 2, 1, 1]]);
  expect(summary.total).toEqual({ filed: 5, passed: 1, failed: 2, awaitingSecond: 1, undecided: 1 });
  expect(summary.byReason).toEqual([{ key: "muda", count: 2 }, { key: "ganda", count: 1 }]);
});
