import { describe, expect, test } from "vitest";
import { integerBetween, normal, pick, randomFrom, seedOf, shuffled } from "./random";

const draws = (seed: number, count: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random());
};

describe("repeatable chance", () => {
  test("the same seed gives the same numbers, another seed gives others", () => {
    expect(draws(1, 100)).toEqual(draws(1, 100));
    expect(draws(1, 100)).not.toEqual(draws(2, 100));
  });

  test("the stream is written down: a change of method would change every demonstration", () => {
    expect(draws(20260101, 3).map((value) => value * 2 ** 32)).toMatchInlineSnapshot(`
      [
        1099142216,
        2546506997,
        3458901715,
      ]
    `);
    expect(seedOf(20260101, "marks", "INV-2020-00000", 3)).toMatchInlineSnapshot(`2290913466`);
  });

  test("numbers are at least 0, below 1 and fill the tenths evenly", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of draws(7, 100_000)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    expect(tenths.filter((count) => Math.abs(count - 10_000) > 400)).toEqual([]);
  });

  test("seeds of neighbouring uses are unrelated and never equal here", () => {
    const seeds = Array.from({ length: 20_000 }, (_, n) => seedOf(1, "marks", n));
    expect(new Set(seeds).size).toBeGreaterThan(19_990);
    expect(seedOf("ab", "c")).not.toBe(seedOf("a", "bc"));
  });
});

describe("what is drawn", () => {
  test("whole numbers reach both ends and nothing beyond", () => {
    const random = randomFrom(3);
    const seen = new Set(Array.from({ length: 1000 }, () => integerBetween(random, 6, 12)));
    expect([...seen].sort((a, b) => a - b)).toEqual([6, 7, 8, 9, 10, 11, 12]);
  });

  test("every element can be picked, and picking from nothing is refused", () => {
    const random = randomFrom(4);
    expect(new Set(Array.from({ length: 100 }, () => pick(random, ["a", "b", "c"])))).toEqual(new Set(["a", "b", "c"]));
    expect(() => pick(random, [])).toThrow(RangeError);
  });

  test("shuffling keeps every element and leaves the list alone", () => {
    const list = Array.from({ length: 50 }, (_, n) => n);
    const other = shuffled(randomFrom(5), list);
    expect(other).not.toEqual(list);
    expect([...other].sort((a, b) => a - b)).toEqual(list);
    expect(list[0]).toBe(0);
  });

  test("normal numbers have mean 0 and standard deviation 1", () => {
    const random = randomFrom(6);
    const values = Array.from({ length: 50_000 }, () => normal(random));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(deviation - 1)).toBeLessThan(0.02);
  });
});
