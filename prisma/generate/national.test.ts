import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rulesProblems } from "@/modules/competition/domain/rules-problems";
import { currentStage, stageRows } from "@/modules/competition/domain/stages";
import { readRules } from "@/modules/competition/schema";
import { nationalRules } from "./national";
import { placedIn } from "./placed";

const files = ["kipp-2020", "kipp-2021", "kipp-banyumas-2020"];
const rulesOf = (name: string) => {
  const read = readRules(readFileSync(new URL(`../rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.rules;
};

describe("the rules of the national data set", () => {
  const rules = nationalRules(rulesOf("kipp-2021"));

  test("they ask for ten sections of up to 300 words from every group", () => {
    expect(rules.form.sections.map(({ maxWords, groups }) => [maxWords, groups])).toEqual(Array.from({ length: 10 }, () => [300, null]));
  });

  test("they fit together", () => {
    expect(rulesProblems(rules)).toEqual([]);
  });

  test("weights, stages and results are those of the edition", () => {
    const { rubrics, stages, results } = rulesOf("kipp-2021");
    expect([rules.stages, rules.results]).toEqual([stages, results]);
    expect(rules.rubrics.map(({ criteria }) => criteria.map(({ weight }) => weight)))
      .toEqual(rubrics.map(({ criteria }) => criteria.map(({ weight }) => weight)));
  });
});

describe("a timetable placed around a moment", () => {
  const now = new Date("2026-11-21T21:30:00Z");
  const everyStage = files.flatMap((file) => rulesOf(file).stages.map(({ key }) => [file, key] as const));

  test.each(everyStage)("%s stands in %s", (file, stage) => {
    const placed = placedIn(rulesOf(file), { stage, now });
    expect(currentStage(stageRows(placed), now)?.key).toBe(stage);
    expect(rulesProblems(placed)).toEqual([]);
  });

  test("a stage closes in as many days as asked for, to half a day", () => {
    const placed = placedIn(rulesOf("kipp-2021"), { stage: "pendaftaran", now, closesInDays: 9 });
    const close = stageRows(placed)[0]!.closesAt.getTime();
    expect(Math.abs((close - now.getTime()) / 86_400_000 - 9)).toBeLessThanOrEqual(0.5);
  });

  test("a stage that closed three days ago leaves the edition between its stages", () => {
    const placed = placedIn(rulesOf("kipp-2021"), { stage: "penilaian", now, closesInDays: -3 });
    expect(currentStage(stageRows(placed), now)).toBeNull();
  });

  test("another name changes nothing else of the edition", () => {
    const name = { id: "Latihan", en: "Rehearsal" };
    const placed = placedIn(rulesOf("kipp-2021"), { stage: "penilaian", now }, { slug: "latihan", code: "LATIHAN", name });
    expect(placed.edition).toEqual({ ...rulesOf("kipp-2021").edition, slug: "latihan", code: "LATIHAN", name });
  });

  test("a stage that the rules do not have is refused", () => {
    expect(() => placedIn(rulesOf("kipp-2021"), { stage: "final", now })).toThrow("no stage final");
  });
});
