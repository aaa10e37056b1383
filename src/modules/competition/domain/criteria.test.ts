import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import { criteriaOf, sectionWeight, weightProblems } from "./criteria";
import type { EditionRules } from "./edition-rules";

const rules2020 = rulesOf("kipp-2020");
const rules2021 = rulesOf("kipp-2021");

describe("criteria", () => {
  test("weights of 100 have no fault, those of 99 and none at all have one", () => {
    expect(weightProblems([{ weight: 60 }, { weight: 40 }])).toEqual([]);
    expect(weightProblems([{ weight: 60 }, { weight: 39 }])[0]?.values).toEqual({ sum: 99 });
    expect(weightProblems([])[0]?.values).toEqual({ sum: 0 });
  });

  test("the nine aspects of 2020 carry 5, 5, 15, 20, 10, 10, 15, 10 and 10 points", () => {
    expect(criteriaOf(rules2020, "penilaian").map((criterion) => criterion.weight)).toEqual([5, 5, 15, 20, 10, 10, 15, 10, 10]);
    expect(criteriaOf(rules2020, "unknown")).toEqual([]);
  });

  test("in 2021 evaluation, transferability and sustainability carry half of the points", () => {
    const weightOf = (key: string) => criteriaOf(rules2021, "penilaian").find((criterion) => criterion.key === key)?.weight;
    expect(["evaluasi", "transferabilitas", "strategi-keberlanjutan"].map(weightOf)).toEqual([20, 15, 15]);
    expect(criteriaOf(rules2021, "penilaian")).toHaveLength(11);
  });

  test("a section shows the weight of what is read from it; the summary none", () => {
    expect(["ringkasan", "kebaruan", "sumber-daya", "keberlanjutan", "dampak-hasil"].map((key) => sectionWeight(rules2020, key)))
      .toEqual([0, 20, 10, 10, 15]);
    expect(sectionWeight(rules2021, "respons-covid-19")).toBe(0);
  });
});

function rulesOf(name: string): EditionRules {
  const read = readRules(readFileSync(new URL(`../../../../prisma/rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.rules;
}
