import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRules } from "@/modules/competition/schema";
import { decreeProblems, drawingFrom, leavingProblems, provisionalSources, sourcesOf, type Source } from "./sources";

const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
if (!reading.ok) throw new Error("The rules of 2020 do not read.");
const { rules } = reading;
const result = (key: string) => rules.results.find((each) => each.key === key)!;

const provisional: Source = { key: "top-99", published: { state: "PROVISIONAL", decreeDate: "" } };
const final: Source = { key: "top-99", published: { state: "FINAL", decreeDate: "2020-06-18" } };
const unpublished: Source = { key: "top-99", published: null };
const decree = { number: "2/2020", date: "2020-07-27" };
const keys = (problems: { key: string }[]) => problems.map(({ key }) => key.replace("results.problem.", ""));

describe("what a result draws from", () => {
  it("is the result that its levels or its entrants come from", () => {
    expect(sourcesOf(rules, result("top-99"))).toEqual([]);
    expect(sourcesOf(rules, result("top-45"))).toEqual(["top-99"]);
    expect(drawingFrom(rules, "top-99")).toEqual(["top-45"]);
    expect(drawingFrom(rules, "top-45")).toEqual([]);
  });
});

describe("the decree of a result that draws from another", () => {
  it("waits until the other is set", () => {
    expect(keys(decreeProblems([provisional], decree))).toEqual(["sourceNotFinal"]);
    expect(keys(decreeProblems([unpublished], decree))).toEqual(["sourceNotFinal"]);
    expect(decreeProblems([final], decree)).toEqual([]);
  });

  it("bears no earlier day than the other's", () => {
    expect(keys(decreeProblems([final], { ...decree, date: "2020-06-17" }))).toEqual(["decreeBeforeSource"]);
    expect(decreeProblems([final], { ...decree, date: "2020-06-18" })).toEqual([]);
  });

  it("is not asked of a provisional list, which is only warned", () => {
    expect(decreeProblems([provisional], { number: "", date: "" })).toEqual([]);
    expect(provisionalSources([provisional, { ...final, key: "other" }])).toEqual(["top-99"]);
  });
});

describe("an entry that leaves a list", () => {
  const leaving = { code: "INV-2020-AAAAAA", listedIn: [], readIn: [] };

  it("leaves freely while nothing stands on it", () => {
    expect(leavingProblems([leaving], "")).toEqual([]);
  });

  it("must leave the later list first", () => {
    expect(keys(leavingProblems([{ ...leaving, listedIn: ["top-45"] }], "INV-2020-AAAAAA keluar"))).toEqual(["leavingListed"]);
  });

  it("is named in the reason once a judge reads it", () => {
    const read = { ...leaving, readIn: ["presentasi"] };
    expect(keys(leavingProblems([read], "Keberatan dikabulkan."))).toEqual(["leavingRead"]);
    expect(leavingProblems([read], "Keberatan atas inv-2020-aaaaaa dikabulkan.")).toEqual([]);
  });
});
