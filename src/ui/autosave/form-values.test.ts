import { expect, test } from "vitest";
import { hasBoxFor, wordsWithoutBox } from "./form-values";

const withBoxes = (...names: string[]) => ({ elements: { namedItem: (name: string) => (names.includes(name) ? {} : null) } });
const kept = { "confirm[]": "SIGNATURES", outcome: "FAIL", reason: "Mohon lengkapi.", note: " " };

test("of boxes that are gone only typed words are shown, never what was chosen", () => {
  expect(wordsWithoutBox(withBoxes(), kept, ["reason", "note"])).toEqual(["Mohon lengkapi."]);
  expect(wordsWithoutBox(withBoxes("reason"), kept, ["reason", "note"])).toEqual([]);
});

test("a copy of before, which does not say where people typed, shows no values of lists", () => {
  expect(wordsWithoutBox(withBoxes("outcome"), kept)).toEqual(["Mohon lengkapi."]);
});

test("a copy none of whose boxes is there any more is not called restored", () => {
  expect(hasBoxFor(withBoxes("other"), { "confirm[]": "SIGNATURES" })).toBe(false);
  expect(hasBoxFor(withBoxes("reason"), kept)).toBe(true);
});
