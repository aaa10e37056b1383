import { describe, expect, test } from "vitest";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import { fraction } from "@/modules/review/domain/fraction";
import { freezeProblems, snapshotDocument, type FreezeRequest } from "./freeze";
import { rank, type RankableEntry } from "./ranking";

const stage = { key: "evaluation", opensAt: new Date("2020-05-09T00:00:00Z"), closesAt: new Date("2020-05-20T16:59:59.999Z") };
const later = new Date("2020-05-20T17:00:00.000Z");
const read = (readings: number, code = `E${readings}`) => ({ code, readings, hasEntered: true });
const round = (entries: { code: string; readings: number; hasEntered: boolean }[], key = "evaluation") => ({ stage: key, perSubmission: 3, entries });
const problems = (over: Partial<FreezeRequest>) =>
  freezeProblems({ stages: [stage], now: later, rounds: [round([read(3)])], ...over })
    .map(({ key, severity, values, codes }) => [key, severity, values?.stage, codes]);

describe("freezing a ranking", () => {
  test("is free when the stage has closed and every entry has its readings", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ rounds: [round([read(3), read(4)])] })).toEqual([]);
  });

  test("is blocked before the stage has closed and at its closing instant", () => {
    expect(problems({ now: stage.closesAt })).toEqual([["results.problem.stageNotClosed", "BLOCKING", "evaluation", []]]);
    expect(problems({ now: new Date(0) })).toEqual([["results.problem.stageNotClosed", "BLOCKING", "evaluation", []]]);
  });

  test("is blocked while another stage that it reads is open, although its own has closed", () => {
    const visit = { ...stage, key: "visit", closesAt: later };
    expect(problems({ stages: [stage, visit] })).toEqual([["results.problem.stageNotClosed", "BLOCKING", "visit", []]]);
  });

  test("is blocked without an entry", () => {
    expect(problems({ rounds: [round([])] })).toEqual([["results.problem.noEntries", "BLOCKING", undefined, []]]);
  });

  test("needs a person's word for entries read too seldom or never, each named", () => {
    expect(problems({ rounds: [round([read(2, "E9"), read(3), read(1, "E10"), read(0)])] })).toEqual([
      ["results.problem.entriesUnread", "ACKNOWLEDGE", "evaluation", ["E0"]],
      ["results.problem.entriesUnderRead", "ACKNOWLEDGE", "evaluation", ["E10", "E9"]],
    ]);
  });

  test("names those who never entered a stage apart from those whom nobody read there", () => {
    const visited = { ...read(3, "A") };
    expect(problems({ rounds: [round([visited, { code: "B", readings: 0, hasEntered: false }, read(0, "C")], "visit")] })).toEqual([
      ["results.problem.stageNotEntered", "ACKNOWLEDGE", "visit", ["B"]],
      ["results.problem.entriesUnread", "ACKNOWLEDGE", "visit", ["C"]],
    ]);
  });

  test("needs it for every round that is read, and not for the deciding one alone", () => {
    expect(problems({ rounds: [round([read(3, "A"), read(0, "B")]), round([read(3, "A"), read(3, "B")], "panel")] })).toEqual([
      ["results.problem.entriesUnread", "ACKNOWLEDGE", "evaluation", ["B"]],
    ]);
  });
});

const result: ResultRule = {
  key: "top-45",
  name: { id: "Top 45", en: "Top 45" },
  afterStage: "presentation",
  combine: [{ stage: "evaluation", weight: 40 }, { stage: "presentation", weight: 60 }],
  tieBreaks: [{ by: "CRITERION", stage: "evaluation", criterion: "significance" }, { by: "STAGE", stage: "presentation" }, { by: "EARLIER_FILING" }],
  levels: [{ key: "top-45", name: { id: "Top 45", en: "Top 45" }, size: 45, groups: ["general"], from: "top-99" }],
};

const entries = (turned: boolean): RankableEntry[] => {
  const standing = (points: ReturnType<typeof fraction> | null) => {
    const pairs = Object.entries({ significance: fraction(241, 3), adaptability: fraction(70) });
    return { points, criteria: Object.fromEntries(turned ? pairs.reverse() : pairs), readings: points ? 3 : 0, lowest: points, highest: points };
  };
  const list = ["B", "A", "C"].map((code) => {
    const stages = Object.entries({ evaluation: standing(fraction(235, 3)), presentation: standing(code === "C" ? null : fraction(80)) });
    return { code, group: "general", filedAt: 1, stages: Object.fromEntries(turned ? stages.reverse() : stages) };
  });
  return turned ? list.reverse() : list;
};
const documentOf = (turned: boolean) =>
  snapshotDocument({ editionCode: "KIPP-2020", rulesSha256: "ab", result, ranked: turned ? rank(entries(turned), result).reverse() : rank(entries(turned), result) });

describe("the document of a frozen ranking", () => {
  test("is the same to the byte whatever order rows and keys came in", () => {
    expect(JSON.stringify(documentOf(true))).toBe(JSON.stringify(documentOf(false)));
  });

  test("holds exact totals as texts, and an incomplete entry without one", () => {
    expect(documentOf(false).entries.map(({ rank: place, code, total, incomplete, decidedBy }) => [place, code, total, incomplete, decidedBy])).toEqual([
      [1, "A", "238/3", false, "FIRST"],
      [1, "B", "238/3", false, "EQUAL"],
      [3, "C", null, true, "INCOMPLETE"],
    ]);
    expect(documentOf(false).entries[0]?.stages[0]).toEqual({
      stage: "evaluation", points: "235/3", readings: 3, lowest: "235/3", highest: "235/3",
      criteria: [{ criterion: "adaptability", mean: "70/1" }, { criterion: "significance", mean: "241/3" }],
    });
  });

  test("holds the rules it follows from, and neither time nor random id", () => {
    const { entries: _, ...head } = documentOf(false);
    expect(head).toEqual({
      format: 2, edition: "KIPP-2020", rulesSha256: "ab",
      result: {
        key: "top-45", afterStage: "presentation", combine: result.combine, tieBreaks: result.tieBreaks,
        levels: [{ key: "top-45", size: 45, groups: ["general"], from: "top-99", growForTie: 0 }],
      },
    });
  });

  test("survives being written and read as JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(documentOf(false)))).toEqual(documentOf(false));
  });
});
