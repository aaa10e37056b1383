import { describe, expect, test } from "vitest";
import { columnMeans, rowMeans, tableStatistics } from "./agreement";
import { fraction, mul, subtract, sumOf, toDecimal, toText, type Fraction } from "./fraction";

/** Shrout & Fleiss (1979), table 2: six entries, four judges. */
const table = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const texts = (values: (Fraction | null)[]) => values.map((value) => value && toText(value));

describe("the table of Shrout and Fleiss", () => {
  test("its entries have the means 6, 3, 6½, 4, 7½ and 4¾", () => {
    expect(texts(rowMeans(table))).toEqual(["6/1", "3/1", "13/2", "4/1", "15/2", "19/4"]);
  });

  test("its judges have the means 7⅔, 2½, 4⅓ and 6⅔", () => {
    expect(texts(columnMeans(table))).toEqual(["23/3", "5/2", "13/3", "20/3"]);
  });

  test("its grand mean is 5 and 7/24", () => {
    expect(tableStatistics(table).grandMean).toEqual(fraction(127, 24));
  });

  test("the means give the mean squares 11.2417 between entries and 32.4861 between judges", () => {
    expect(meanSquare(rowMeans(table), 4)).toBe("11.2417");
    expect(meanSquare(columnMeans(table), 6)).toBe("32.4861");
  });
});

describe("a table with gaps", () => {
  test("a mark that is missing is left out, never counted as 0", () => {
    expect(texts(rowMeans([[8, null, 9], [null, null], []]))).toEqual(["17/2", null, null]);
    expect(texts(columnMeans([[8, null, 9], [6, null], []]))).toEqual(["7/1", null, "9/1"]);
    expect(tableStatistics([])).toEqual({ rowMeans: [], columnMeans: [], grandMean: null });
  });
});

function meanSquare(means: (Fraction | null)[], repeats: number): string {
  const distances = means.map((mean) => subtract(mean ?? fraction(0), fraction(127, 24)));
  const squares = sumOf(distances.map((distance) => mul(distance, distance)));
  return toDecimal(mul(squares, fraction(repeats, means.length - 1)), 4);
}
