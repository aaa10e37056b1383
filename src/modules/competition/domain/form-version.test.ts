import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { sectionsFor } from "./form-version";

const rules2020 = rulesOf("kipp-2020");
const rules2021 = rulesOf("kipp-2021");

describe("the form", () => {
  test("only the replication group of 2021 answers the three questions on its source", () => {
    const own = sectionsFor(rules2021, "replikasi").filter((section) => !sectionsFor(rules2021, "umum").includes(section));
    expect(own.map((section) => [section.key, section.maxWords])).toEqual([["inspirasi", 100], ["proses-replikasi", 200], ["faktor-pembeda", 100]]);
  });

  test("every group of 2021 answers the question on COVID-19", () => {
    const asked = rules2021.groups.filter((group) => sectionsFor(rules2021, group.key).some((section) => section.key === "respons-covid-19"));
    expect(asked).toHaveLength(3);
  });

  test("the word limits of 2020 sum to 1,900", () => {
    expect(sectionsFor(rules2020, "umum").reduce((total, section) => total + section.maxWords, 0)).toBe(1900);
  });
});

function rulesOf(name: string): EditionRules {
  const read = readRules(readFileSync(new URL(`../../../../prisma/rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.rules;
}
