import { describe, expect, it } from "vitest";
import type { ResultRule } from "@/modules/competition/domain/edition-rules";
import { listedLevels, provinceOf, type EntryFacts } from "./listed";

const named = (key: string) => ({ key, name: { id: `${key} id`, en: `${key} en` } });
const rules = { groups: [named("umum")], categories: [named("kesehatan")] } as never;
const result = { levels: [{ ...named("top"), size: 3, groups: ["umum"], from: null }] } as unknown as ResultRule;
const facts = (code: string, title: string): [string, EntryFacts] => [code, {
  code, title, submissionId: "", innovationId: "", innovationCode: "", unitName: "", agencyName: "", province: "", groupKey: "umum", categoryKey: "kesehatan",
}];
const titlesOf = (...entries: [string, EntryFacts][]) =>
  listedLevels({ levels: [{ level: "top", size: 3, capacity: 2, tie: null, eligible: [], incomplete: [], proposed: [], codes: entries.map(([code]) => code) }] }, new Map(entries), { rules, result })[0]!
    .entries.map(({ title }) => title);

describe("a published list", () => {
  it("is ordered by title, whatever the rank, the case and the accents", () => {
    expect(titlesOf(facts("3", "éxa"), facts("1", "Zeta"), facts("2", "alfa"))).toEqual(["alfa", "éxa", "Zeta"]);
  });

  it("orders equal titles by code", () => {
    const [level] = listedLevels(
      { levels: [{ level: "top", size: 3, capacity: 2, tie: null, eligible: [], incomplete: [], proposed: [], codes: ["B", "A"] }] },
      new Map([facts("B", "Sama"), facts("A", "Sama")]), { rules, result },
    );
    expect(level!.entries.map(({ code }) => code)).toEqual(["A", "B"]);
  });

  it("carries the names of group and category", () => {
    const [level] = listedLevels({ levels: [{ level: "top", size: 1, capacity: 2, tie: null, eligible: [], incomplete: [], proposed: [], codes: ["A"] }] }, new Map([facts("A", "Satu")]), { rules, result });
    expect(level!.entries[0]).toMatchObject({ group: { en: "umum en" }, category: { id: "kesehatan id" }, levelKey: "top" });
  });

  it("names a province, not its government", () => {
    expect(provinceOf("Pemerintah Provinsi Sulawesi Selatan")).toBe("Sulawesi Selatan");
    expect(provinceOf("")).toBe("");
  });
});
