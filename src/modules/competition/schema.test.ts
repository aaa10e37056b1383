import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";

import type { EditionRules } from "./domain/edition-rules";
import { statementsFor } from "./domain/form-version";
import { RULE_PROBLEMS } from "./domain/rule-problem";
import { type editionRulesSchema, readRules, rulesText } from "./schema";
import en from "@/messages/en/competition.json";
import id from "@/messages/id/competition.json";

const FILES = ["kipp-2020", "kipp-2021", "kipp-banyumas-2020", "kipp-2023", "kipp-sulsel", "kipp-diy"] as const;
const textOf = (name: string) => readFileSync(new URL(`../../../prisma/rules/${name}.yaml`, import.meta.url), "utf8");
const kipp2020 = textOf("kipp-2020");

/** Rules as short as they may be, for a competition unlike KIPP: one group, one question, Top 15 to Top 5. */
const SMALL = `
format: 1
edition: { slug: lomba-2031, code: LOMBA-2031, name: { id: Lomba, en: Contest }, year: 2031, theme: null, legalBasis: [], zone: Asia/Jayapura }
competition: { slug: lomba, name: { id: Lomba, en: Contest } }
organizer: { agency: "94.71" }
participants: { within: "94.71", kinds: [] }
groups:
  - { key: semua, name: { id: Semua, en: All }, description: { id: Semua, en: All }, minimumAgeMonths: null, quotaPerAgency: null,
      byInvitation: false, barredBy: [], requiresOneOf: [], atMostBefore: null, source: { required: false, oneOf: [] } }
categories: [{ key: apa-saja, name: { id: Apa saja, en: Anything } }]
form:
  version: satu
  sections:
    - { key: cerita, name: { id: Cerita, en: Story }, question: { id: Apa?, en: What? }, guidance: { id: Singkat, en: Short },
        maxWords: 50, required: true, groups: null }
statements: []
selection:
  checks: [{ key: isi, text: { id: Ada isi, en: Not empty }, machine: COMPLETENESS, reason: kosong }]
  reasons: [{ key: kosong, text: { id: Kosong, en: Empty } }]
  secondReaderForFail: false
rubrics:
  - key: nilai
    name: { id: Nilai, en: Mark }
    scale: { min: 1, max: 5 }
    remarkBelow: null
    remarkAbove: null
    criteria: [{ key: mutu, name: { id: Mutu, en: Quality }, description: { id: Mutu, en: Quality }, weight: 100, sections: [cerita], anchors: [] }]
stages:
  - { key: daftar, kind: REGISTRATION, name: { id: Daftar, en: Register }, opensAt: 2031-01-01T00:00, closesAt: 2031-01-31T23:59, scoring: null }
  - { key: periksa, kind: ADMIN_SELECTION, name: { id: Periksa, en: Check }, opensAt: 2031-02-01T00:00, closesAt: 2031-02-02T23:59, scoring: null }
  - key: nilai
    kind: EVALUATION
    name: { id: Nilai, en: Score }
    opensAt: 2031-02-03T00:00
    closesAt: 2031-02-10T23:59
    scoring: { role: EVALUATOR, rubric: nilai, perSubmission: 1, avoid: [], combineJudges: MEDIAN, entrants: PASSED_ADMIN }
results:
  - { key: top-15, name: { id: Top 15, en: Top 15 }, afterStage: nilai, combine: [{ stage: nilai, weight: 100 }], tieBreaks: [],
      levels: [{ key: top-15, name: { id: Top 15, en: Top 15 }, size: 15, groups: [semua], from: null }] }
  - { key: top-5, name: { id: Top 5, en: Top 5 }, afterStage: nilai, combine: [{ stage: nilai, weight: 100 }], tieBreaks: [],
      levels: [{ key: top-5, name: { id: Top 5, en: Top 5 }, size: 5, groups: [semua], from: top-15 }] }
provenance: []
`;

/** The text with its first `from` replaced (after `after`, where given), and the line it stands in. */
function changed(text: string, from: string, to: string, after = ""): { text: string; line: number } {
  const at = text.indexOf(from, after ? text.indexOf(after) : 0);
  if (at < 0) throw new Error(`The file does not hold ${from}`);
  return { text: text.slice(0, at) + to + text.slice(at + from.length), line: text.slice(0, at).split("\n").length };
}

