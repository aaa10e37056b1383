import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { shiftStages } from "./shift";

const rules2020 = rulesOf("kipp-2020");

describe("moving a timetable", () => {
  test("every stage moves by the same days and the rules given stay as they were", () => {
    const before = structuredClone(rules2020);
    const moved = shiftStages(rules2020, 366);
    expect(moved.stages.map((stage) => stage.opensAt)[0]).toBe("2021-03-05T08:00");
    expect(moved.stages.map((stage) => stage.closesAt).at(-1)).toBe("2021-11-26T23:59");
    expect(shiftStages(moved, -366)).toEqual(before);
    expect(rules2020).toEqual(before);
  });
});

function rulesOf(name: string): EditionRules {
  const read = readRules(readFileSync(new URL(`../../../../prisma/rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.rules;
}
