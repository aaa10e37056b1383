import { expect, test } from "vitest";
import { formatDateTime, formatDeadline, formatDecimalText, formatTimeLeft } from "./format";

const noon = new Date("2026-04-16T05:00:00Z");
const lastHourInBetween = new Date("2026-04-16T15:30:00Z");
const lastMinute = new Date("2026-04-16T16:59:59.999Z");

test("a deadline is told in the edition's zone first and in the other two after it", () => {
  expect(formatDeadline(noon, { locale: "id", zone: "Asia/Jakarta" })).toBe("16 April 2026 pukul 12.00 WIB (13.00 WITA, 14.00 WIT)");
  expect(formatDeadline(noon, { locale: "en", zone: "Asia/Jayapura" })).toBe("16 April 2026 at 14:00 WIT (12:00 WIB, 13:00 WITA)");
});

test("where another zone has another day, the day is named once", () => {
  expect(formatDeadline(lastMinute, { locale: "id", zone: "Asia/Jakarta" })).toBe(
    "16 April 2026 pukul 23.59 WIB (17 April 00.59 WITA, 01.59 WIT)",
  );
  expect(formatDeadline(lastHourInBetween, { locale: "id", zone: "Asia/Jakarta" })).toBe("16 April 2026 pukul 22.30 WIB (23.30 WITA, 17 April 00.30 WIT)");
  expect(formatDeadline(lastHourInBetween, { locale: "en", zone: "Asia/Jayapura" })).toBe("17 April 2026 at 00:30 WIT (16 April 22:30 WIB, 23:30 WITA)");
});

test("midnight is the hour 00 of the new day", () => {
  expect(formatDateTime(new Date("2026-04-16T17:00:00Z"), { locale: "id", zone: "Asia/Jakarta" })).toBe("17 April 2026 pukul 00.00 WIB");
});

test("an exact decimal keeps its digits and takes the signs of the language", () => {
  expect([formatDecimalText("12345.60", "id"), formatDecimalText("12345.60", "en")]).toEqual(["12.345,60", "12,345.60"]);
});

test("what is left is told in words of the language, and never more than there is", () => {
  const [minute, hour] = [60_000, 3_600_000];
  expect(formatTimeLeft(8 * 24 * hour + 16.9 * hour, "id")).toBe("8 hari 16 jam");
  expect(formatTimeLeft(24 * hour, "en")).toBe("1 day");
  expect(formatTimeLeft(2 * hour + 5.9 * minute, "id")).toBe("2 jam 5 menit");
  expect(formatTimeLeft(hour + minute, "en")).toBe("1 hour 1 minute");
  expect(formatTimeLeft(hour, "id")).toBe("1 jam");
  expect(formatTimeLeft(59_999, "id")).toBe("0 menit");
});
