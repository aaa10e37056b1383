import { describe, expect, test } from "vitest";
import {
  type AnsweredCheck, countSelection, type Decided, isStanding, noteSentBack, outcomeProblems, ownWordsIn, reasonsSuggestedBy, releaseProblems,
  type SelectionCounts, type Standing, whatHolds,
} from "./outcome";

const text = { id: "Teks", en: "Text" };
const rules = {
  checks: [{ key: "umur", text, machine: null, reason: "muda" }, { key: "judul", text, machine: null, reason: "ganda" }],
  reasons: [{ key: "muda", text }, { key: "ganda", text }],
  secondReaderForFail: true,
};
const met: AnsweredCheck = { verdict: "MET", note: "" };
const notMet = (note = ""): AnsweredCheck => ({ verdict: "NOT_MET", note });
const pass: Decided = { checks: { umur: met, judul: met }, outcome: "PASS", reasonKeys: [], note: "", rules };
const fail: Decided = { checks: { umur: notMet(), judul: met }, outcome: "FAIL", reasonKeys: ["muda"], note: "Baru berjalan.", rules };

describe("deciding", () => {
  test.each<[string, Decided, string[]]>([
    ["a pass with every line met is in order", pass, []],
    ["a fail with a line not met and a reason is in order", fail, []],
    ["a line that does not apply counts as answered", { ...pass, checks: { ...pass.checks, judul: { verdict: "NOT_APPLICABLE", note: "" } } }, []],
    ["a pass with an unanswered line is refused", { ...pass, checks: { umur: met } }, ["CHECKS_UNANSWERED"]],
    ["a pass may not leave a line not met unexplained", { ...pass, checks: { ...pass.checks, judul: notMet(" ") } }, ["NOT_MET_UNEXPLAINED"]],
    ["a pass may explain a line not met", { ...pass, checks: { ...pass.checks, judul: notMet("Nama dinas, bukan judul.") } }, []],
    ["a pass with a reason is refused", { ...pass, reasonKeys: ["muda"] }, ["REASON_WITH_PASS"]],
    ["a fail without a reason is refused", { ...fail, reasonKeys: [] }, ["REASON_MISSING"]],
    ["a fail with a reason of no edition is refused", { ...fail, reasonKeys: ["lain"] }, ["REASON_UNKNOWN"]],
    ["a fail without an explanation is refused", { ...fail, note: " \n" }, ["FAIL_UNEXPLAINED"]],
    ["a fail with every line met is refused", { ...fail, checks: pass.checks }, ["NOTHING_NOT_MET"]],
    ["a fail with nothing answered is refused twice", { ...fail, checks: {} }, ["CHECKS_UNANSWERED", "NOTHING_NOT_MET"]],
  ])("%s", (_, decided, kinds) => {
    expect(outcomeProblems(decided).map(({ kind }) => kind)).toEqual(kinds);
  });

  test("an edition without a checklist can still fail a proposal for a reason", () => {
    expect(outcomeProblems({ ...fail, checks: {}, rules: { ...rules, checks: [] } })).toEqual([]);
  });

  test("the lines not met suggest their reasons, each once", () => {
    const both = { checks: [...rules.checks, { key: "lagi", text, machine: null, reason: "muda" }] };
    expect(reasonsSuggestedBy({ umur: notMet(), judul: met, lagi: notMet() }, both)).toEqual(["muda"]);
  });
});

describe("whether a decision stands", () => {
  const standing = (outcome: Standing["outcome"], secondById: string | null): Standing => ({ outcome, takenById: "satu", secondById });
  test.each<[string, Standing, boolean]>([
    ["an open one does not", standing(null, null), false],
    ["one that was sent back does not", standing(null, "dua"), false],
    ["a pass does at once", standing("PASS", null), true],
    ["a fail waits for a second selector", standing("FAIL", null), false],
    ["a fail with a second selector does", standing("FAIL", "dua"), true],
    ["nobody is the second reader of the own fail", standing("FAIL", "satu"), false],
  ])("%s", (_, decision, expected) => {
    expect(isStanding(decision, rules)).toBe(expected);
  });

  test("a fail stands at once where the edition wants no second reader", () => {
    expect(isStanding(standing("FAIL", null), { secondReaderForFail: false })).toBe(true);
  });

  test("what holds after it is told apart by who may still change it", () => {
    const held = [standing("PASS", null), standing("FAIL", null), standing("FAIL", "dua"), standing(null, "dua")];
    expect(held.map((decision) => whatHolds(decision, rules))).toEqual(["PASSED", "AWAITING_SECOND", "CONFIRMED", "UNDECIDED"]);
    expect(whatHolds(standing("FAIL", null), { secondReaderForFail: false })).toBe("FAILED");
  });

  test("what came back quotes the first reader's words under the second's", () => {
    expect(noteSentBack("Judulnya pantas.", "Judul kosong.\n\nLihat lagi.")).toBe("Judulnya pantas.\n\n> Judul kosong.\n>\n> Lihat lagi.");
    expect(noteSentBack("Judulnya pantas.", "")).toBe("Judulnya pantas.");
  });

  test.each(["Judul kosong.\n\nLihat lagi.", ""])("the first reader finds the own words «%s» again", (own) => {
    expect(ownWordsIn(noteSentBack("Judulnya pantas.", own))).toBe(own);
  });
});

describe("releasing", () => {
  const counts: SelectionCounts = { filed: 3, passed: 2, failed: 1, awaitingSecond: 0, undecided: 0 };
  test.each<[string, SelectionCounts, boolean, string[]]>([
    ["everything decided after registration may be released", counts, true, []],
    ["nothing may be released while registration is open", counts, false, ["REGISTRATION_OPEN"]],
    ["an undecided proposal holds it back", { ...counts, filed: 4, undecided: 1 }, true, ["UNDECIDED", "DOES_NOT_ADD_UP"]],
    ["a fail without its second reader holds it back", { ...counts, filed: 4, awaitingSecond: 1 }, true, ["AWAITING_SECOND", "DOES_NOT_ADD_UP"]],
    ["an edition in which nothing was filed has nothing to release", { filed: 0, passed: 0, failed: 0, awaitingSecond: 0, undecided: 0 }, true, ["NOTHING_FILED"]],
    ["filed must be passed and failed together", { ...counts, filed: 4 }, true, ["DOES_NOT_ADD_UP"]],
  ])("%s", (_, given, closed, kinds) => {
    expect(releaseProblems(given, closed).map(({ kind }) => kind)).toEqual(kinds);
  });

  test("every filed proposal is counted in exactly one place", () => {
    const row = (outcome: Standing["outcome"], secondById: string | null = null): Standing => ({ outcome, takenById: "satu", secondById });
    const rows = [row("PASS"), row("PASS"), row("FAIL", "dua"), row("FAIL"), row(null), row(null, "dua"), row(null)];
    expect(countSelection(rows, rules)).toEqual({ filed: 7, passed: 2, failed: 1, awaitingSecond: 1, undecided: 3 });
  });
});
