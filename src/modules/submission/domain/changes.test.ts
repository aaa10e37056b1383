import { expect, test } from "vitest";
import { changesBetween } from "./changes";

test("only what differs is told, with both values", () => {
  const before = { title: "Lama", signatory: "Rina", since: new Date("2015-01-01T00:00:00Z"), source: null as string | null };
  const after = { title: "Baru", signatory: "Rina", since: new Date("2015-01-01T00:00:00Z"), source: "asal" };
  expect(changesBetween(before, after)).toEqual({ title: { before: "Lama", after: "Baru" }, source: { before: null, after: "asal" } });
});

test("a day that moved is told as dates", () => {
  const [before, after] = [{ since: new Date("2015-01-01T00:00:00Z") }, { since: new Date("2016-03-01T00:00:00Z") }];
  expect(changesBetween(before, after)).toEqual({ since: { before: "2015-01-01T00:00:00.000Z", after: "2016-03-01T00:00:00.000Z" } });
});
