import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./process.mjs";
import { whenChanged } from "./stamp.mjs";

const folder = mkdtempSync(join(tmpdir(), "stamp-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (/** @type {string} */ name) => relative(root, join(folder, name));

test("work is done again when a file or the word it follows from is another, and else not", async () => {
  const made = /** @type {string[]} */ ([]);
  const make = (/** @type {string} */ word) =>
    whenChanged({ stamp: place("stamp"), inputs: [place("input")], output: place("output"), word: () => word }, async () => {
      made.push(word);
      writeFileSync(join(folder, "output"), "");
    });
  writeFileSync(join(folder, "input"), "one");
  for (const word of ["key", "key", "another key", "another key", "key"]) await make(word);
  expect(made).toEqual(["key", "another key", "key"]);
  writeFileSync(join(folder, "input"), "two");
  await make("key");
  expect(made).toHaveLength(4);
});
