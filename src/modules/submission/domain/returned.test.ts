import { expect, test } from "vitest";
import { isUnchanged, notedSections } from "./returned";

const before = new Date("2021-03-01T00:00:00Z");
const returnedAt = new Date("2021-03-02T00:00:00Z");
const after = new Date("2021-03-03T00:00:00Z");
const notes = [{ sectionKey: "tujuan" }, { sectionKey: "dampak" }, { sectionKey: "pelajaran" }, { sectionKey: null }];

test("a noted section stays noted until it is saved after the return, also one that holds nothing", () => {
  const answers = { tujuan: { savedAt: before }, dampak: { savedAt: after } };
  expect([...notedSections(notes, { answers, identityAt: null }, returnedAt)]).toEqual(["tujuan", "pelajaran"]);
});

test("saving any section or the identity after the return is a change", () => {
  expect(isUnchanged({ answers: {}, identityAt: null }, returnedAt)).toBe(true);
  expect(isUnchanged({ answers: { tujuan: { savedAt: before } }, identityAt: before }, returnedAt)).toBe(true);
  expect(isUnchanged({ answers: { tujuan: { savedAt: before }, dampak: { savedAt: after } }, identityAt: null }, returnedAt)).toBe(false);
  expect(isUnchanged({ answers: { tujuan: { savedAt: before } }, identityAt: after }, returnedAt)).toBe(false);
});
