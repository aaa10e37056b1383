import { expect, test } from "vitest";
import { returnReason } from "./agency-notes";

const returnedAt = new Date("2020-04-10T00:00:00Z");
const since = new Date("2020-04-10T00:00:01Z");

test.each<[string, string, Date[], boolean]>([
  ["a reason alone", "Bukti belum ada", [], true],
  ["a note written since it was last returned", "", [returnedAt, since], true],
  ["white space as reason and no note", " \n ", [], false],
  ["only a note of an earlier round", "", [returnedAt], false],
])("a proposal goes back with %s", (...[, reason, notedAt, allowed]) => {
  const result = returnReason({ reason, notedAt, returnedAt });
  expect(result).toEqual(allowed ? { ok: true, value: reason.trim() } : { ok: false, refusal: { key: "filing.refused.noReason" } });
});

test("before the first return every note is enough", () => {
  expect(returnReason({ reason: "", notedAt: [since], returnedAt: null }).ok).toBe(true);
});
