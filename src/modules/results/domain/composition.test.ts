import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LevelRule } from "@/modules/competition/domain/edition-rules";
import { fraction } from "@/modules/review/domain/fraction";
import { applyMoves, autoComposition, compositionProblems, type Composition, type Move } from "./composition";
import { openDecisions, rulingOn } from "./open-decisions";
import type { RankedEntry } from "./ranking";

const level = (key: string, size: number, over: Partial<LevelRule> = {}): LevelRule =>
  ({ key, name: { id: key, en: key }, size, groups: ["general"], from: null, ...over });
const rankedOf = (...codes: string[]): RankedEntry[] => codes.map((code, index) => ({
  code, group: code.startsWith("S") ? "special" : "general", filedAt: 0, stages: {}, place: index + 1, rank: index + 1, missing: code.endsWith("?") ? ["x"] : [],
  total: code.endsWith("?") ? null : fraction(100 - index), incomplete: code.endsWith("?"), decidedBy: "TOTAL",
}));
const auto = (codes: string[], ...levels: LevelRule[]) => autoComposition(rankedOf(...codes), { levels }, new Map());
const move = (direction: "IN" | "OUT", code: string, over: Partial<Move> = {}): Move =>
  ({ code, direction, level: "top", reason: "Keterwakilan provinsi", ...over });
