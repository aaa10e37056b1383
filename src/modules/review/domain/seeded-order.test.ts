import { describe, expect, test } from "vitest";
import { byCodeUnit, seededNumber } from "./seeded-order";

describe("repeatable chance", () => {
  test("the same text gives the same number on every machine", () => {
    expect(seededNumber("")).toBe(2872998923);
    expect(seededNumber("2020|E1|J1")).toBe(3381915679);
  });

  test("texts that differ in one letter are spread over the whole range", () => {
    const tenths = Array.from({ length: 1000 }, (_, n) => Math.floor((seededNumber(`2020|E1|J${n}`) / 2 ** 32) * 10));
    const counts = Array.from({ length: 10 }, (_, tenth) => tenths.filter((value) => value === tenth).length);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });

  test("texts are ordered by code unit, not by the habits of a language", () => {
    expect(["b", "a", "B", "é", "a"].sort(byCodeUnit)).toEqual(["B", "a", "a", "b", "é"]);
  });
});
