import { expect, test } from "vitest";
import { searchedText } from "./plain-text";

test.each([
  ["  Budi ", "Budi"],
  ["x".repeat(150), "x".repeat(100)],
  ["\u0000", ""],
  ["\ud800", ""],
  [["dua", "kali"], ""],
  [undefined, ""],
])("an address that asks for %j searches for %j", (asked, text) => {
  expect(searchedText.parse(asked)).toBe(text);
});
