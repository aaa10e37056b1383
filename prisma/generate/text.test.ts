import { describe, expect, test } from "vitest";
import { randomFrom } from "./random";
import { DEMONSTRATION_MARK, paragraphs, title, VOCABULARY_SIZE } from "./text";

const wordsOf = (text: string) => text.split(/\s+/).length;

describe("generated text", () => {
  test("the vocabulary has about 110 different words", () => {
    expect(VOCABULARY_SIZE).toBeGreaterThanOrEqual(105);
    expect(VOCABULARY_SIZE).toBeLessThanOrEqual(125);
  });

  test.each([2, 3, 10, 57, 100, 200, 300])("a text of %i words has exactly that many", (words) => {
    for (let seed = 0; seed < 50; seed += 1) expect(wordsOf(paragraphs(randomFrom(seed), words))).toBe(words);
  });

  test("every text begins with the mark of the demonstration", () => {
    expect(paragraphs(randomFrom(1), 40).startsWith(`${DEMONSTRATION_MARK} `)).toBe(true);
  });

  test("a long text has several paragraphs and ends with a full stop", () => {
    const text = paragraphs(randomFrom(1), 250);
    expect(text.split("\n\n").length).toBeGreaterThan(2);
    expect(text.endsWith(".")).toBe(true);
  });

  test("a title has 6 to 12 words, none twice", () => {
    const random = randomFrom(2);
    const lengths = Array.from({ length: 500 }, () => title(random).split(" ")).map((words) => [words.length, new Set(words).size]);
    expect(lengths.filter(([words, different]) => words !== different)).toEqual([]);
    expect([...new Set(lengths.map(([words]) => words))].sort((a, b) => Number(a) - Number(b))).toEqual([6, 7, 8, 9, 10, 11, 12]);
  });

  test("the same seed writes the same text", () => {
    expect(paragraphs(randomFrom(9), 120)).toBe(paragraphs(randomFrom(9), 120));
    expect(paragraphs(randomFrom(9), 120)).not.toBe(paragraphs(randomFrom(10), 120));
  });
});
