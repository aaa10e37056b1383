import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { levelOf, levelsFor, previousRound, roundOf } from "./levels";

const rules2020 = rulesOf("kipp-2020");

describe("rounds and levels", () => {
  test("the presentation is the second round, after the evaluation", () => {
    expect(roundOf(rules2020, "presentasi")).toMatchObject({ number: 2, rubric: { key: "panel" }, scoring: { role: "PANELIST" } });
    expect(previousRound(rules2020, "presentasi")?.stage.key).toBe("penilaian");
  });

  test("the evaluation has no round before it, and registration is no round", () => {
    expect([previousRound(rules2020, "penilaian"), roundOf(rules2020, "pendaftaran"), previousRound(rules2020, "pendaftaran")]).toEqual([null, null, null]);
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
