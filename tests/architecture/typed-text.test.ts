import { expect, test } from "vitest";
import { readSources } from "./checks/sources";
import { ownLimits } from "./checks/typed-text";

/**
 * The length of a text that is typed is what its box counts, and is told by one helper (`longText`, `lineOfText`; `givenText`
 * for what a page gives): a limit of its own would count line breaks twice, or letters that are not stored.
 */
test("no text has a limit of its own", () => {
  const sources = Object.entries(readSources("src")).filter(([path]) => !path.endsWith("lib/plain-text.ts") && !path.includes(".test."));
  expect(sources.flatMap(([path, source]) => ownLimits(source).map((limit) => `${path}: ${limit}`))).toEqual([]);
});

test.each([
  ["z.string().max(40)", 1], ["z\n  .string()\n  .trim()\n  .max(254, \"long\")", 1], ["z.string().min(1, \"a\").refine(isReadable, \"b\").max(9)", 1],
  ["z.array(key).max(20)", 0], ["z.int().min(1).max(9)", 0], ["z.array(z.string()).max(5)", 0], ["z.string().optional(); z.int().max(5)", 0],
])("%j has as many as %i", (source, count) => {
  expect(ownLimits(source)).toHaveLength(count);
});

test("no search compares texts but by the one way that takes apostrophes and dashes for the same", () => {
  const own = /\bilike\b|(position|strpos)\s*\(\s*lower/i;
  const sources = Object.entries(readSources("src")).filter(([path]) => !path.endsWith("lib/search.ts") && !path.includes("generated"));
  expect(sources.filter(([, source]) => own.test(source)).map(([path]) => path)).toEqual([]);
});