function problemsOf(text: string) {
  const read = readRules(text);
  return read.ok ? [] : read.problems;
}

function rulesOf(name: string): EditionRules {
  const read = readRules(textOf(name));
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.rules;
}

test("the schema and the type of the rules say the same", () => {
  expectTypeOf<z.infer<typeof editionRulesSchema>>().toEqualTypeOf<EditionRules>();
});

describe("the files that come with the portal", () => {
  test.each(FILES)("%s has no fault", (name) => {
    expect(problemsOf(textOf(name))).toEqual([]);
  });

  test("2021 follows 2020 with another form, one more category and its own lists of finalists", () => {
    const [before, after] = [rulesOf("kipp-2020"), rulesOf("kipp-2021")];
    expect([before.categories.length, after.categories.length]).toEqual([9, 10]);
    expect(before.groups.map((group) => [group.minimumAgeMonths, group.quotaPerAgency])).toEqual([[12, null], [12, null], [12, null]]);
    expect(after.groups.map((group) => [group.minimumAgeMonths, group.quotaPerAgency])).toEqual([[24, 10], [12, 5], [24, null]]);
    const sizes = (rules: EditionRules) => rules.results.map((result) => result.levels.map((level) => level.size));
    expect([sizes(before), sizes(after)]).toEqual([[[99, 15], [45, 5]], [[99, 15, 15], [45, 5, 5]]]);
    expect(after.form.sections.find((section) => section.key === "respons-covid-19")).toMatchObject({ groups: null, required: true });
  });

  test("a regency runs its own competition among its units by the same schema", () => {
    const rules = rulesOf("kipp-banyumas-2020");
    expect([rules.organizer.agency, rules.participants]).toEqual(["33.02", { within: "33.02", kinds: ["AGENCY_UNIT"] }]);
    expect(rules.results.flatMap((result) => result.levels.map((level) => level.size))).toEqual([20, 10]);
  });

  test("a province runs its own among its offices, regencies and cities, or in groups by kind of body", () => {
    const [sulsel, diy] = [rulesOf("kipp-sulsel"), rulesOf("kipp-diy")];
    expect(sulsel.participants).toMatchObject({ within: "73", kinds: ["AGENCY_UNIT", "REGENCY", "CITY"] });
    expect(sulsel.results.at(-1)!.combine.map(({ weight }) => weight)).toEqual([70, 30]);
    expect(diy.groups.map(({ key, kinds, unitKinds }) => [key, kinds, unitKinds])).toEqual([
      ["opd-provinsi", ["AGENCY_UNIT"], ["AGENCY_UNIT", "SERVICE_UNIT"]],
      ["kabupaten-kota", ["REGENCY", "CITY"], ["REGENCY", "CITY", "AGENCY_UNIT", "SERVICE_UNIT"]],
      ["bumd", ["REGIONAL_SOE"], undefined],
      ["sekolah", ["AGENCY_UNIT", "REGENCY", "CITY"], ["SCHOOL"]],
      ["kalurahan", ["REGENCY", "CITY"], ["VILLAGE"]],
    ]);
  });

  test("only the replication group says that it names its source truthfully", () => {
    for (const name of ["kipp-2020", "kipp-2021"]) {
      const rules = rulesOf(name);
      const given = (group: string) => statementsFor(rules, group).map(({ key }) => key);
      expect(given("umum")).toEqual(["pelaksanaan", "identitas", "kesediaan-direplikasi"]);
      expect(given("replikasi")).toEqual([...given("umum"), "replikasi"]);
    }
  });

  test("the same rules written as JSON are read alike", () => {
    const rules = rulesOf("kipp-2021");
    expect(readRules(JSON.stringify(rules, null, 2))).toEqual({ ok: true, rules });
  });

  test.each(FILES)("%s comes out of the database as a file that is read alike, in the order of its parts", (name) => {
    const rules = rulesOf(name);
    const shuffled = Object.fromEntries(Object.entries(rules).toReversed()) as EditionRules;
    expect(readRules(rulesText(shuffled))).toEqual({ ok: true, rules });
    expect(rulesText(shuffled).startsWith("format: 1\nedition:\n  slug: ")).toBe(true);
  });

  test("a competition unlike KIPP needs no more than its own short file", () => {
    expect(problemsOf(SMALL)).toEqual([]);
  });
});

