import { expect, test } from "vitest";
import { quotaLeft } from "./quota";

test.each([
  [10, 0, 10],
  [10, 7, 3],
  [10, 10, 0],
  [0, 0, 0],
])("of a quota of %i with %i filed, %i are left", (quota, filed, left) => {
  expect(quotaLeft(quota, filed)).toBe(left);
});

test("an agency that filed more than a quota lowered later has nothing left, not less than nothing", () => {
  expect(quotaLeft(5, 8)).toBe(0);
});

test("an edition without a quota leaves no number at all", () => {
  expect(quotaLeft(null, 400)).toBeNull();
});
