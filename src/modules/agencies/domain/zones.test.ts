import { expect, test } from "vitest";
import { zoneOf } from "./zones";

test.each([
  ["73.72/rsud-andi-makkasau", "Asia/Makassar"], ["33.02", "Asia/Jakarta"], ["61.71", "Asia/Jakarta"], ["62", "Asia/Jakarta"], ["63.71", "Asia/Makassar"],
  ["51.71", "Asia/Makassar"], ["81.71", "Asia/Jayapura"], ["94.01", "Asia/Jayapura"], ["96", "Asia/Jayapura"],
] as const)("%s keeps the clock of %s", (code, zone) => {
  expect(zoneOf(code)).toBe(zone);
});

test("a national body has no zone of its own", () => {
  expect(zoneOf("K-kesehatan")).toBeNull();
});