describe("a fault is named with its line", () => {
  const cases: [string, string, string, string][] = [
    ["an unknown key", "secondReaderForFail: true", "secondReaderForFail: true\n  thirdReader: true", "unknownKey"],
    ["a misspelt key", "    minimumAgeMonths: 12", "    minimumAgeMonth: 12", "unknownKey"],
    ["a text for a number", "maxWords: 300", "maxWords: tiga ratus", "wrongType"],
    ["a broken number of words", "maxWords: 300", "maxWords: 300.5", "wrongType"],
    ["a section without words", "maxWords: 300", "maxWords: 0", "numberTooLow"],
    ["a section of 5,001 words", "maxWords: 300", "maxWords: 5001", "numberTooHigh"],
    ["a time zone outside Indonesia", "zone: Asia/Jakarta", "zone: Asia/Tokyo", "notOneOf"],
    ["a day that does not exist", "closesAt: 2020-05-03T23:59", "closesAt: 2020-02-30T23:59", "formatLocalTime"],
    ["a key in capitals", "- key: umum", "- key: Umum", "formatKey"],
    ["an earlier result without its year", "Top 9/2014", "Top 9", "formatEarlierResult"],
    ["an empty text", "id: Kelompok umum", "id: \"  \"", "textEmpty"],
    ["a hidden character", "id: Kelompok umum", "id: \"Kelompok\\0umum\"", "formatText"],
    ["an unknown key deep in a choice", "result: top-99", "result: top-99\n        level: top-99", "unknownKey"],
  ];

  test.each(cases)("%s", (_, from, to, key) => {
    const file = changed(kipp2020, from, to);
    const added = to.split("\n").length - 1;
    expect(problemsOf(file.text)).toContainEqual(
      expect.objectContaining({ line: file.line + added, key: `competition.rules.problem.${key}` }),
    );
  });

  test("weights that miss 100 by one point name the rubric's criteria", () => {
    const file = changed(kipp2020, "weight: 20", "weight: 19", "rubrics:");
    const line = kipp2020.slice(0, kipp2020.indexOf("    criteria:")).split("\n").length;
    expect(problemsOf(file.text)).toEqual([
      { line, path: "rubrics.penilaian.criteria", key: "competition.rules.problem.weights", values: { sum: 99 } },
    ]);
  });

  test("stages that overlap name the opening of the later one", () => {
    const file = changed(kipp2020, "opensAt: 2020-05-14T08:00", "opensAt: 2020-05-13T23:59");
    expect(problemsOf(file.text)).toEqual([{
      line: file.line, path: "stages.penilaian.opensAt", key: "competition.rules.problem.stageOverlaps",
      values: { stage: "penilaian", other: "administrasi" },
    }]);
  });

  test("a missing key names the line of the part it is missing from", () => {
    const file = changed(kipp2020, "\n    quotaPerAgency: null", "", "- key: replikasi");
    const line = kipp2020.slice(0, kipp2020.indexOf("- key: replikasi")).split("\n").length;
    expect(problemsOf(file.text)).toEqual([{
      line, path: "groups.replikasi.quotaPerAgency", key: "competition.rules.problem.missingKey", values: { name: "quotaPerAgency" },
    }]);
  });

  test("several faults come in the order of their lines", () => {
    const one = changed(kipp2020, "format: 1", "format: 2");
    const two = changed(one.text, "zone: Asia/Jakarta", "zone: WIB");
    expect(problemsOf(two.text).map((problem) => problem.line)).toEqual([one.line, two.line]);
  });
});

