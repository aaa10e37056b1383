import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LevelRule } from "@/modules/competition/domain/edition-rules";
import { fraction } from "@/modules/review/domain/fraction";
import { applyMoves, autoComposition, compositionProblems, type Composition, type Move } from "./composition";
import type { RankedEntry } from "./ranking";

const level = (key: string, size: number, over: Partial<LevelRule> = {}): LevelRule =>
  ({ key, name: { id: key, en: key }, size, groups: ["general"], from: null, ...over });
const rankedOf = (...codes: string[]): RankedEntry[] => codes.map((code, index) => ({
  code, group: code.startsWith("S") ? "special" : "general", filedAt: 0, stages: {}, rank: index + 1,
  total: code.endsWith("?") ? null : fraction(100 - index), incomplete: code.endsWith("?"), decidedBy: "TOTAL",
}));
const auto = (codes: string[], ...levels: LevelRule[]) => autoComposition(rankedOf(...codes), { levels }, new Map());
const move = (direction: "IN" | "OUT", code: string, over: Partial<Move> = {}): Move =>
  ({ code, direction, level: "top", reason: "Keterwakilan provinsi", ...over });
const codesOf = ({ levels }: Composition) => levels.map(({ codes }) => codes);
const problemsOf = (composition: Composition) => compositionProblems(composition).map(({ key, values }) => [key.replace("results.problem.", ""), values?.["code"] ?? values?.["level"]]);

describe("what the order of scores gives", () => {
  test("each level takes the first of its groups", () => {
    expect(codesOf(auto(["G1", "S1", "G2", "G3", "S2"], level("top", 2), level("special", 1, { groups: ["special"] })))).toEqual([["G1", "G2"], ["S1"]]);
  });

  test("a level that follows from an earlier one takes only those it named", () => {
    const earlier = new Map([["G2", ["top-99"]], ["G3", ["top-99", "other"]], ["G4", ["other"]]]);
    const composition = autoComposition(rankedOf("G1", "G2", "G3", "G4"), { levels: [level("top", 45, { from: "top-99" })] }, earlier);
    expect(codesOf(composition)).toEqual([["G2", "G3"]]);
  });

  test("an entry without a complete total is not taken, even where there is room", () => {
    expect(codesOf(auto(["G1", "G2?"], level("top", 5)))).toEqual([["G1"]]);
  });

  test("no entry stands on two levels", () => {
    expect(codesOf(auto(["G1", "G2", "G3"], level("top", 1), level("next", 2)))).toEqual([["G1"], ["G2", "G3"]]);
  });

  test("levels need no moves and have no problems while enough entries are there, or all of them", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (entries, first, second) => {
      const codes = Array.from({ length: entries }, (_, n) => `${n % 3 === 0 ? "S" : "G"}${n}`);
      const composition = auto(codes, level("top", first), level("special", second, { groups: ["special"] }));
      expect(compositionProblems(composition)).toEqual([]);
      expect(composition.levels.map((one) => one.codes.length)).toEqual(
        [codes.filter((code) => code.startsWith("G")).length, codes.filter((code) => code.startsWith("S")).length].map((there, n) => Math.min(there, n === 0 ? first : second)),
      );
    }));
  });
});

describe("moves by people", () => {
  const start = auto(["G1", "G2", "G3", "G4"], level("top", 2));

  test("one out and one in change the list, which stays in the order of rank", () => {
    const moved = applyMoves(start, [move("OUT", "G2"), move("IN", "G4"), move("OUT", "G1"), move("IN", "G3")]);
    expect(codesOf(moved)).toEqual([["G3", "G4"]]);
    expect(problemsOf(moved)).toEqual([]);
  });

  test("moves may be made in several sittings", () => {
    const moves = [move("OUT", "G2"), move("IN", "G4")];
    expect(applyMoves(applyMoves(start, moves.slice(0, 1)), moves.slice(1))).toEqual(applyMoves(start, moves));
  });

  test("a move and its opposite give the first list back, with both on record", () => {
    const moved = applyMoves(start, [move("OUT", "G2"), move("IN", "G2")]);
    expect([codesOf(moved), moved.moves.length, problemsOf(moved)]).toEqual([[["G1", "G2"]], 2, []]);
  });

  test("a level with more entries than its size is refused", () => {
    expect(problemsOf(applyMoves(start, [move("IN", "G3")]))).toEqual([["levelTooLarge", "top"]]);
  });

  test("a level with fewer entries than its size is refused while enough are eligible", () => {
    expect(problemsOf(applyMoves(start, [move("OUT", "G1")]))).toEqual([["levelTooSmall", "top"]]);
    expect(problemsOf(applyMoves(auto(["G1", "G2"], level("top", 2)), [move("OUT", "G1")]))).toEqual([["levelTooSmall", "top"]]);
    expect(problemsOf(applyMoves(auto(["G1", "G2"], level("top", 3)), [move("OUT", "G1")]))).toEqual([]);
  });

  test.each(["", "singkat", "         x         ", "satu    dua", "👍👍👍👍👍"])("the reason «%s» is too short", (reason) => {
    expect(problemsOf(applyMoves(start, [move("OUT", "G2"), move("IN", "G3", { reason })]))).toEqual([["moveWithoutReason", "G3"]]);
  });

  test("ten characters are a reason", () => {
    expect(problemsOf(applyMoves(start, [move("OUT", "G2", { reason: "satu dua t" }), move("IN", "G3")]))).toEqual([]);
  });

  test("bringing in an entry of another group, without a total or not named before is refused and changes nothing", () => {
    const given = auto(["G1", "S1", "G2?"], level("top", 2));
    const moved = applyMoves(given, [move("IN", "S1"), move("IN", "G2?")]);
    expect(problemsOf(moved)).toEqual([["moveNotEligible", "S1"], ["moveNotEligible", "G2?"]]);
    expect(codesOf(moved)).toEqual([["G1"]]);
  });

  test("an unknown entry and an unknown level are refused by name", () => {
    expect(problemsOf(applyMoves(start, [move("IN", "X1"), move("IN", "G3", { level: "bottom" })]))).toEqual([["moveUnknownEntry", "X1"], ["moveUnknownLevel", "G3"]]);
  });

  test("a move that changes nothing is refused", () => {
    expect(problemsOf(applyMoves(start, [move("IN", "G1"), move("OUT", "G4")]))).toEqual([["moveWithoutEffect", "G1"], ["moveWithoutEffect", "G4"]]);
  });

  test("an entry moved onto a second level is refused", () => {
    const two = auto(["G1", "G2", "G3"], level("top", 1), level("next", 1));
    expect(problemsOf(applyMoves(two, [move("OUT", "G2", { level: "next" }), move("IN", "G1", { level: "next" })]))).toEqual([["onTwoLevels", "G1"]]);
  });
});
