import { expect, test } from "vitest";
import { monthAndYear, startOfMonth } from "./start-date";

test.each([[2019, 1, "2019-01-01"], [2020, 2, "2020-02-01"], [2021, 12, "2021-12-01"]])("year %i, month %i is kept as %s", (year, month, day) => {
  expect(startOfMonth(year, month).toISOString()).toBe(`${day}T00:00:00.000Z`);
  expect(monthAndYear(startOfMonth(year, month))).toEqual({ month: String(month), year: String(year) });
});
