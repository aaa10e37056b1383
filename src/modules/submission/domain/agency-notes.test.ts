import { expect, test } from "vitest";
import { returnReason, type TypedNote, typedNotes, unsaidNotes } from "./agency-notes";

const returnedAt = new Date("2020-04-10T00:00:00Z");
const since = new Date("2020-04-10T00:00:01Z");
const note: TypedNote = { section: "tujuan", body: "Sebutkan angkanya." };

test.each<[string, string, TypedNote[], Date[], boolean]>([
  ["a reason alone", "Bukti belum ada", [], [], true],
  ["a note typed and not kept yet", "", [note], [], true],
  ["a note written since it was last returned", "", [], [returnedAt, since], true],
  ["white space as reason and no note", " \n ", [], [], false],
  ["only a note of an earlier round", "", [], [returnedAt], false],
])("a proposal goes back with %s", (...[, reason, typed, notedAt, allowed]) => {
  const result = returnReason({ reason, typed, notedAt, returnedAt });
  expect(result).toEqual(allowed ? { ok: true, value: reason.trim() } : { ok: false, refusal: { key: "filing.refused.noReason" } });
});

test("before the first return every note is enough", () => {
  expect(returnReason({ reason: "", typed: [], notedAt: [since], returnedAt: null }).ok).toBe(true);
});

test("every filled box is a note, an empty one is none, and none is about a section that does not exist", () => {
  expect(typedNotes({ tujuan: note.body, dampak: " \n", _: "Umum." }, ["tujuan", "dampak"])).toEqual({ ok: true, value: [note, { section: null, body: "Umum." }] });
  expect(typedNotes({ karangan: "a" }, ["tujuan"])).toEqual({ ok: false, refusal: { key: "common.errors.invalid" } });
});

test("the same words of the same person at the same place are said once", () => {
  const kept = [{ sectionKey: "tujuan", body: note.body, writtenById: "ana", writtenAt: since }];
  expect(unsaidNotes([note], "ana", kept)).toEqual([]);
  expect(unsaidNotes([note], "budi", kept)).toEqual([note]);
  const elsewhere = [{ ...note, section: null }, { ...note, body: "Lain." }];
  expect(unsaidNotes(elsewhere, "ana", kept)).toEqual(elsewhere);
});