const codesOf = ({ levels }: Composition) => levels.map(({ codes }) => codes);
const problemsOf = (composition: Composition) => compositionProblems(composition).map(({ key, values }) => [key.replace("results.problem.", ""), values?.["code"] ?? values?.["level"]]);
const rankedEqual = (...runs: string[][]): RankedEntry[] => {
  let place = 0;
  return runs.flatMap((run) => {
    const rank = place + 1;
    return run.map((code, index) => ({
      code, group: "general", filedAt: 0, stages: {}, place: (place += 1), rank, missing: [], total: fraction(100 - rank), incomplete: false,
      decidedBy: index === 0 ? "TOTAL" as const : "EQUAL" as const,
    }));
  });
};

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

  test("levels need no moves and have no problems while enough entries are there; one that cannot be filled is named", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (entries, first, second) => {
      const codes = Array.from({ length: entries }, (_, n) => `${n % 3 === 0 ? "S" : "G"}${n}`);
      const composition = auto(codes, level("top", first), level("special", second, { groups: ["special"] }));
      const there = (letter: string) => codes.filter((code) => code.startsWith(letter)).length;
      const unfilled = [...(there("G") < first ? ["top"] : []), ...(there("S") < second ? ["special"] : [])];
      expect(problemsOf(composition)).toEqual(unfilled.map((key) => ["levelUnfilled", key]));
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
    expect(problemsOf(applyMoves(auto(["G1", "G2"], level("top", 3)), [move("OUT", "G1")]))).toEqual([["levelUnfilled", "top"]]);
  });

  test.each(["", "singkat", "         x         ", "satu    dua", "👍👍👍👍👍"])("the reason «%s» is too short", (reason) => {
    expect(problemsOf(applyMoves(start, [move("OUT", "G2"), move("IN", "G3", { reason })]))).toEqual([["moveWithoutReason", "G3"]]);
  });

  test("ten characters are a reason", () => {
    expect(problemsOf(applyMoves(start, [move("OUT", "G2", { reason: "satu dua t" }), move("IN", "G3")]))).toEqual([]);
  });

  test("bringing in an entry of another group or not named before is refused and changes nothing", () => {
    const given = auto(["G1", "G2", "S1"], level("top", 2));
    const moved = applyMoves(given, [move("IN", "S1")]);
    expect(problemsOf(moved)).toEqual([["moveNotEligible", "S1"]]);
    expect(codesOf(moved)).toEqual([["G1", "G2"]]);
  });

  test("an entry without a reading is brought in by people with a reason, and stands below those with a total", () => {
    const moved = applyMoves(auto(["G1", "G2?"], level("top", 2)), [move("IN", "G2?")]);
    expect([codesOf(moved), problemsOf(moved)]).toEqual([[["G1", "G2?"]], []]);
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

describe("equal entries at a level's line", () => {
  const compose = (runs: string[][], size: number, growForTie?: number) => autoComposition(rankedEqual(...runs), { levels: [level("top", size, { growForTie })] }, new Map());

  test("are not in, whatever their codes: people decide, and until then nothing is ready", () => {
    const composition = compose([["G1"], ["G2", "G3"], ["G4"]], 2);
    expect(codesOf(composition)).toEqual([["G1"]]);
    expect(compositionProblems(composition)).toEqual([
      { key: "results.problem.tieAtLine", values: { level: "top", seats: 1, entries: 2, codes: "G2, G3" } },
    ]);
  });

  test.each(["G2", "G3"])("are decided once %s is brought in with a reason", (code) => {
    const decided = applyMoves(compose([["G1"], ["G2", "G3"], ["G4"]], 2), [move("IN", code)]);
    expect([codesOf(decided), problemsOf(decided)]).toEqual([[["G1", code]], []]);
    expect(openDecisions(decided)).toEqual([{ kind: "TIE", level: "top", seats: 1, codes: ["G2", "G3"], settled: true }]);
  });

  test("stay open while fewer are brought in than there are seats", () => {
    const start = compose([["G1"], ["G2", "G3", "G4"]], 3);
    expect(problemsOf(applyMoves(start, [move("IN", "G3")]))).toEqual([["tieAtLine", "top"]]);
    expect(problemsOf(applyMoves(start, [move("IN", "G3"), move("IN", "G4")]))).toEqual([]);
  });

  test("may all come in where one above is taken out for them", () => {
    const start = compose([["G1"], ["G2", "G3"]], 2);
    expect(problemsOf(applyMoves(start, [move("OUT", "G1")]))).toEqual([["levelTooSmall", "top"]]);
    expect(problemsOf(applyMoves(start, [move("OUT", "G1"), move("IN", "G2"), move("IN", "G3")]))).toEqual([]);
  });

  test("come in together where the rules let the level grow by so many, and not by fewer", () => {
    const grown = compose([["G1"], ["G2", "G3", "G4"]], 2, 2);
    expect([codesOf(grown), problemsOf(grown)]).toEqual([[["G1", "G2", "G3", "G4"]], []]);
    expect(problemsOf(applyMoves(compose([["G1"], ["G2", "G3"], ["G4"]], 2, 1), [move("IN", "G4")]))).toEqual([["levelTooLarge", "top"]]);
    expect(problemsOf(compose([["G1"], ["G2", "G3", "G4"]], 2, 1))).toEqual([["tieAtLine", "top"]]);
  });

  test("anywhere else are nothing to decide", () => {
    expect(problemsOf(compose([["G1", "G2"], ["G3"], ["G4", "G5"]], 3))).toEqual([]);
  });

  test("are found in rankings that were frozen when the code still ended every tie", () => {
    const old = rankedEqual(["G1"], ["G2", "G3"]).map((entry, index) => ({ ...entry, rank: index + 1, decidedBy: entry.decidedBy === "EQUAL" ? "CODE" as const : entry.decidedBy }));
    expect(problemsOf(autoComposition(old, { levels: [level("top", 2)] }, new Map()))).toEqual([["tieAtLine", "top"]]);
  });
});

describe("what is missing", () => {
  const gaps = auto(["G1", "G2", "G3?", "G4?"], level("top", 2));

  test("is named and keeps the set from being ready, although the level is full", () => {
    expect(compositionProblems(gaps)).toEqual([
      { key: "results.problem.missingUndecided", values: { level: "top", entries: 2, codes: "G3?, G4?" } },
    ]);
  });

  test("is settled by a ruling that names every entry that is still out", () => {
    const ruling = rulingOn(gaps, { kind: "MISSING", level: "top" })!;
    expect(ruling).toEqual({ kind: "MISSING", level: "top", codes: ["G3?", "G4?"], entries: 0 });
    expect(problemsOf({ ...gaps, rulings: [ruling] })).toEqual([]);
    expect(problemsOf({ ...gaps, rulings: [{ ...ruling, codes: ["G3?"] }] })).toEqual([["missingUndecided", "top"]]);
    expect(rulingOn({ ...gaps, rulings: [ruling] }, { kind: "MISSING", level: "top" })).toBeNull();
  });

  test("of a level that cannot be filled is settled for as many as stood on it, and open again when there are fewer", () => {
    const small = auto(["G1", "G2"], level("top", 3));
    const ruling = rulingOn(small, { kind: "UNFILLED", level: "top" })!;
    expect(problemsOf({ ...small, rulings: [ruling] })).toEqual([]);
    expect(problemsOf({ ...applyMoves(small, [move("OUT", "G2")]), rulings: [ruling] })).toEqual([["levelUnfilled", "top"]]);
  });

  test("is not hidden by 99 finalists of whom 20 were visited: the other 79 are named, and the level is not full", () => {
    const codes = Array.from({ length: 99 }, (_, index) => `G${index + 1}${index < 79 ? "?" : ""}`);
    const composition = auto(codes, level("top-45", 45));
    expect(composition.levels[0]!.codes).toHaveLength(20);
    const problems = compositionProblems(composition);
    expect(problems.map(({ key, values }) => [key, values?.["entries"]])).toEqual([
      ["results.problem.missingUndecided", 79], ["results.problem.levelUnfilled", 20],
    ]);
  });
});

describe("an entry that a visit doubts or disqualifies", () => {
  const visited = { ...auto(["G1", "G2", "G3"], level("top", 2)), doubted: ["G2", "G3"] };

  test("is named and keeps the set from being ready while it is on the level; one that is not on it is nothing to decide", () => {
    expect(compositionProblems(visited)).toEqual([{ key: "results.problem.verdictUndecided", values: { level: "top", entries: 1, codes: "G2" } }]);
  });

  test("is decided by taking it out, or by a ruling that names it; another one that comes in is asked about anew", () => {
    const ruling = rulingOn(visited, { kind: "VERDICT", level: "top" })!;
    expect(ruling).toEqual({ kind: "VERDICT", level: "top", codes: ["G2"], entries: 0 });
    expect(problemsOf({ ...visited, rulings: [ruling] })).toEqual([]);
    const moved = { ...applyMoves(visited, [move("OUT", "G2"), move("IN", "G3")]), doubted: visited.doubted, rulings: [ruling] };
    expect(problemsOf(moved)).toEqual([["verdictUndecided", "top"]]);
    expect(problemsOf({ ...moved, doubted: ["G2"] })).toEqual([]);
  });
});
