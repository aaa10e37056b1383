import { expect, test } from "vitest";
import { withActionOf } from "./renewed-form.mjs";

/** @param {string} id @param {string} inside */
const form = (id, inside) =>
  `<form action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;${id}&quot;}"/>${inside}</form>`;
const box = (/** @type {string} */ name) => `<input type="hidden" name="$line:${name}" value="Judul"/><input type="text" name="${name}" value="lama"/>`;
const hidden = (/** @type {string} */ name, /** @type {string} */ value) => `<input type="hidden" name="${name}" value="${value}"/>`;
/** @type {[string, string][]} */
const SENT = [["$ACTION_REF_2", ""], ["$ACTION_2:0", '{"id":"old"}'], ["$line:name", "Judul"], ["name", "Unit & baru"], ["parent", "32.73"]];

const actionIn = (/** @type {import("./renewed-form.mjs").Field[]} */ fields) => fields.filter(([name]) => name.startsWith("$ACTION")).map(([, value]) => value);

test("takes the action of the form that has the same fields, and keeps what was typed", () => {
  const page = form("out", hidden("userId", "1")) + form("add", box("name") + hidden("parent", "32.73")) + form("invite", box("email") + hidden("role", "x"));
  const fields = withActionOf(page, SENT);
  expect(actionIn(fields)).toEqual(["", '{"id":"add"}']);
  expect(fields.slice(2)).toEqual(SENT.slice(2));
});

test("of forms with the same fields, takes the one about the same thing", () => {
  const page = form("one", box("name") + hidden("parent", "32.01")) + form("two", box("name") + hidden("parent", "32.73"));
  expect(actionIn(withActionOf(page, SENT))).toEqual(["", '{"id":"two"}']);
});

test.each([
  ["the page has no such form", form("out", hidden("userId", "1"))],
  ["two forms are the same", form("a", box("name") + hidden("parent", "32.73")) + form("b", box("name") + hidden("parent", "32.73"))],
  ["a box has gone", form("add", hidden("parent", "32.73") + hidden("name", ""))],
])("leaves all as it is where %s", (_, page) => {
  expect(withActionOf(page, SENT)).toEqual(SENT);
});
