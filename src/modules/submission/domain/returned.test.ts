import { expect, test } from "vitest";
import { isUnchanged, notedSections, openNotes, returnToAnswer } from "./returned";

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

test("a note is open until its section is saved after the return, one on the whole until anything is", () => {
  const sent = [{ id: "1", sectionKey: "tujuan" }, { id: "2", sectionKey: "dampak" }, { id: "3", sectionKey: null }];
  const idsOf = (answers: Record<string, { savedAt: Date }>) => openNotes(sent, { answers, identityAt: null }, returnedAt).map(({ id }) => id);
  expect(idsOf({ tujuan: { savedAt: before }, dampak: { savedAt: before } })).toEqual(["1", "2", "3"]);
  expect(idsOf({ tujuan: { savedAt: before }, dampak: { savedAt: after } })).toEqual(["1"]);
  expect(idsOf({ pelajaran: { savedAt: after } })).toEqual(["1", "2"]);
});

test("a reason is answered for while the proposal is back, and only where one was given", () => {
  const returned = { id: "satu", reason: "Lengkapi.", movedAt: new Date("2026-03-01T00:00:00Z") };
  expect(returnToAnswer({ status: "RETURNED" }, returned)).toBe(returned);
  expect(returnToAnswer({ status: "DRAFT" }, returned)).toBeNull();
  expect(returnToAnswer({ status: "RETURNED" }, { ...returned, reason: " " })).toBeNull();
  expect(returnToAnswer({ status: "RETURNED" }, null)).toBeNull();
});
