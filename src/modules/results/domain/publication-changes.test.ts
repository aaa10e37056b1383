import { describe, expect, it } from "vitest";
import { changesBetween, isUnchanged, type NamedEntry } from "./publication-changes";

const entry = (code: string, levelKey = "top-99", title = `Inovasi ${code}`): NamedEntry => ({
  code, title, unitName: "", agencyName: "", levelKey, level: { id: levelKey, en: levelKey },
});
const codes = (entries: readonly NamedEntry[]) => entries.map(({ code }) => code);

describe("what a version of a list changes", () => {
  it("is nothing for the same entries on the same levels, in whatever order", () => {
    const changes = changesBetween([entry("A"), entry("B")], [entry("B"), entry("A")]);
    expect(isUnchanged(changes)).toBe(true);
  });

  it("names who came in, who left and who stands on another level, by title", () => {
    const before = [entry("A"), entry("B"), entry("C", "top-99", "Zeta")];
    const after = [entry("A"), entry("C", "top-45", "Zeta"), entry("E", "top-99", "Beta"), entry("D", "top-99", "Alfa")];
    const changes = changesBetween(before, after);
    expect(codes(changes.entered)).toEqual(["D", "E"]);
    expect(codes(changes.left)).toEqual(["B"]);
    expect(changes.moved.map(({ code, level, before: had }) => [code, had.id, level.id])).toEqual([["C", "top-99", "top-45"]]);
    expect(isUnchanged(changes)).toBe(false);
  });
});