describe("what can never be, or not yet, is refused with its line and what to do", () => {
  const [sulsel, diy, kipp2023] = ["kipp-sulsel", "kipp-diy", "kipp-2023"].map(textOf) as [string, string, string];
  const cases: [string, string, string, string, string, string][] = [
    ["ministries in a province's competition", sulsel, "  - CITY\n", "  - CITY\n  - MINISTRY\n", "kindNeverFiles", "participants.kinds.4"],
    ["units in a national competition", kipp2023, "kinds: []", "kinds: [AGENCY_UNIT]", "kindNeverFiles", "participants.kinds.1"],
    ["a group for a kind that does not take part", diy, "  - REGIONAL_SOE\n  minimum", "  - SOE\n  minimum", "groupWithoutKind", "groups.bumd.kinds"],
    ["villages that write for enterprises", diy, "  - REGIONAL_SOE\n  minimum", "  - REGIONAL_SOE\n  unitKinds: [PROVINCE]\n  minimum", "kindNeverWrites", "groups.bumd.unitKinds.1"],
    ["two limits for one kind", sulsel, "  - kinds:\n    - REGENCY\n    - CITY", "  - kinds: [CITY, AGENCY_UNIT]", "kindInTwoQuotas", "participants.quotas.2.kinds"],
    ["a statement of a group that is not there", sulsel, "statements:\n", "statements:\n- key: lain\n  text: { id: A, en: A }\n  signer: { id: B, en: B }\n  groups: [lain]\n", "unknownReference", "statements.lain.groups.1"],
    ["a pass mark", kipp2023, "    size: 198\n", "    size: 198\n    passMark: 85\n", "notYetPassMark", "results.nominasi.levels.nominasi-umum.passMark"],
    ["a third reader", kipp2023, "    perSubmission: 3\n", "    perSubmission: 3\n    thirdReaderWhenDiffer: 15\n", "notYetThirdReader", "stages.penilaian.scoring.thirdReaderWhenDiffer"],
    ["winners of each category", kipp2023, "    size: 198\n", "    size: 198\n    categories: [kesehatan]\n", "notYetLevelPerCategory", "results.nominasi.levels.nominasi-umum.categories"],
  ];

  test.each(cases)("%s", (...[, text, from, to, name, path]) => {
    const file = changed(text, from, to);
    const [problem, ...others] = problemsOf(file.text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ key: `competition.rules.problem.${name}`, path });
    expect(problem!.line).toBeGreaterThanOrEqual(file.line - 1);
    expect(problem!.line).toBeLessThan(file.line + to.split("\n").length);
  });
});

describe("a text that could do harm is refused before it is read", () => {
  const keysOf = (text: string) => problemsOf(text).map(({ line, key }) => [line, key.split(".").at(-1)]);

  test.each([
    ["more than 500 KB", `# ${"x".repeat(500_000)}`, [[1, "tooLarge"]]],
    ["a quarter of a million brackets", "format: 1\nx: " + "[".repeat(250_000), [[2, "tooDeep"]]],
    ["a hundred thousand list marks in one line", "- ".repeat(100_000), [[1, "tooDeep"]]],
    ["hundreds of steps of indentation", Array.from({ length: 400 }, (_, step) => `${" ".repeat(step)}a:`).join("\n"), [[62, "tooDeep"]]],
    ["references that multiply", "a: &a [x]\nb: [*a, *a]\n", [[2, "alias"], [2, "alias"]]],
    ["a type of its own", "format: !js/function x\n", [[1, "tag"]]],
    ["two documents", "format: 1\n---\nformat: 1\n", [[2, "severalDocuments"]]],
    ["a key given twice", "format: 1\nstages: []\nformat: 1\n", [[3, "duplicateKey"]]],
    ["a quotation mark that does not close", "format: 1\nname: \"x\n", [[3, "syntax"]]],
    ["a list as a key", "? [a]\n: 1\n", [[1, "syntax"]]],
    ["nothing at all", "", [[1, "wrongType"]]],
    ["a bare number", "12", [[1, "wrongType"]]],
  ])("%s", (_, text, expected) => {
    expect(keysOf(text)).toEqual(expected);
  });

  test("a key that would reach the prototype is an unknown key like others", () => {
    const file = changed(SMALL, "provenance: []", "provenance: []\n__proto__: { polluted: 1 }");
    expect(keysOf(file.text)).toEqual([[file.line + 1, "unknownKey"]]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("fifty thousand unknown keys are answered with fifty lines, within the time a test has", () => {
    expect(problemsOf(Array.from({ length: 50_000 }, (_, key) => `k${key}: 1`).join("\n"))).toHaveLength(50);
  });
});

test("every fault has its sentence in both languages, and no sentence is left over", () => {
  expect(Object.keys(id.rules.problem).toSorted()).toEqual([...RULE_PROBLEMS].toSorted());
  expect(Object.keys(en.rules.problem).toSorted()).toEqual([...RULE_PROBLEMS].toSorted());
});
