import { expect, test } from "vitest";
import { typedMark } from "./sheet-boxes";

const scale = { min: 0, max: 100 };

test.each([["0", 0], [" 81 ", 81], ["100", 100]])("%j is a mark", (typed, mark) => expect(typedMark(typed, scale)).toBe(mark));

test.each([[""], ["  "]])("%j is an empty box", (typed) => expect(typedMark(typed, scale)).toBeNull());

test.each([["101"], ["-1"], ["8,5"], ["abc"], ["1e2"]])("%j is no mark, and not the nearest one either", (typed) =>
  expect(typedMark(typed, scale)).toBeUndefined());
