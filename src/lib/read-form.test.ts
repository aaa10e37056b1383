import { expect, test } from "vitest";
import { readForm } from "./read-form";
import { typedIn } from "./typed-fields";

/** A form that counts how often one of its fields is looked at. */
function countedForm(fields: readonly [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  let looks = 0;
  const everyField = function* () {
    for (const field of FormData.prototype.entries.call(form)) {
      looks += 1;
      yield field;
    }
  };
  const getAll = (name: string) => {
    looks += fields.length;
    return FormData.prototype.getAll.call(form, name);
  };
  return Object.assign(form, { [Symbol.iterator]: everyField, entries: everyField, getAll, looks: () => looks });
}

test.each([1_000, 15_000])("of %i fields each is looked at once", (count) => {
  const form = countedForm(Array.from({ length: count }, (_, number) => [`_1_${number.toString(36)}`, ""]));
  expect(Object.keys(readForm(form))).toHaveLength(count);
  expect(form.looks()).toBe(count);
  expect(Object.keys(typedIn(form))).toHaveLength(count);
  expect(form.looks()).toBe(2 * count);
});

test("nests by dots, lists by brackets or repetition, and leaves out what nobody typed", () => {
  const form = countedForm([
    ["$ACTION_KEY", "k"], ["$writer", "w"], ["$area:marks.novelty", "Kebaruan"], ["marks.novelty", "80"], ["codes[]", "A"], ["pilih", "B"], ["pilih", "C"],
    ["__proto__.x", "1"],
  ]);
  expect(JSON.stringify(readForm(form))).toBe('{"marks":{"novelty":"80"},"codes":["A"],"pilih":["B","C"],"__proto__":{"x":"1"}}');
  expect(typedIn(form)).toEqual({ "marks.novelty": "80", "codes[]": "A", pilih: ["B", "C"], "__proto__.x": "1" });
});

test("a name of many dots makes no object for each of them", () => {
  const deep = `${"a.".repeat(400_000)}b`;
  expect(Object.keys(readForm([[deep, "1"], ["a.b.c", "2"]]))).toEqual([deep, "a"]);
});
