import { describe, expect, test } from "vitest";
import { generateMarks, kipp3178Judges } from "./marks";
import { sampleRules } from "./sample-rules";

const rules = sampleRules();
const weights = Object.fromEntries((rules.rubrics[0]?.criteria ?? []).map(({ key, weight }) => [key, weight]));
const marks = (submission: number, judgeIndex: number, more: { quality?: number } = {}) =>
  generateMarks({ rules, rubric: "proposal", submissionCode: `INV-${submission}`, judgeIndex, seed: 5, ...more });
const total = (given: Record<string, number>) =>
  Object.entries(given).reduce((sum, [key, mark]) => sum + mark * (weights[key] ?? 0), 0) / 100;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe("generated marks", () => {
  test("every criterion gets a whole mark on the scale", () => {
    const all = Array.from({ length: 500 }, (_, n) => marks(n, n % 7));
    expect(all.every((given) => Object.keys(given).join() === Object.keys(weights).join())).toBe(true);
    expect(all.flatMap((given) => Object.values(given)).filter((mark) => !Number.isInteger(mark) || mark < 0 || mark > 100)).toEqual([]);
  });

  test("a scale from 1 to 9 is respected", () => {
    const narrow = sampleRules({ rubrics: rules.rubrics.map((rubric) => ({ ...rubric, scale: { min: 1, max: 9 } })) });
    const all = Array.from({ length: 300 }, (_, n) =>
      Object.values(generateMarks({ rules: narrow, rubric: "proposal", submissionCode: `${n}`, judgeIndex: 1, seed: 5 }))).flat();
    expect(all.filter((mark) => !Number.isInteger(mark) || mark < 1 || mark > 9)).toEqual([]);
    expect(new Set(all).size).toBeGreaterThan(4);
  });

  test("the same judge, entry and seed give the same marks, another judge others", () => {
    expect(marks(1, 1)).toEqual(marks(1, 1));
    expect(marks(1, 1)).not.toEqual(marks(1, 2));
  });

  test("totals lie around 72 and spread as quality, severity and noise add up", () => {
    const totals = Array.from({ length: 6000 }, (_, n) => total(marks(n, n)));
    expect(Math.abs(mean(totals) - 72)).toBeLessThan(1);
    expect(deviation(totals) / 7).toBeGreaterThan(1.55);
    expect(deviation(totals) / 7).toBeLessThan(1.8);
  });

  test("two judges of one entry agree at about 0.34, as in the simulation", () => {
    const pairs = Array.from({ length: 6000 }, (_, n) => [total(marks(n, 2 * n)), total(marks(n, 2 * n + 1))] as const);
    const left = pairs.map(([first]) => first);
    const right = pairs.map(([, second]) => second);
    const together = mean(pairs.map(([first, second]) => (first - mean(left)) * (second - mean(right))));
    const agreement = together / (deviation(left) * deviation(right));
    expect(agreement).toBeGreaterThan(0.29);
    expect(agreement).toBeLessThan(0.39);
  });

  test("one judge is equally severe with every entry", () => {
    const averages = [1, 2, 3, 4, 5, 6, 7, 8].map((judge) => mean(Array.from({ length: 1000 }, (_, n) => total(marks(n, judge)))));
    const again = [1, 2, 3, 4, 5, 6, 7, 8].map((judge) => mean(Array.from({ length: 1000 }, (_, n) => total(marks(n + 5000, judge)))));
    expect(averages.filter((average, index) => Math.abs(average - (again[index] ?? 0)) > 1.5)).toEqual([]);
    expect(deviation(averages)).toBeGreaterThan(2);
  });

  test("an entry said to be outstanding gets more than one said to be ordinary", () => {
    const judged = (quality: number) => mean(Array.from({ length: 200 }, (_, judge) => total(marks(1, judge, { quality }))));
    expect(judged(2) - judged(0)).toBeGreaterThan(9);
  });

  test("a rubric that the edition does not know is refused", () => {
    expect(() => generateMarks({ rules, rubric: "lain", submissionCode: "x", judgeIndex: 1, seed: 1 })).toThrow(RangeError);
  });
});

describe("the judges of KIPP-3178", () => {
  const reviews = Array.from({ length: 3178 }, (_, index) => kipp3178Judges(index + 1));

  test("each submission has three different judges, numbered from 1 to 100", () => {
    expect(reviews.filter((judges) => new Set(judges).size !== 3 || judges.some((judge) => judge < 1 || judge > 100))).toEqual([]);
  });

  test("9,534 reviews are spread evenly over 100 judges", () => {
    const load = Array.from({ length: 100 }, (_, index) => reviews.flat().filter((judge) => judge === index + 1).length);
    expect([load.reduce((sum, count) => sum + count, 0), Math.min(...load), Math.max(...load)]).toEqual([9534, 94, 96]);
  });

  test("the first submissions have the judges the formula gives", () => {
    expect([kipp3178Judges(1), kipp3178Judges(15)]).toEqual([[8, 41, 74], [6, 39, 72]]);
  });
});
