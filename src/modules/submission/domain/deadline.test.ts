import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAhead, isWorthSaying, minutesLeft, movedBy } from "./deadline";

const MINUTE = 60_000;
const closing = { closesAt: 100 * MINUTE, first: null };

describe("what is left", () => {
  test("is told by whole minutes in the last hour only", () => {
    expect(minutesLeft(40 * MINUTE, closing)).toBeNull();
    expect(minutesLeft(40 * MINUTE + 1, closing)).toBe(59);
    expect(minutesLeft(99.5 * MINUTE, closing)).toBe(0);
  });

  test("the closing instant itself is still open, as the doors hold it", () => {
    expect(minutesLeft(closing.closesAt, closing)).toBe(0);
    expect(minutesLeft(closing.closesAt + 1, closing)).toBe(-1);
  });
});

describe("what is said aloud", () => {
  test("the first time, at a few moments, and that it has closed or opened again", () => {
    expect(isWorthSaying(null, 43)).toBe(true);
    expect(isWorthSaying(43, 42)).toBe(false);
    expect(isWorthSaying(30, 29)).toBe(true);
    expect(isWorthSaying(43, 3), "after the device slept").toBe(true);
    expect(isWorthSaying(0, -1)).toBe(true);
    expect(isWorthSaying(-1, -1)).toBe(false);
    expect(isWorthSaying(-1, 20)).toBe(true);
  });
});

test("a closing time is compared with the first one, also after it moved twice", () => {
  expect(movedBy({ closesAt: 9, first: null })).toBeNull();
  expect(movedBy({ closesAt: 9, first: 9 }), "moved there and back").toBeNull();
  expect(movedBy({ closesAt: 13, first: 9 })).toBe("later");
  expect(movedBy({ closesAt: 7, first: 9 })).toBe("earlier");
});

test("whatever a device's clock says, the server's time is never taken for earlier than it is", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), (skew, server, there, back) => {
      const device = (at: number) => at + skew;
      const ahead = clockAhead(server + there, { askedAt: device(server), cameAt: device(server + there + back) });
      const told = device(server + there + back) + ahead;
      expect(told).toBeGreaterThanOrEqual(server + there + back);
      expect(told - (server + there + back)).toBeLessThanOrEqual(there);
    }),
  );
});
