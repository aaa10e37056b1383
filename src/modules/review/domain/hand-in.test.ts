import { describe, expect, it } from "vitest";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { isAlreadyKept, changedCriteria, draftProblems, filledCriteria, handInProblems, markedPart, saveStep, withCriterionName } from "./hand-in";
import { weightedSum } from "./scoring";

const criterion = (key: string, weight: number) => ({
  key, weight, name: { id: `Nama ${key}`, en: `Name ${key}` }, description: { id: "", en: "" }, sections: [], anchors: [],
});
const rubric: RubricRule = {
  key: "r", name: { id: "", en: "" }, scale: { min: 0, max: 100 }, remarkBelow: 40, remarkAbove: 95,
  criteria: [criterion("a", 50), criterion("b", 30), criterion("c", 20)],
};
const keysOf = (problems: readonly { key: string; criterion: string }[]) => problems.map(({ key, criterion }) => `${criterion} ${key.split(".").at(-1)}`);

describe("a draft", () => {
  it("is kept with criteria missing", () => expect(draftProblems({ marks: { a: 70 }, remarks: {} }, rubric)).toEqual([]));
  it("is refused with a mark off the scale, half a mark, or a criterion that is not in the rubric", () => {
    expect(keysOf(draftProblems({ marks: { a: 101, b: 70.5, z: 10 }, remarks: {} }, rubric))).toEqual([
      "a markOutsideScale", "b markNotWhole", "z criterionUnknown",
    ]);
  });
  it("is refused with a remark beside no mark, because the remark would be lost", () => {
    expect(keysOf(draftProblems({ marks: { a: 70 }, remarks: { a: "baik", b: "kurang", c: "  " } }, rubric))).toEqual(["b remarkWithoutMark"]);
  });
});

describe("handing in", () => {
  const full = { marks: { a: 70, b: 60, c: 50 }, remarks: {}, sure: {} };

  it("needs nothing more when every mark is there", () => expect(handInProblems(full, rubric)).toEqual([]));
  it("needs every mark", () => expect(keysOf(handInProblems({ ...full, marks: { a: 70 } }, rubric))).toEqual(["b markMissing", "c markMissing"]));
  it("needs a remark under and over the limits of the rubric", () => {
    expect(keysOf(handInProblems({ ...full, marks: { a: 39, b: 96, c: 40 } }, rubric))).toEqual(["a remarkMissing", "b remarkMissing"]);
  });
  it("asks about a mark under 10 until the same number is confirmed", () => {
    const sheet = { ...full, marks: { ...full.marks, a: 8 }, remarks: { a: "lemah" } };
    expect(keysOf(handInProblems(sheet, rubric))).toEqual(["a markMaybeSlip"]);
    expect(keysOf(handInProblems({ ...sheet, sure: { a: 7 } }, rubric))).toEqual(["a markMaybeSlip"]);
    expect(handInProblems({ ...sheet, sure: { a: 8 } }, rubric)).toEqual([]);
  });
});

it("counts only criteria with a valid mark", () => expect(filledCriteria({ a: 70, b: 700 }, rubric)).toBe(1));

it("gives the running total of what is marked so far by the same rule as the whole", () => {
  const part = markedPart({ a: 80, b: 101 }, rubric);
  expect(part.weight).toBe(50);
  expect(weightedSum(part.marks, part.rubric)).toEqual({ ok: true, value: 4000 });
});

it("names what differs between two sheets", () => {
  expect(changedCriteria({ a: 1, b: 2 }, { a: 1, b: 3, c: 4 }, rubric)).toEqual(["b", "c"]);
});

it("says a criterion by its name, and by its key where the rubric does not know it", () => {
  const problem = { key: "k", criterion: "a", values: { criterion: "a", mark: 3 } };
  expect(withCriterionName(problem, rubric, "id").values).toEqual({ criterion: "Nama a", mark: 3 });
  expect(withCriterionName({ ...problem, criterion: "z" }, rubric, "en").values.criterion).toBe("z");
});

describe("pressing a button", () => {
  const full = { marks: { a: 70, b: 60, c: 50 }, remarks: {}, sure: {}, isFinished: false };
  const half = { ...full, marks: { a: 70 } };
  const stepOf = (...[intent, sheet]: [Parameters<typeof saveStep>[0], typeof full | typeof half]) => saveStep(intent, sheet, rubric).step;

  it("hands a complete sheet in", () => expect(stepOf("next", full)).toBe("FINISH"));
  it("keeps an incomplete sheet and shows what is missing", () => expect(stepOf("next", half)).toBe("CHECK"));
  it("keeps what is there when the judge only saves or puts the entry aside", () => {
    expect([stepOf("stay", half), stepOf("skip", half)]).toEqual(["KEEP", "KEEP"]);
  });
  it("stores nothing when a mark is off the scale", () => {
    expect(saveStep("stay", { ...half, marks: { a: 170 } }, rubric)).toMatchObject({ step: "REFUSE", problems: [{ criterion: "a" }] });
  });
  it("lets a sheet that was handed in change but never become incomplete", () => {
    expect(stepOf("stay", { ...full, isFinished: true })).toBe("FINISH");
    expect(stepOf("stay", { ...half, isFinished: true })).toBe("REFUSE");
    expect(stepOf("skip", { ...half, isFinished: true })).toBe("LEAVE");
  });
});

describe("what is to be saved is there already", () => {
  const sheet = { marks: { tujuan: 80, dampak: 60 }, remarks: { tujuan: "", dampak: "Belum terukur." }, remark: "Baik." };

  it.each([
    ["the same mark", { marks: { tujuan: 80 }, remarks: {} }],
    ["the same mark and remark", { marks: { dampak: 60 }, remarks: { dampak: "Belum terukur." }, remark: "Baik." }],
    ["a mark taken back that is not there", { marks: {}, remarks: {}, cleared: ["lain"] }],
  ])("with %s", (_, given) => expect(isAlreadyKept(sheet, given)).toBe(true));

  it.each([
    ["another mark", { marks: { tujuan: 81 }, remarks: {} }],
    ["another remark", { marks: { dampak: 60 }, remarks: { dampak: "Terukur." } }],
    ["another remark on the whole", { marks: {}, remarks: {}, remark: "" }],
    ["a mark taken back that is there", { marks: {}, remarks: {}, cleared: ["tujuan"] }],
  ])("not with %s", (_, given) => expect(isAlreadyKept(sheet, given)).toBe(false));

  it("a whole sheet has no further mark", () => {
    expect(isAlreadyKept(sheet, { marks: { tujuan: 80 }, remarks: {} }, true)).toBe(false);
    expect(isAlreadyKept(sheet, { ...sheet, remarks: sheet.remarks }, true)).toBe(true);
  });
});
