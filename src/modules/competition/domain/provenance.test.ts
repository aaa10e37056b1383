import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readRules } from "../schema";
import type { ProvenanceMark } from "./edition-rules";
import { namedPlace, ownPart } from "./provenance";

const note = (path: string, mark: ProvenanceMark) => ({ path, mark, note: "" });
const NOTES = [
  note("rubrics.desk.criteria", "ONE_SOURCE"), note("rubrics.desk.remarkBelow", "PROPOSED"), note("rubrics.panel", "PROPOSED"),
  note("stages.desk.opensAt", "PROPOSED_HOUR"), note("stages.desk.scoring.avoid", "PROPOSED"), note("groups.general.quotaPerAgency", "PROPOSED"),
];

describe("what is our own suggestion", () => {
  test.each([
    ["weights that one source tells are not ours, whatever else of their rubric is", "rubrics.desk.criteria", null],
    ["weights are ours when their whole rubric is", "rubrics.panel.criteria", "PROPOSED"],
    ["a group is ours in part when one of its numbers is", "groups.general", "PROPOSED"],
    ["a sure day with an hour of ours says so", "stages.desk.opensAt", "PROPOSED_HOUR"],
    ["a date without a note is not ours", "stages.desk.closesAt", null],
    ["a longer name is another place", "groups.general-two", null],
  ])("%s", (_, part, expected) => {
    expect(ownPart(NOTES, part)).toBe(expected);
  });
});

describe("a place in the rules, for people", () => {
  const read = readRules(readFileSync(new URL("../../../../prisma/rules/kipp-2020.yaml", import.meta.url), "utf8"));
  if (!read.ok) throw new Error("The rules of 2020 cannot be read");
  const { rules } = read;

  test.each([
    ["statements", { part: "statements", names: [], field: null }],
    ["organizer.contact", { part: "organizer", names: [], field: "contact" }],
    ["stages.pendaftaran", { part: "stages", names: ["Pendaftaran"], field: null }],
    ["results.top-99.levels.finalis-khusus.groups", { part: "results", names: ["Top 99 dan finalis kelompok khusus", "Finalis kelompok khusus"], field: "groups" }],
  ])("%s is called by its names", (place, expected) => {
    const { names, ...named } = namedPlace(rules, place);
    expect({ ...named, names: names.map(({ id }) => id) }).toEqual(expected);
  });
});
