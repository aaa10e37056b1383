import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { isCode } from "@/modules/submission/domain/codes";
import { agencyRows } from "./agencies";
import { banyumasSubmissions } from "./banyumas";
import { dataRows } from "./csv";
import { DEMONSTRATION_LINE } from "./demonstration";
import { parepareSubmissions } from "./parepare";
import { generateSubmissions, groupOf, sectionsOf } from "./submissions";

const rulesOf = (file: string) =>
  parse(readFileSync(new URL(`../rules/${file}.yaml`, import.meta.url), "utf8")) as EditionRules;
const kipp = rulesOf("kipp-2020");
const regency = rulesOf("kipp-banyumas-2020");
const national = parepareSubmissions({ rules: kipp, seed: 1 });
const regional = banyumasSubmissions({ rules: regency, seed: 1 });
const names = new Map(agencyRows().map(({ code, name }) => [code, name]));
const announced = dataRows<"year" | "result" | "innovation" | "title" | "unit_code">("past-results.csv");

const titlesWith = (result: string) => announced.filter((row) => row.result === result).map(({ title, unit_code }) => [title, unit_code]).sort();

describe("the innovations of Parepare and Banyumas", () => {
  test("titles and units are those announced", () => {
    expect(national.map(({ title, unitCode }) => [title, unitCode]).sort()).toEqual(titlesWith("Submitted to KIPP"));
    expect(regional.map(({ title, unitCode }) => [title, unitCode]).sort()).toEqual(titlesWith("Top 10 Banyumas"));
  });

  test("each is tied to its announced results", () => {
    const known = new Set(announced.map(({ innovation }) => innovation));
    expect([...national, ...regional].filter(({ innovation }) => innovation === null || !known.has(innovation))).toEqual([]);
  });

  test("Call Centre 112 enters the special group, the others the general one", () => {
    expect(national.map(({ innovation, group }) => [innovation, group])).toEqual([
      ["call-centre-112", "khusus"], ["lancar-hd", "umum"], ["juragan-koncer", "umum"],
      ["berdaya-srikandi-oleh-srikandi", "umum"], ["kantong-kreatif-bacukiki", "umum"],
    ]);
  });

  test("Kota Parepare files for its units, and in Banyumas each work unit for its own", () => {
    expect(new Set(national.map(({ agencyCode }) => agencyCode))).toEqual(new Set(["73.72"]));
    expect(regional.filter(({ agencyCode }) => !["33.02/dinas-kesehatan", "33.02/dinas-pendidikan", "33.02/dinarpusda"].includes(agencyCode))).toEqual([]);
    expect([...national, ...regional].filter(({ unitCode, agencyCode }) => !names.has(unitCode) || !names.has(agencyCode))).toEqual([]);
  });

  test("a unit of Banyumas cannot enter as one of Parepare", () => {
    expect(() => parepareSubmissions({ rules: { ...kipp, participants: { within: "33.02", kinds: [] } }, seed: 1 })).toThrow(RangeError);
  });
});

describe.each([["kipp-2020", kipp, national], ["kipp-banyumas-2020", regency, regional]] as const)("texts for %s", (_, rules, submissions) => {
  test("every section of the form is answered within its limit, under the line that marks it, and no other", () => {
    for (const { title, group, answers } of submissions) {
      const sections = sectionsOf(rules, groupOf(rules, group));
      expect([title, Object.keys(answers).sort()]).toEqual([title, sections.map(({ key }) => key).sort()]);
      for (const { key, maxWords } of sections) {
        const text = answers[key] ?? "";
        expect(text.startsWith(`${DEMONSTRATION_LINE}\n\n`)).toBe(true);
        expect([title, key, text.split(/\s+/).length <= maxWords]).toEqual([title, key, true]);
      }
    }
  });

  test("the category is one of the edition's and the innovation at least 24 months old in April 2020", () => {
    const categories = new Set(rules.categories.map(({ key }) => key));
    expect(submissions.filter(({ category, implementedSince }) => !categories.has(category) || implementedSince > "2018-04-01")).toEqual([]);
  });

  test("codes are valid and differ from those already given", () => {
    const others = generateSubmissions({
      rules, agencies: agencyRows(), count: 100, seed: 1, groupMix: { umum: 1 }, wordsPerAnswer: [3, 3],
      takenCodes: new Set(submissions.map(({ code }) => code)),
    });
    const codes = [...submissions, ...others].map(({ code }) => code);
    expect(codes.filter((code) => !isCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

test("each of Parepare's sections has two paragraphs under its marking line", () => {
  const counts = national.flatMap(({ answers }) => Object.values(answers).map((text) => text.split("\n\n").length));
  expect(new Set(counts)).toEqual(new Set([3]));
});
