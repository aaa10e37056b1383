import { expect, test } from "vitest";
import { domainFilesWithoutHeader, rulesWithoutDocstring } from "./checks/domain-docs";
import { longPages, partsInTwoPlaces, strayFiles } from "./checks/module-shape";
import { readSources } from "./checks/sources";
import { wordsInComponents } from "./checks/words-in-code";

const sources = readSources("src");
const paths = Object.keys(sources);

/** When the catalogues may be what broke, the page cannot ask them. */
const SPEAKS_BY_ITSELF = ["src/app/error.tsx"];

test("there are files to look at", () => {
  expect(paths.length).toBeGreaterThan(100);
});

test("every file of src stands where its name says", () => {
  expect(strayFiles(paths)).toEqual([]);
});

test("a part of a module is a file or a folder, never both", () => {
  expect(partsInTwoPlaces(paths)).toEqual([]);
});

test("a page composes and stays short", () => {
  expect(longPages(sources)).toEqual([]);
});

test("what a person reads stands in the catalogues, in both languages", () => {
  const spoken = Object.fromEntries(Object.entries(sources).filter(([path]) => !SPEAKS_BY_ITSELF.includes(path)));
  expect(wordsInComponents(spoken)).toEqual([]);
});

test("every rule file begins with what it decides and by which source", () => {
  expect(domainFilesWithoutHeader(sources)).toEqual([]);
});

test("every rule says what goes in and what comes out", () => {
  expect(rulesWithoutDocstring(sources)).toEqual([]);
});
