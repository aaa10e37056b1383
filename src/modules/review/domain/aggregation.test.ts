import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineJudges, spreadOf } from "./aggregation";
import { compare, fraction, toText } from "./fraction";

const points = (...values: number[]) => values.map((value) => fraction(value));
const textOf = (value: ReturnType<typeof combineJudges>) => value && toText(value);

describe("several judges' totals", () => {
  test("the mean of 74, 81 and 80 is 78 and a third, not a rounded 78.33", () => {
    expect(textOf(combineJudges(points(74, 81, 80), "MEAN"))).toBe("235/3");
  });

  test("the median of 74, 81 and 80 is 80", () => {
    expect(textOf(combineJudges(points(74, 81, 80), "MEDIAN"))).toBe("80/1");
  });

  test("an entry without a reading has no total, never 0", () => {
    expect(combineJudges([], "MEAN")).toBeNull();
    expect(combineJudges([], "MEDIAN")).toBeNull();
  });

  test("a missing judge costs an entry nothing", () => {
    expect(combineJudges(points(80, 80), "MEAN")).toEqual(combineJudges(points(80, 80, 80), "MEAN"));
  });

  test("the order of the judges never matters, and the total lies between the lowest and the highest", () => {
    const readings = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 7 })), { minLength: 1, maxLength: 7 });
    fc.assert(fc.property(readings, fc.constantFrom("MEAN" as const, "MEDIAN" as const), (raw, method) => {
      const values = raw.map(([num, den]) => fraction(num, den));
      const total = combineJudges(values, method);
      const { lowest, highest } = spreadOf(values);
      expect(combineJudges([...values].reverse(), method)).toEqual(total);
      expect(total && lowest && compare(lowest, total)).not.toBe(1);
      expect(total && highest && compare(total, highest)).not.toBe(1);
    }));
  });
});

describe("the spread", () => {
  test("nothing read has no spread", () => {
    expect(spreadOf([])).toEqual({ readings: 0, lowest: null, highest: null, range: null, deviationDisplay: null });
  });

  test("one reading has a range of 0 and no deviation", () => {
    expect(spreadOf(points(74))).toEqual({ readings: 1, lowest: fraction(74), highest: fraction(74), range: fraction(0), deviationDisplay: null });
  });

  test.each([
    [[80, 80, 80], "0.0000"],
    [[1, 2, 3, 4], "1.2910"],
    [[2, 4, 4, 4, 5, 5, 7, 9], "2.1381"],
    [[0, 100], "70.7107"],
  ])("the deviation of %j is shown as %s", (values, shown) => {
    expect(spreadOf(points(...values)).deviationDisplay).toBe(shown);
  });

  test("the shown deviation is the true root to four places", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 9 }), (values) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      expect(Number(spreadOf(points(...values)).deviationDisplay)).toBeCloseTo(Math.sqrt(variance), 3);
    }));
  });
});
