import { describe, expect, test } from "vitest";
import { CODE_PREFIXES, CODE_SPACE, codeFrom, isCode, normaliseCode } from "./codes";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const samples = CODE_PREFIXES.flatMap((prefix) =>
  [2014, 2020, 2026, 9999].flatMap((year) =>
    [0, 1, 31, 32, 1023, 12345678, CODE_SPACE - 1, ...Array.from({ length: 40 }, (_, n) => (n * 7919 * 4241) % CODE_SPACE)]
      .map((random) => codeFrom(prefix, year, random))));

const replaced = (code: string, place: number, character: string) => code.slice(0, place) + character + code.slice(place + 1);
const places = (code: string) => Array.from(code, (_, place) => place).filter((place) => code[place] !== "-");

describe("the shape of a code", () => {
  test("a code is type, year, five characters and a check character", () => {
    expect(codeFrom("INV", 2026, 0b00111_10011_00011_10111_11101)).toMatch(/^INV-2026-7K3QX[0-9A-HJKMNP-TV-Z]$/);
  });

  test("every code made is recognised and stays as it is", () => {
    expect(samples.filter((code) => !isCode(code) || normaliseCode(code) !== code)).toEqual([]);
  });

  test("different random numbers of one year give different codes", () => {
    const codes = Array.from({ length: 5000 }, (_, n) => codeFrom("INV", 2026, n * 6700));
    expect(new Set(codes).size).toBe(5000);
  });

  test("four bytes give the same code as the number of their last 25 bits", () => {
    expect(codeFrom("TT", 2026, Uint8Array.of(0xfe, 0, 0, 5))).toBe(codeFrom("TT", 2026, 5));
    expect(codeFrom("TT", 2026, Uint8Array.of(1, 0, 0, 5, 99))).toBe(codeFrom("TT", 2026, 0x1000005));
  });

  test.each([-1, 1.5, CODE_SPACE])("the number %d is refused as out of range", (random) => {
    expect(() => codeFrom("INV", 2026, random)).toThrow(RangeError);
  });

  test("a year without four digits and too few bytes are refused", () => {
    expect(() => codeFrom("INV", 26, 1)).toThrow(RangeError);
    expect(() => codeFrom("INV", 2026, Uint8Array.of(1, 2, 3))).toThrow(RangeError);
  });
});

describe("a code as typed", () => {
  test("lower case, spaces, missing or long hyphens are read as the same code", () => {
    for (const code of samples) {
      expect(normaliseCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
      expect(normaliseCode(code.replaceAll("-", ""))).toBe(code);
      expect(normaliseCode(code.replaceAll("-", "–"))).toBe(code);
    }
  });

  test("O is read as 0, and I and L as 1, on both sides of the year", () => {
    const code = codeFrom("INO", 2010, 0b00000_00001_00000_00001_00000);
    expect(normaliseCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
    expect(normaliseCode(code.replaceAll("1", "I"))).toBe(code);
  });

  test.each(["", "INV", "INV-2026-", "XYZ-2026-7K3QXM", "INV-2026-7K3Q", "INV-2026-UUUUUU", "INV-0026-000000", "ＩＮＶ-2026-7K3QXM"])(
    "%s is not a code",
    (text) => expect(normaliseCode(text)).toBeNull(),
  );

  test("a code with more behind it is not a code", () => {
    expect(samples.filter((code) => normaliseCode(`${code}0`) !== null)).toEqual([]);
  });
});

describe("the check character", () => {
  test("any single wrong character is found, at every place, unless it only looks like the right one", () => {
    const accepted = samples.flatMap((code) =>
      places(code).flatMap((place) =>
        [...ALPHABET].filter((character) => character !== code[place]).map((character) => [code, place, character] as const)))
      .filter(([code, place, character]) => normaliseCode(replaced(code, place, character)) !== null);
    expect(accepted.filter(([code, place, character]) => !looksAlike(code.charAt(place), character))).toEqual([]);
  });

  test("any swap of two neighbours is found, also across a hyphen", () => {
    const missed = samples.flatMap((code) => {
      const bare = code.replaceAll("-", "");
      return Array.from({ length: bare.length - 1 }, (_, place) => place)
        .filter((place) => bare[place] !== bare[place + 1])
        .map((place) => bare.slice(0, place) + bare.charAt(place + 1) + bare.charAt(place) + bare.slice(place + 2))
        .filter((swapped) => normaliseCode(swapped) !== null);
    });
    expect(missed).toEqual([]);
  });

  test("the type belongs to what is checked: the same digits with another type are refused", () => {
    const renamed = samples.filter((code) => code.startsWith("INV")).map((code) => code.replace("INV", "INO"));
    expect(renamed.filter((code) => normaliseCode(code) !== null)).toEqual([]);
  });
});

function looksAlike(right: string, typed: string): boolean {
  return (right === "I" && typed === "1") || (right === "O" && typed === "0");
}
