import { expect, test } from "vitest";
import { eventFacts } from "./event-facts";

const facts = (details: object) => eventFacts(JSON.stringify({ details }));

test("every recorded part of an event is told by its name", () => {
  expect(facts({ code: "INV-2020-00001X", answered: 9, acknowledged: false })).toEqual([
    { name: "code", text: "INV-2020-00001X" }, { name: "answered", text: "9" }, { name: "acknowledged", text: "false" },
  ]);
});

test("lists and groups are told in one line", () => {
  expect(facts({ from: ["2026-05-01", "2026-05-10"], levels: [{ level: "top-45", codes: ["A", "B"] }] })).toEqual([
    { name: "from", text: "2026-05-01, 2026-05-10" }, { name: "levels", text: "level: top-45; codes: A, B" },
  ]);
});

test("what is empty is not told", () => {
  expect(facts({ group: null, notMet: [], note: "" })).toEqual([]);
});

test.each(["{}", "{", ""])("a body that somebody has broken tells nothing: %j", (body) => {
  expect(eventFacts(body)).toEqual([]);
});
