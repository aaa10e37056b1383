import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readRules } from "../schema";
import { notEnteredByAll } from "./counted-by-all";
import type { EditionRules } from "./edition-rules";

/** The rules of 2020 with a visit of twenty finalists, chosen by the panel, before the Top 45. */
function withVisit(counted: boolean): EditionRules {
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  const { rules } = reading;
  const [finalists, top45] = rules.results;
  const panel = rules.stages.find(({ key }) => key === "presentasi")!;
  const visit = { ...panel, key: "kunjungan", kind: "FIELD_VISIT" as const, opensAt: "2020-07-20T08:00", closesAt: "2020-07-25T16:00", scoring: { ...panel.scoring!, entrants: { result: "dikunjungi" } } };
  const visited = {
    ...top45!, key: "dikunjungi", combine: [{ stage: "presentasi", weight: 100 }],
    levels: [{ key: "dua-puluh", name: { id: "Dikunjungi", en: "Visited" }, size: 20, groups: ["umum", "replikasi"], from: "top-99" }],
  };
  const combine = counted
    ? [{ stage: "penilaian", weight: 50 }, { stage: "presentasi", weight: 30 }, { stage: "kunjungan", weight: 20 }]
    : [{ stage: "penilaian", weight: 60 }, { stage: "presentasi", weight: 40 }];
  const stages = rules.stages.flatMap((stage) => (stage.key === "presentasi" ? [stage, visit] : [stage]));
  return { ...rules, stages, results: [finalists!, visited, { ...top45!, afterStage: "kunjungan", combine }] };
}
const faults = (rules: EditionRules) =>
  rules.results.flatMap((result, place) => notEnteredByAll(rules, result, ["results", place])).map(({ path, key, values }) => [path.join("."), key.split(".").at(-1), values]);

describe("a stage that only some of a level's entries enter", () => {
  test("is refused where its points count, at its place", () => {
    expect(faults(withVisit(true))).toEqual([
      ["results.2.combine.2.stage", "countedStageNotEntered", { stage: "kunjungan", level: "top-45" }],
    ]);
  });

  test("is refused as a tie-break too: who never entered it would lose every tie", () => {
    const rules = withVisit(false);
    const [finalists, visited, top45] = rules.results;
    const tied = { ...rules, results: [finalists!, visited!, { ...top45!, tieBreaks: [{ by: "STAGE" as const, stage: "kunjungan" }] }] };
    expect(faults(tied)).toEqual([["results.2.tieBreaks.0.stage", "countedStageNotEntered", { stage: "kunjungan", level: "top-45" }]]);
  });

  test("is free where it carries no points", () => {
    expect(faults(withVisit(false))).toEqual([]);
  });

  test("is free where the level draws from those who entered it", () => {
    const rules = withVisit(true);
    const [finalists, visited, top45] = rules.results;
    const narrowed = { ...top45!, levels: [{ ...top45!.levels[0]!, size: 10, from: "dua-puluh" }] };
    expect(faults({ ...rules, results: [finalists!, visited!, narrowed] })).toEqual([]);
  });

  test("is named in the file with its line", () => {
    const { stages, results } = withVisit(true);
    const source = JSON.stringify({ ...rulesOf2020(), stages, results }, null, 1);
    const reading = readRules(source);
    const line = source.split("\n").findLastIndex((text) => text.includes('"stage": "kunjungan"')) + 1;
    expect(reading.ok || reading.problems.map((problem) => [problem.line, problem.key])).toEqual([
      [line, "competition.rules.problem.countedStageNotEntered"],
    ]);
  });
});

function rulesOf2020(): EditionRules {
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  return { ...reading.rules, provenance: [] };
}
