import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalOfIssue } from "./form-state";
import { lineOfText, longText, searchedText } from "./plain-text";

test.each([
  ["  Budi ", "Budi"],
  ["x".repeat(150), "x".repeat(100)],
  ["\u0000", ""],
  ["\ud800", ""],
  [["dua", "kali"], ""],
  [undefined, ""],
])("an address that asks for %j searches for %j", (asked, text) => {
  expect(searchedText.parse(asked)).toBe(text);
});

describe("a text of several lines", () => {
  const sixtyBreaks = (length: number, lineEnd: string) => `${"a".repeat(length - 60)}${"\n".repeat(60)}`.replaceAll("\n", lineEnd);

  test.each([["\n"], ["\r\n"], ["\r"], ["\u000b"]])("of exactly its maximum is taken, whatever ends its lines (%j), and one more is not", (lineEnd) => {
    expect(longText(4_000).parse(sixtyBreaks(4_000, lineEnd))).toBe(sixtyBreaks(4_000, "\n"));
    expect(longText(4_000).safeParse(sixtyBreaks(4_001, lineEnd)).success).toBe(false);
  });

  test.each([
    ["Tenaga: 12 orang\u000bAnggaran", "Tenaga: 12 orang\nAnggaran"],
    ["satu\u000cdua\u2028tiga\u0085empat", "satu\ndua\ntiga\nempat"],
    ["nol\u0000, bel\u0007, hapus\u007f, \u009fC1", "nol, bel, hapus, C1"],
    ["cafe\u0301", "caf\u00e9"],
    ["tab\tdan  dua spasi ", "tab\tdan  dua spasi "],
    ["\u{1f469}\u200d\u2695\ufe0f", "\u{1f469}\u200d\u2695\ufe0f"],
  ])("%j is stored as %j", (typed, stored) => {
    expect(longText(100).parse(typed)).toBe(stored);
  });

  test("names the words around what cannot be stored", () => {
    const { error } = longText(100).safeParse("Antrean turun \ud83d dari tiga jam");
    expect(refusalOfIssue(error!.issues[0]!)).toEqual({ key: "common.errors.unreadableCharacters", values: { around: "trean turun \ufffd dari tiga j" } });
  });

  test("stores the same again", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const once = longText(10_000).parse(typed);
      return longText(10_000).parse(once) === once;
    }));
  });
});

describe("a text of one line", () => {
  test.each([
    ["Judul\u000bdua", "Judul dua"],
    ["  Antar\u00a0jemput \n pasien ", "Antar jemput pasien"],
    ["Lancar \u202eDH\u202c", "Lancar DH"],
    ["Lan\u200bcar\ufeff H\u00adD\u2060", "Lancar HD"],
    ["La\u200cncar \u200dHD\u200d", "Lancar HD"],
    ["\u{1f469}\u200d\u2695\ufe0f Bidan", "\u{1f469}\u200d\u2695\ufe0f Bidan"],
    ["\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
    ["Gebrak\u2019s", "Gebrak\u2019s"],
    ["\u3164\u200b", ""],
  ])("%j is stored as %j", (typed, stored) => {
    expect(lineOfText(100).parse(typed)).toBe(stored);
  });

  test("counts what is stored", () => {
    expect(lineOfText(5).parse(" a\r\nb\u200bcd ")).toBe("a bcd");
    expect(lineOfText(4).safeParse("a bcd").success).toBe(false);
  });
});
