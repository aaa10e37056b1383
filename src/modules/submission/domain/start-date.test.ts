import { expect, test } from "vitest";
import { isStillToCome, monthAndYear, startOfMonth } from "./start-date";

test.each([[2019, 1, "2019-01-01"], [2020, 2, "2020-02-01"], [2021, 12, "2021-12-01"]])("year %i, month %i is kept as %s", (year, month, day) => {
  expect(startOfMonth(year, month).toISOString()).toBe(`${day}T00:00:00.000Z`);
  expect(monthAndYear(startOfMonth(year, month))).toEqual({ month: String(month), year: String(year) });
});

test("a month is still to come until it has begun where it counts", () => {
  const lastHourOfMayInJakarta = new Date("2021-05-31T16:30:00Z");
  const firstOfJuneInJakarta = new Date("2021-05-31T17:00:00Z");
  const june = startOfMonth(2021, 6);
  expect(isStillToCome(june, lastHourOfMayInJakarta, "Asia/Jakarta")).toBe(true);
  expect(isStillToCome(june, firstOfJuneInJakarta, "Asia/Jakarta")).toBe(false);
  expect(isStillToCome(startOfMonth(2021, 5), lastHourOfMayInJakarta, "Asia/Jakarta")).toBe(false);
  expect(isStillToCome(startOfMonth(2022, 1), firstOfJuneInJakarta, "Asia/Jakarta")).toBe(true);
});
