import { describe, expect, it } from "vitest";
import type { EntryOrigin, JudgeTies } from "./conflicts";
import { isStillInConflict, judgesFreeFor, oneMoreReader, pairState } from "./readers";

const entry = (id: string, agencyPath = "11.01"): EntryOrigin => ({ id, agencyPath, unitPath: `${agencyPath}/dinas`, provinceCode: agencyPath.slice(0, 2), memberUserIds: [] });
const judge = (userId: string, own: string[] = [], declared: string[] = []): JudgeTies => ({ userId, agencyPaths: own, provinceCodes: [], declaredSubmissionIds: declared, declaredAgencyPaths: [] });
const pair = (submissionId: string, judgeId: string, more: { recused?: boolean; lapsed?: boolean } = {}) => ({ submissionId, judgeId, recused: false, ...more });

const world = {
  submissions: [entry("e1"), entry("e2"), entry("e3"), entry("e4", "22.02")],
  judges: [judge("a"), judge("b"), judge("c", ["22.02"])],
  perSubmission: 2,
  grounds: ["AGENCY"] as const,
  existing: [pair("e1", "a"), pair("e1", "b"), pair("e2", "a"), pair("e3", "a", { recused: true })],
};

describe("one more reader", () => {
  it("for each of these entries of these judges, whatever they have already, evenly by the whole load", () => {
    const { pairs, left } = oneMoreReader(world, { entries: ["e1", "e2", "e3"], judges: ["b", "c"], seed: "s" });
    expect(pairs.map(({ submissionId }) => submissionId)).toEqual(["e1", "e2", "e3"]);
    // b reads one already: the two get two each in the end.
    expect(["b", "c"].map((id) => pairs.filter(({ judgeId }) => judgeId === id).length)).toEqual([1, 2]);
    expect(left).toEqual([]);
  });

  it("never in conflict, nor to somebody who has or had the entry; what finds nobody is named", () => {
    expect(oneMoreReader(world, { entries: ["e4", "e1"], judges: ["c"], seed: "s" })).toEqual({ pairs: [{ submissionId: "e1", judgeId: "c" }], left: ["e4"] });
    expect(oneMoreReader(world, { entries: ["e3"], judges: ["a"], seed: "s" })).toEqual({ pairs: [], left: ["e3"] });
    expect(oneMoreReader(world, { entries: ["e3"], judges: ["nobody"], seed: "s" }).left).toEqual(["e3"]);
  });
});

describe("who is free for an entry", () => {
  it("is who has no pair with it and no conflict", () => {
    expect(judgesFreeFor(world, "e1")).toEqual(["c"]);
    expect(judgesFreeFor(world, "e4")).toEqual(["a", "b"]);
    expect(judgesFreeFor(world, "unknown")).toEqual([]);
  });
});

describe("a pair that was handed back", () => {
  it("is free again unless something but the handing back keeps the two apart", () => {
    const declared = { ...world, judges: [judge("a", [], ["e3"]), judge("c", ["22.02"], ["e4"])] };
    expect(isStillInConflict(declared, pair("e3", "a"))).toBe(false);
    expect(isStillInConflict(declared, pair("e4", "c"))).toBe(true);
    expect(isStillInConflict(declared, pair("e3", "gone"))).toBe(true);
  });
});

describe("the state of a pair", () => {
  const stored = { recused: false, finished: false, begun: false, active: true };
  it.each([
    [{}, "UNREAD"], [{ begun: true }, "BEGUN"], [{ begun: true, finished: true }, "FINISHED"], [{ finished: true, active: false }, "FINISHED"],
    [{ active: false }, "LAPSED"], [{ begun: true, active: false }, "LAPSED"], [{ recused: true, finished: true, active: false }, "RECUSED"],
  ] as const)("%j is %s", (change, state) => {
    expect(pairState({ ...stored, ...change })).toBe(state);
  });
});
