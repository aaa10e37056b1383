import { describe, expect, it } from "vitest";
import { lastWords, movesToCarry } from "./carried";
import type { Composition, LevelComposition, Move } from "./composition";
import { unmetWords } from "./unmet-words";

const move = (code: string, direction: "IN" | "OUT"): Move => ({ code, level: "top", direction, reason: "Sidang memutuskan begini." });
const level = (codes: string[], eligible = codes): LevelComposition =>
  ({ level: "top", size: 2, capacity: 2, tie: null, proposed: codes, eligible, incomplete: [], codes });
const on = (codes: string[], eligible = codes): Composition => ({ ranked: eligible, levels: [level(codes, eligible)], moves: [], rulings: [] });

describe("what people decided last", () => {
  it("is the last move on an entry and level, and nothing where it was taken back", () => {
    expect(lastWords([[move("A", "OUT"), move("B", "IN")]])).toEqual([move("A", "OUT"), move("B", "IN")]);
    expect(lastWords([[move("A", "OUT"), move("A", "IN")]])).toEqual([]);
    expect(lastWords([[move("A", "OUT"), move("A", "IN"), move("A", "OUT")]])).toEqual([move("A", "OUT")]);
  });

  it("outlives a set that did not need it, and ends with one that took it back", () => {
    expect(lastWords([[move("A", "OUT")], [move("B", "IN")]])).toEqual([move("A", "OUT"), move("B", "IN")]);
    expect(lastWords([[move("A", "OUT")], [move("A", "OUT"), move("A", "IN")], []])).toEqual([]);
  });
});

describe("a new ranking", () => {
  it("takes the moves that change something, and follows the others already or cannot", () => {
    const words = [move("A", "OUT"), move("B", "OUT"), move("C", "IN"), move("D", "IN")];
    const standing = on(["A", "X"], ["A", "X", "B", "C"]);
    expect(movesToCarry(words, standing)).toEqual([move("A", "OUT"), move("C", "IN")]);
    expect(unmetWords(words, { ...standing, moves: [move("A", "OUT"), move("C", "IN")] }).map(({ code }) => code)).toEqual(["D"]);
  });
});
