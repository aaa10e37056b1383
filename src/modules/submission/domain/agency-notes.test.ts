import { expect, test } from "vitest";
import { returnReason } from "./agency-notes";

const arrivedAt = new Date("2020-04-10T00:00:00Z");
const before = new Date("2020-04-09T23:59:59Z");

test.each<[string, string, Date[], boolean]>([
  ["a reason alone", "Bukti belum ada", [], true],
  ["a note written since it arrived", "", [arrivedAt], true],
  ["white space as reason and no note", " \n ", [], false],
  ["only a note of an earlier round", "", [before], false],
])("a proposal goes back with %s", (...[, reason, notedAt, allowed]) => {
  const result = returnReason({ reason, notedAt, arrivedAt });
  expect(result).toEqual(allowed ? { ok: true, value: reason.trim() } : { ok: false, refusal: { key: "filing.refused.noReason" } });
});
