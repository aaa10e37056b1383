import { describe, expect, test } from "vitest";
import type { SectionRule } from "@/modules/competition/domain/edition-rules";
import {
  comparableTitle, completeness, expectedWords, missingStatements, nextSection, problemId, sectionProgress, taskOfChecking, taskOfSending,
  type WrittenAnswer, type Writing,
} from "./completeness";

const text = { id: "Ringkasan", en: "Summary" };
const section = (key: string, change: Partial<SectionRule> = {}): SectionRule =>
  ({ key, name: text, question: text, guidance: text, maxWords: 200, required: true, groups: null, ...change });
const words = (count: number) => Array.from({ length: count }, (_, index) => `kata${index}`).join(" ");
const answer = (count: number, isDone = true): WrittenAnswer => ({ body: words(count), isDone });
const whole: Writing = {
  sections: [section("ringkasan"), section("kebaruan")],
  answers: { ringkasan: answer(100), kebaruan: answer(100) },
  identity: { title: "Call Centre 112", signatory: "Kepala Dinas", videoUrl: "" },
  asksForVideo: false,
  unmet: [],
  sameTitle: [],
  related: [],
};

describe("one section", () => {
  test.each<[string, WrittenAnswer | undefined, string]>([
    ["never opened", undefined, "EMPTY"],
    ["only white space and bullets, although ticked as done", { body: " \n - • \n", isDone: true }, "EMPTY"],
    ["begun", answer(1, false), "STARTED"],
    ["done", answer(200), "DONE"],
    ["one word over its limit, although ticked as done", answer(201), "OVER_LIMIT"],
  ])("%s", (_, written, state) => {
    expect(sectionProgress(section("ringkasan"), written).state).toBe(state);
  });

  test.each([[1000, 150], [200, 30], [100, 25], [40, 20], [1, 0]])(
    "with a limit of %i words an answer looks perfunctory under %i",
    (maxWords, fewest) => {
      expect(expectedWords(maxWords)).toBe(fewest);
    },
  );
});

describe("the whole proposal", () => {
  test("a proposal with everything in place has no problem and is 100 percent done", () => {
    expect(completeness(whole)).toMatchObject({ percent: 100, identity: "DONE", mustFix: [], shouldLook: [] });
    expect([taskOfChecking(completeness(whole), false), taskOfSending(completeness(whole), false)]).toEqual(["CAN_START", "CAN_START"]);
  });

  test.each<[string, Partial<Writing>, unknown[]]>([
    ["a title without a letter", { identity: { ...whole.identity, title: " – " } }, [{ kind: "TITLE_EMPTY", section: null }]],
    ["no signatory", { identity: { ...whole.identity, signatory: "" } }, [{ kind: "SIGNATORY_EMPTY", section: null }]],
    ["a required section without a word", { answers: { ringkasan: answer(100) } }, [{ kind: "SECTION_EMPTY", section: "kebaruan" }]],
    ["a section over its limit", { answers: { ...whole.answers, ringkasan: answer(231) } },
      [{ kind: "SECTION_OVER_LIMIT", section: "ringkasan", words: 231, maxWords: 200 }]],
    ["a group it may not enter", { unmet: [{ reason: "NOT_INVITED" }] }, [{ kind: "NOT_ELIGIBLE", section: null, unmet: { reason: "NOT_INVITED" } }]],
  ])("must be fixed: %s", (_, change, expected) => {
    const result = completeness({ ...whole, ...change });
    expect(result.mustFix).toEqual(expected);
    expect([taskOfChecking(result, false), taskOfSending(result, false)]).toEqual(["HAS_PROBLEM", "CANNOT_START"]);
    expect([taskOfChecking(result, true), taskOfSending(result, true)]).toEqual(["DONE", "DONE"]);
  });

  test.each<[string, Partial<Writing>, unknown[]]>([
    ["no video where the form asks for one", { asksForVideo: true }, [{ kind: "VIDEO_MISSING", section: null }]],
    ["a title that another proposal of the agency has", { sameTitle: ["INV-2021-000001"] }, [{ kind: "TITLE_TWICE", section: null, code: "INV-2021-000001" }]],
    ["an answer of 18 words", { answers: { ...whole.answers, kebaruan: answer(18) } },
      [{ kind: "SECTION_PERFUNCTORY", section: "kebaruan", words: 18, expected: 30 }]],
    ["an answer not marked as done", { answers: { ...whole.answers, kebaruan: answer(100, false) } }, [{ kind: "SECTION_NOT_DONE", section: "kebaruan" }]],
  ])("deserves a look, yet may be sent: %s", (_, change, expected) => {
    const result = completeness({ ...whole, ...change });
    expect(result.shouldLook).toEqual(expected);
    expect(result.mustFix).toEqual([]);
  });

  test("an optional section left empty is no problem and counts nothing", () => {
    const result = completeness({ ...whole, sections: [...whole.sections, section("video", { required: false })] });
    expect(result).toMatchObject({ percent: 100, mustFix: [], shouldLook: [] });
  });

  test("the share done is rounded down, so that 100 means everything", () => {
    const sections = ["a", "b", "c"].map((key) => section(key));
    expect(completeness({ ...whole, sections, answers: { a: answer(50), b: answer(50), c: answer(50, false) } }).percent).toBe(66);
  });

  test("a form without a required section is done", () => {
    expect(completeness({ ...whole, sections: [] }).percent).toBe(100);
  });

  test("the section to go on with is the first required one that is not done", () => {
    const sections = [section("video", { required: false }), section("ringkasan"), section("kebaruan")];
    const { sections: progress } = completeness({ ...whole, sections, answers: { ringkasan: answer(50) } });
    expect(nextSection(progress)?.key).toBe("kebaruan");
    expect(nextSection(completeness(whole).sections)).toBeNull();
  });

  test("a statement that was not ticked is missing, and a tick for no statement helps nothing", () => {
    const statements = ["identitas", "pelaksanaan"].map((key) => ({ key, text, signer: text }));
    expect(missingStatements(statements, ["identitas", "lain"]).map(({ key }) => key)).toEqual(["pelaksanaan"]);
  });

  test("two problems never share a name, and a problem keeps its name while its numbers change", () => {
    const problems = completeness({ ...whole, sameTitle: ["INV-1", "INV-2"], answers: { ringkasan: answer(3, false), kebaruan: answer(4, false) } }).shouldLook;
    expect(new Set(problems.map(problemId)).size).toBe(problems.length);
    expect(problemId({ kind: "SECTION_PERFUNCTORY", section: "a", words: 3, expected: 25 })).toBe(
      problemId({ kind: "SECTION_PERFUNCTORY", section: "a", words: 4, expected: 25 }),
    );
  });

  test.each([
    ["Call Centre 112", "call  centre—112"],
    ["Pasién Aman!", "PASIEN AMAN"],
    ["ＬＡＮＣＡＲ", "lancar"],
  ])("%s and %s are the same title", (one, other) => {
    expect(comparableTitle(one)).toBe(comparableTitle(other));
  });

  test("titles in another script are compared, not dropped", () => {
    expect(comparableTitle("خدمة")).not.toBe("");
    expect(comparableTitle("خدمة")).not.toBe(comparableTitle("صحة"));
  });
});
