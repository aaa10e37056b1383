import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { rulesProblems } from "./rules-problems";

const read = readRules(readFileSync(new URL("../../../../prisma/rules/kipp-2020.yaml", import.meta.url), "utf8"));
if (!read.ok) throw new Error("The rules of 2020 cannot be read");
const { rules } = read;

/** The faults of the rules of 2020 after one change, as `[place, name]`. */
function faultsAfter(change: (rules: EditionRules) => void): [string, string | undefined][] {
  const copy = structuredClone(rules);
  change(copy);
  return rulesProblems(copy).map(({ path, key }) => [path.join("."), key.split(".").at(-1)]);
}

test("the rules of 2020 as they are have no fault", () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

const [summary, objective] = [0, 1];
const [selection, evaluation, presentation, announcement] = [1, 2, 4, 5];
const [finalists, winners] = [0, 1];

type Case = [what: string, change: (rules: EditionRules) => void, faults: [string, string][]];
const cases: Case[] = [
  ["two categories of one key", (r) => { r.categories[1]!.key = r.categories[0]!.key; }, [["categories.1.key", "sameKeyTwice"]]],
  ["two criteria of one key", (r) => { r.rubrics[0]!.criteria[1]!.key = "tujuan"; }, [["rubrics.0.criteria.1.key", "sameKeyTwice"]]],
  ["a level called as one of another result", (r) => { r.results[winners]!.levels[1]!.key = "top-99"; }, [["results.1.levels.1.key", "sameKeyTwice"]]],
  ["a section for a group that does not exist", (r) => { r.form.sections[summary]!.groups = ["umum", "desa"]; },
    [["form.sections.0.groups.1", "unknownReference"]]],
  ["a group that no section asks anything", (r) => { for (const section of r.form.sections) section.groups = ["umum", "replikasi"]; },
    [
      ["groups.2.key", "groupWithoutSection"],
      ...rules.rubrics[0]!.criteria.map((_, place): [string, string] => [`rubrics.0.criteria.${place}.sections`, "criterionWithoutSection"]),
      ["rubrics.1.criteria.1.sections", "criterionWithoutSection"],
    ]],
  ["a criterion that a group gives nothing to read for", (r) => { r.form.sections[objective]!.groups = ["umum"]; },
    [["rubrics.0.criteria.0.sections", "criterionWithoutSection"], ["rubrics.0.criteria.0.sections", "criterionWithoutSection"]]],
  ["a criterion that reads a section that does not exist", (r) => { r.rubrics[0]!.criteria[0]!.sections = ["abstrak"]; },
    [["rubrics.0.criteria.0.sections.0", "unknownReference"]]],
  ["a check whose reason does not exist", (r) => { r.selection.checks[0]!.reason = "lain"; }, [["selection.checks.0.reason", "unknownReference"]]],
  ["a second administrative selection", (r) => { r.stages[announcement - 2]!.kind = "ADMIN_SELECTION"; },
    [["stages.2.opensAt", "stageOverlaps"], ["stages.3.kind", "oneSelection"]]],
  ["no administrative selection", (r) => { r.stages[selection]!.kind = "ANNOUNCEMENT"; }, [["stages", "oneSelection"]]],
  ["weights of 101", (r) => { r.rubrics[0]!.criteria[0]!.weight += 1; }, [["rubrics.0.criteria", "weights"]]],
  ["stages combined to 110", (r) => { r.results[winners]!.combine[0]!.weight += 10; }, [["results.1.combine", "weights"]]],
  ["a scale without marks", (r) => { r.rubrics[0]!.scale = { min: 100, max: 100 }; }, [["rubrics.0.scale", "scaleEmpty"]]],
  ["an anchor above the scale", (r) => { r.rubrics[0]!.criteria[0]!.anchors[4]!.mark = 101; }, [["rubrics.0.criteria.0.anchors.4.mark", "markOutsideScale"]]],
  ["two anchors at one mark", (r) => { r.rubrics[0]!.criteria[0]!.anchors[4]!.mark = 80; }, [["rubrics.0.criteria.0.anchors.4.mark", "sameMarkTwice"]]],
  ["a bound for remarks outside the scale", (r) => { r.rubrics[0]!.remarkAbove = 120; }, [["rubrics.0.remarkAbove", "markOutsideScale"]]],
  ["judges who score in administrative selection", (r) => { r.stages[selection]!.scoring = structuredClone(r.stages[evaluation]!.scoring); },
    [["stages.1.scoring", "stageCannotScore"]]],
  ["a stage scored by a rubric that does not exist", (r) => { r.stages[presentation]!.scoring!.rubric = "juri"; },
    [["stages.4.scoring.rubric", "unknownReference"]]],
  ["entrants of a result that does not exist", (r) => { r.stages[presentation]!.scoring!.entrants = { result: "top-100" }; },
    [["stages.4.scoring.entrants.result", "unknownReference"]]],
  ["entrants of a result that is decided later", (r) => { r.stages[presentation]!.scoring!.entrants = { result: "top-45" }; },
    [["stages.4.scoring.entrants.result", "entrantsNotYetKnown"]]],
  ["a result after a stage that does not exist", (r) => { r.results[finalists]!.afterStage = "juri"; }, [["results.0.afterStage", "unknownReference"]]],
  ["a result that counts a stage without scores", (r) => { r.results[finalists]!.combine[0]!.stage = "administrasi"; },
    [["results.0.combine.0.stage", "stageDoesNotScore"]]],
  ["a result that counts a later stage", (r) => { r.results[finalists]!.combine[0]!.stage = "presentasi"; }, [["results.0.combine.0.stage", "stageAfterResult"]]],
  ["a tie broken by a criterion of another rubric", (r) => { r.results[finalists]!.tieBreaks[0] = { by: "CRITERION", stage: "penilaian", criterion: "video" }; },
    [["results.0.tieBreaks.0.criterion", "unknownReference"]]],
  ["a tie broken by a stage still to come", (r) => { r.results[finalists]!.tieBreaks[0] = { by: "STAGE", stage: "presentasi" }; },
    [["results.0.tieBreaks.0.stage", "stageAfterResult"]]],
  ["a Top 100 taken from the Top 99", (r) => { r.results[winners]!.levels[0]!.size = 100; }, [["results.1.levels.0.size", "levelLargerThanSource"]]],
  ["a level from one that does not exist", (r) => { r.results[winners]!.levels[0]!.from = "top-25"; }, [["results.1.levels.0.from", "unknownReference"]]],
  ["a level from the same result", (r) => { r.results[winners]!.levels[1]!.from = "top-45"; }, [["results.1.levels.1.from", "levelFromLaterResult"]]],
  ["a level open to a group that its source is not", (r) => { r.results[winners]!.levels[0]!.from = "finalis-khusus"; r.results[winners]!.levels[0]!.size = 5; },
    [["results.1.levels.0.groups.0", "levelGroupNotInSource"], ["results.1.levels.0.groups.1", "levelGroupNotInSource"]]],
  ["a group that competes for two levels of a result", (r) => { r.results[finalists]!.levels[1]!.groups.push("umum"); },
    [["results.0.levels.1.groups.1", "groupInTwoLevels"]]],
  ["a note on the source of a place that does not exist", (r) => { r.provenance[0]!.path = "groups.desa"; }, [["provenance.0.path", "provenancePath"]]],
  ["a timetable out of order", (r) => { r.stages[announcement]!.opensAt = "2020-06-20T00:00"; }, [["stages.5.opensAt", "stagesOutOfOrder"]]],
];

test.each(cases)("%s is refused", (_, change, faults) => {
  expect(faultsAfter(change).toSorted()).toEqual(faults.toSorted());
});
