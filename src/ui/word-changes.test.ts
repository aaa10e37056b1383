import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, foldEqual, wordChanges } from "./word-changes";

const textOf = (parts: readonly { kind: string; text: string }[], gone: string) => parts.filter(({ kind }) => kind !== gone).map(({ text }) => text).join("");

/** Texts of few words, so that they have some in common, with every kind of space between them. */
const text = fc.array(fc.oneof(fc.constantFrom("antrean", "pasien", "2022", "turun", " ", "\n", "\n\n", "\t", "👩🏽‍⚕️"), fc.string()), { maxLength: 40 }).map((parts) => parts.join(""));

const words = (count: number, word: string) => Array.from({ length: count }, (_, place) => `${word}${place}`).join(" ");

describe("what became of a text", () => {
  test("same and added put together are the new text, same and removed the old one, folded or not", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        for (const parts of [changes, foldEqual(changes)]) {
          expect(textOf(parts, "removed")).toBe(after);
          expect(textOf(parts, "added")).toBe(before);
        }
      }),
    );
  });

  test("a text that stayed is one run of the same", () => {
    expect(wordChanges("Antrean turun.", "Antrean turun.")).toEqual([{ kind: "same", text: "Antrean turun." }]);
    expect(wordChanges("", "")).toEqual([]);
  });

  test("one word that was replaced is that word", () => {
    expect(wordChanges("Antrean turun 40 persen tahun ini.", "Antrean turun 48 persen tahun ini.")).toEqual([
      { kind: "same", text: "Antrean turun" }, { kind: "removed", text: " 40" }, { kind: "added", text: " 48" }, { kind: "same", text: " persen tahun ini." },
    ]);
  });

  test("what was written into an empty section is all new", () => {
    expect(wordChanges("", "Baru.")).toEqual([{ kind: "added", text: "Baru." }]);
    expect(wordChanges("Lama.", "")).toEqual([{ kind: "removed", text: "Lama." }]);
  });
});

describe("texts with little in common", () => {
  test("a line that stayed is still found between lines that were rewritten", () => {
    const changes = wordChanges(`${words(500, "lama")}\nTetap.\n${words(500, "usang")}`, `${words(500, "baru")}\nTetap.\n${words(500, "segar")}`);
    expect(changes.filter(({ kind }) => kind === "same")).toEqual([{ kind: "same", text: "\nTetap." }]);
  });

  test("the longest texts that a box takes are compared at once, however they differ", () => {
    const [before, after] = ["a b\n", "c d\n"].map((each) => each.repeat(15_000)) as [string, string];
    expect(wordChanges(before, after)).toEqual([{ kind: "removed", text: before }, { kind: "added", text: after }]);
  });
});

describe("folding", () => {
  const changed: Change[] = wordChanges(`${words(100, "awal")} 40 ${words(100, "akhir")}`, `${words(100, "awal")} 48 ${words(100, "akhir")}`) as Change[];

  test("of the equal words those beside a change stay open, and the rest is counted", () => {
    const folded = foldEqual(changed);
    expect(folded.map(({ kind }) => kind)).toEqual(["folded", "same", "removed", "added", "same", "folded"]);
    expect(folded[0]).toMatchObject({ words: 88 });
    expect(folded[1]?.text.trim().split(" ")).toHaveLength(12);
  });

  test("a few equal words are not worth folding", () => {
    const short = wordChanges(`${words(20, "awal")} 40`, `${words(20, "awal")} 48`);
    expect(foldEqual(short)).toEqual(short);
  });
});
