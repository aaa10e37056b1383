import { describe, expect, test } from "vitest";
import type { EditionRules, GroupRule, MachineCheck, SectionRule } from "@/modules/competition/domain/edition-rules";
import { type CheckContext, type CheckedSubmission, flagsOf, suggestions, titleTwins } from "./machine-checks";

const words = (count: number) => Array.from({ length: count }, (_, index) => `kata${index}`).join(" ");
const text = { id: "Teks", en: "Text" };
const section = (key: string, groups: string[] | null = null): SectionRule =>
  ({ key, name: text, question: text, guidance: text, maxWords: 200, required: true, groups });
const line = (machine: MachineCheck | null) => ({ key: machine?.toLowerCase() ?? "orang", text, machine, reason: "alasan" });

const rules = {
  groups: [{ key: "umum", minimumAgeMonths: 24 }, { key: "bebas", minimumAgeMonths: null }] as GroupRule[],
  form: { version: "1", sections: [section("ringkasan"), section("kebaruan"), section("proses", ["replikasi"])] },
  statements: [{ key: "pelaksanaan", text, signer: text }, { key: "identitas", text, signer: text }],
  selection: {
    checks: [line("AGE"), line("COMPLETENESS"), line("WORD_LIMITS"), line("DUPLICATE_TITLE"), line("STATEMENTS"), line(null)],
    reasons: [], secondReaderForFail: true,
  },
} as unknown as EditionRules;

const fine: CheckedSubmission = {
  title: "Antar Obat", signatory: "Kepala Dinas", groupKey: "umum", implementedSince: new Date("2022-01-01T00:00:00Z"),
  answers: { ringkasan: words(100), kebaruan: words(100) }, statements: ["pelaksanaan", "identitas"],
};
const context: CheckContext = { registrationClosesAt: new Date("2026-04-16T16:59:59.999Z"), zone: "Asia/Jakarta", sameTitle: [] };
const of = (change: Partial<CheckedSubmission>, around: Partial<CheckContext> = {}) =>
  suggestions({ ...fine, ...change }, rules, { ...context, ...around });

test("a proposal without a fault is suggested as met on every line the machine can read, and lines for people get no suggestion", () => {
  const found = of({});
  expect(Object.entries(found).map(([key, { verdict }]) => [key, verdict])).toEqual([
    ["age", "MET"], ["completeness", "MET"], ["word_limits", "MET"], ["duplicate_title", "MET"], ["statements", "MET"],
  ]);
  expect(flagsOf(found)).toEqual([]);
});

describe("the age", () => {
  test("is counted in whole months to the local day on which registration closes", () => {
    expect(of({ implementedSince: new Date("2024-05-03T00:00:00Z") }).age).toEqual({
      machine: "AGE", verdict: "NOT_MET", basis: { key: "ageTooYoung", values: { since: "2024-05-03", ageMonths: 23, minimumMonths: 24 } },
    });
  });

  test("is enough on the very day it is reached", () => {
    expect(of({ implementedSince: new Date("2024-04-16T00:00:00Z") }).age?.verdict).toBe("MET");
    expect(of({ implementedSince: new Date("2024-04-17T00:00:00Z") }).age?.verdict).toBe("NOT_MET");
  });

  test("does not matter in a group without a minimum", () => {
    expect(of({ groupKey: "bebas", implementedSince: new Date("2026-04-01T00:00:00Z") }).age?.basis.key).toBe("ageNoMinimum");
  });

  test("is left to a person where the edition has no registration", () => {
    expect(of({}, { registrationClosesAt: null }).age).toMatchObject({ verdict: null, basis: { key: "ageUnknown" } });
  });
});

test("an empty required section and an empty signatory make a proposal incomplete; a section of another group does not", () => {
  expect(of({ answers: { ringkasan: words(100), kebaruan: " - " }, signatory: "" }).completeness).toMatchObject({
    verdict: "NOT_MET", basis: { key: "incomplete", values: { sections: ["kebaruan"], identity: ["SIGNATORY_EMPTY"] } },
  });
});

test("a section over its limit is not met, a perfunctory one is only pointed out", () => {
  const over = of({ answers: { ringkasan: words(201), kebaruan: words(3) } });
  expect(over.word_limits).toMatchObject({ verdict: "NOT_MET", basis: { key: "overLimit", values: { sections: ["ringkasan"] } } });
  const short = of({ answers: { ringkasan: words(100), kebaruan: words(3) } });
  expect(short.word_limits).toMatchObject({ verdict: null, basis: { key: "perfunctory", values: { sections: ["kebaruan"] } } });
  expect(flagsOf(short)).toEqual(["WORD_LIMITS"]);
});

test("the same title elsewhere is named with its codes, a missing statement with its key", () => {
  expect(of({}, { sameTitle: ["INV-2"] }).duplicate_title?.basis).toEqual({ key: "titleTwice", values: { codes: ["INV-2"] } });
  expect(of({ statements: ["identitas"] }).statements?.basis).toEqual({ key: "statementsMissing", values: { statements: ["pelaksanaan"] } });
});

test("titles are the same when their letters and digits are, whatever their case and signs; empty ones never are", () => {
  const twins = titleTwins([
    { code: "C", title: "ANTAR OBAT!" }, { code: "A", title: "Antar  obat" }, { code: "B", title: "Antar Obat" },
    { code: "D", title: "Lain" }, { code: "E", title: "…" }, { code: "F", title: "…" },
  ]);
  expect([...twins].sort()).toEqual([["A", ["B", "C"]], ["B", ["A", "C"]], ["C", ["A", "B"]]]);
});
