import { expect, test } from "vitest";

import { addDays, closingInstantOf, instantOf, isLocalTime, localOf } from "./local-time";

test.each([
  ["Asia/Jakarta", "2020-04-26T05:00:00.000Z"],
  ["Asia/Makassar", "2020-04-26T04:00:00.000Z"],
  ["Asia/Jayapura", "2020-04-26T03:00:00.000Z"],
] as const)("noon in %s is %s", (zone, instant) => {
  expect(instantOf("2020-04-26T12:00", zone).toISOString()).toBe(instant);
});

test("the offsets are those of the time zone database, in every month", () => {
  for (const zone of ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const) {
    for (let month = 1; month <= 12; month += 1) {
      const local = `2021-${String(month).padStart(2, "0")}-15T23:59`;
      const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
      expect(shown.format(instantOf(local, zone))).toBe(local.replace("T", " "));
    }
  }
});

test("a stage that closes at 23:59 is open for the whole of that minute", () => {
  expect(closingInstantOf("2020-04-26T23:59", "Asia/Jakarta").toISOString()).toBe("2020-04-26T16:59:59.999Z");
});

test.each(["2020-02-30T10:00", "2021-02-29T10:00", "2020-13-01T10:00", "2020-04-26T24:00", "2020-04-26T23:60", "2020-04-26", "2020-04-26T23:59:00", "", "besok"])(
  "%s is no local time",
  (local) => expect(isLocalTime(local)).toBe(false),
);

test("the last minute of a leap day is a local time", () => {
  expect(isLocalTime("2020-02-29T23:59")).toBe(true);
});

test("days are added across months and years, and taken away", () => {
  expect(addDays("2020-12-31T23:59", 1)).toBe("2021-01-01T23:59");
  expect(addDays("2020-03-01T08:00", -1)).toBe("2020-02-29T08:00");
});

test("what was written can be shown again, whichever end of its minute was stored", () => {
  expect(localOf(instantOf("2020-04-26T00:00", "Asia/Makassar"), "Asia/Makassar")).toBe("2020-04-26T00:00");
  expect(localOf(closingInstantOf("2020-04-26T23:59", "Asia/Jayapura"), "Asia/Jayapura")).toBe("2020-04-26T23:59");
});
