import { describe, expect, test } from "vitest";
import { announcementOf } from "./announcement";
import type { StageRow } from "./stages";

const day = (number: number) => new Date(Date.UTC(2020, 0, number));
const stage = (key: string, kind: StageRow["kind"], [from, to]: [number, number], position: number): StageRow => ({
  key, kind, name: { id: key, en: key }, opensAt: day(from), closesAt: day(to), position,
});
const reading = stage("reading", "EVALUATION", [1, 5], 0);
const first = stage("first", "ANNOUNCEMENT", [7, 8], 1);
const panel = stage("panel", "PRESENTATION", [10, 15], 2);
const last = stage("last", "ANNOUNCEMENT", [20, 21], 3);
const RESULTS = [{ key: "finalists", afterStage: "reading" }, { key: "winners", afterStage: "panel" }];

describe("the announcement of a result", () => {
  test.each([
    ["finalists are told before the panel, winners after it", "finalists", [reading, first, panel, last], "first"],
    ["winners are told by the last one", "winners", [reading, first, panel, last], "last"],
    ["the day of the winners is not that of the finalists", "finalists", [reading, panel, last], undefined],
    ["a timetable may have none", "winners", [reading, first, panel], undefined],
    ["an unknown result has none", "others", [reading, first, panel, last], undefined],
  ])("%s", (_, key, stages, expected) => {
    expect(announcementOf(stages, RESULTS, key)?.key).toBe(expected);
  });
});
