import { expect, test } from "vitest";

import { findPath, valueAt, writtenPath } from "./rules-path";

const document = { groups: [{ key: "umum", age: 12 }, { key: "khusus", age: null }], marks: [40, 60], theme: null };

test.each([
  ["groups.umum.age", ["groups", 0, "age"]],
  ["groups.khusus", ["groups", 1]],
  ["marks.2", ["marks", 1]],
  ["theme", ["theme"]],
])("%s is found and written back", (written, path) => {
  expect(findPath(document, written)).toEqual(path);
  expect(writtenPath(document, path)).toBe(written);
});

test.each(["groups.replikasi", "groups.umum.name", "marks.0", "marks.3", "marks.two", "", "theme.x", "constructor", "groups.length"])(
  "%s is no place in the document",
  (written) => expect(findPath(document, written)).toBeNull(),
);

test("steps the document does not have are written as they are", () => {
  expect(writtenPath(document, ["groups", 0, "nmae"])).toBe("groups.umum.nmae");
  expect(valueAt(document, ["groups", 7, "age"])).toBeUndefined();
});
