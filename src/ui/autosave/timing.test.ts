import { describe, expect, test } from "vitest";
import { meaningOf, retryDelay } from "./timing";

describe("waiting after a failed save", () => {
  test.each([[1, 2_000], [2, 4_000], [3, 8_000], [6, 60_000], [50, 60_000]])("after %i failures at most %i milliseconds", (failures, most) => {
    expect(retryDelay(failures, 0)).toBe(most);
    expect(retryDelay(failures, 0.999_999)).toBe(Math.round(most / 2));
  });
});

describe("what the server's answer means", () => {
  test.each([
    [200, false, "SAVED"], [409, true, "CONFLICT"], [409, false, "REFUSED"], [401, false, "SIGNED_OUT"], [412, false, "OTHER_PERSON"], [403, false, "CLOSED"], [404, false, "CLOSED"],
    [413, false, "REFUSED"], [422, false, "REFUSED"], [408, false, "TRY_AGAIN"], [429, false, "TRY_AGAIN"], [500, false, "TRY_AGAIN"],
    [503, false, "TRY_AGAIN"], [0, false, "TRY_AGAIN"],
  ] as const)("%i (another text: %s) means %s", (status, hasOtherText, meaning) => {
    expect(meaningOf(status, hasOtherText)).toBe(meaning);
  });

  test("nothing but an acknowledgement counts as saved", () => {
    const saved = Array.from({ length: 600 }, (_, status) => status).filter((status) => meaningOf(status, true) === "SAVED");
    expect(saved).toEqual([200]);
  });
});
