import { describe, expect, test } from "vitest";
import { linkedParts } from "./linkage";

const pairs = (...list: string[]) => list.map((pair) => ({ submissionId: pair.slice(0, 2), judgeId: pair.slice(2) }));

describe("the links between judges", () => {
  test("two judges who share an entry are linked, also over a third", () => {
    expect(linkedParts(pairs("E1a", "E1b", "E2b", "E2c"))).toEqual([["a", "b", "c"]]);
  });

  test("judges without a shared entry fall into groups, in ascending order", () => {
    const list = pairs("E3d", "E2c", "E1b", "E1a", "E3c");
    expect(linkedParts(list)).toEqual([["a", "b"], ["c", "d"]]);
    expect(linkedParts([...list].reverse())).toEqual(linkedParts(list));
  });

  test("an entry and a judge of the same id are not the same thing", () => {
    expect(linkedParts([{ submissionId: "x", judgeId: "a" }, { submissionId: "y", judgeId: "x" }])).toEqual([["a"], ["x"]]);
  });

  test("nothing assigned makes no group", () => {
    expect(linkedParts([])).toEqual([]);
  });
});
