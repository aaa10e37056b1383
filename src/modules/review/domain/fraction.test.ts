import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, fraction, fromText, meanOf, medianOf, mul, subtract, toDecimal, toText, type Fraction } from "./fraction";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => fraction(num, den));

const texts = (values: readonly (Fraction | null)[]) => values.map((value) => value && toText(value));

describe("exact fractions", () => {
  test.each([
    [6, 4, "3/2"],
    [6, -4, "-3/2"],
    [-6, -4, "3/2"],
    [0, -7, "0/1"],
    [8700, 100, "87/1"],
  ])("%i over %i is %s in lowest terms", (num, den, text) => {
    expect(toText(fraction(num, den))).toBe(text);
  });

  test("a denominator of 0 and a number that is not whole are mistakes of the program", () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
    expect(() => fraction(Number.NaN)).toThrow(RangeError);
  });

  test("a tenth and two tenths are exactly three tenths", () => {
    expect(compare(add(fraction(1, 10), fraction(2, 10)), fraction(3, 10))).toBe(0);
  });

  test("adding, subtracting and multiplying follow the school rules", () => {
    expect(texts([add(fraction(1, 2), fraction(1, 3)), subtract(fraction(1, 3), fraction(1, 2)), mul(fraction(2, 3), fraction(3, 4))]))
      .toEqual(["5/6", "-1/6", "1/2"]);
  });

  test("two fractions are told apart where a binary number cannot", () => {
    const less = fraction(10n ** 20n, 10n ** 20n + 1n);
    const more = fraction(10n ** 20n + 1n, 10n ** 20n + 2n);
    expect(Number(less.num) / Number(less.den)).toBe(Number(more.num) / Number(more.den));
    expect(compare(less, more)).toBe(-1);
  });

  test("mean and median of nothing are nothing, never 0", () => {
    expect(meanOf([])).toBeNull();
    expect(medianOf([])).toBeNull();
  });

  test("the median of an even number of values is the mean of the two middle ones", () => {
    expect(texts([medianOf([9, 1, 4].map((n) => fraction(n))), medianOf([9, 1, 4, 7].map((n) => fraction(n)))])).toEqual(["4/1", "11/2"]);
  });

  test("the stored text is read back as the same number", () => {
    fc.assert(fc.property(anyFraction, (value) => {
      expect(fromText(toText(value))).toEqual({ ok: true, value });
    }));
  });

  test.each(["", "1", "1/0", "2/4", "1.5/2", "+1/2", "01/2", "1/02", " 1/2", "1/-2", "-0/1", "1/2/3"])("the text «%s» is refused", (text) => {
    expect(fromText(text)).toEqual({ ok: false, refusal: { key: "review.problem.fractionUnreadable", values: { text } } });
  });

  test.each([
    [fraction(1, 3), 2, "0.33"],
    [fraction(2, 3), 2, "0.67"],
    [fraction(1, 8), 2, "0.13"],
    [fraction(87_125, 1000), 2, "87.13"],
    [fraction(99_995, 1000), 2, "100.00"],
    [fraction(-1, 8), 2, "-0.13"],
    [fraction(-1, 1000), 2, "0.00"],
    [fraction(7, 2), 0, "4"],
    [fraction(5), 3, "5.000"],
  ])("display rounds once, half up: %o with %i places is %s", (value, digits, text) => {
    expect(toDecimal(value, digits)).toBe(text);
  });

  test("the mean of equal values is that value", () => {
    fc.assert(fc.property(anyFraction, fc.integer({ min: 1, max: 9 }), (value, times) => {
      const same = Array.from({ length: times }, () => value);
      expect([meanOf(same), medianOf(same)]).toEqual([value, value]);
    }));
  });

  test("comparing is a total order that agrees with subtraction", () => {
    fc.assert(fc.property(anyFraction, anyFraction, (left, right) => {
      expect(compare(left, right) + compare(right, left)).toBe(0);
      expect(compare(left, right)).toBe(compare(subtract(left, right), fraction(0)));
    }));
  });
});
