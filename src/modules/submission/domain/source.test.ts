import { expect, test } from "vitest";
import { isDescribed, isYearOfOne } from "./source";

const described = { text: "Lancar HD", agency: "Kota Parepare", year: 2019 };

test.each([
  ["with title, agency and year", {}, true],
  ["by a few letters", { text: "asdf" }, false],
  ["by signs", { text: "!!!!!! -- ?" }, false],
  ["without its agency", { agency: "" }, false],
  ["without its year", { year: null }, false],
  ["by a code that is nobody's", { text: "INO-ABCDEF" }, false],
])("a source is described %s: %o is %s", (_, change, is) => {
  expect(isDescribed({ ...described, ...change })).toBe(is);
});

test("a year counts that one of the edition's lists has, or any where the edition names none", () => {
  expect([2014, 2019, 2020].map((year) => isYearOfOne(["Top 99/2014", "Top 99/2019"], year))).toEqual([true, true, false]);
  expect(isYearOfOne([], 1999)).toBe(true);
});
