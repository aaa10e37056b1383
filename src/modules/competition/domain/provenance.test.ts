import { describe, expect, test } from "vitest";
import type { ProvenanceMark } from "./edition-rules";
import { ownPart } from "./provenance";

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
