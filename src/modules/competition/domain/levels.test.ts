import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { levelOf, levelsFor, roundsOf } from "./levels";

const rules2020 = rulesOf("kipp-2020");

describe("rounds and levels", () => {
  test("the evaluation is the first round and the presentation the second; no other stage is one", () => {
    expect(roundsOf(rules2020).map(({ number, stage, scoring }) => [number, stage.key, scoring.role])).toEqual([
      [1, "penilaian", "EVALUATOR"],
      [2, "presentasi", "PANELIST"],
    ]);
  });

  test("the special group competes for its own level in both results", () => {
    expect(rules2020.results.flatMap((result) => levelsFor(result, "khusus")).map((level) => [level.key, level.size])).toEqual([["finalis-khusus", 15], ["outstanding", 5]]);
    expect(levelOf(rules2020, "outstanding")?.result.key).toBe("top-45");
    expect(levelOf(rules2020, "top-25")).toBeNull();
  });
});

function rulesOf(name: string): EditionRules {
  const read = readRules(readFileSync(new URL(`../../../../prisma/rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.rules;
}
