import { describe, expect, test } from "vitest";

import type { StageKind } from "./edition-rules";
import { currentStage, hasClosed, isOpen, nextStage, stageOf, stageProblems, stagesAhead, type StageRow, stageRows, stageState } from "./stages";

const day = (date: number) => new Date(Date.UTC(2020, 4, date));

/** A stage over whole days of May 2020: opens at the start of `from`, closes at the start of `to`. */
function stage(kind: StageKind, from: number, to: number, position = 0): StageRow {
  return { key: kind.toLowerCase(), kind, name: { id: kind, en: kind }, opensAt: day(from), closesAt: day(to), position };
}

const timetable = [
  stage("REGISTRATION", 1, 5, 0),
  stage("ADMIN_SELECTION", 6, 8, 1),
  stage("EVALUATION", 10, 15, 2),
  stage("PRESENTATION", 16, 18, 3),
  stage("ANNOUNCEMENT", 20, 21, 4),
  stage("AWARD", 25, 26, 5),
];
const names = (stages: readonly StageRow[]) => stageProblems(stages).map(({ path, key }) => [path.join("."), key.split(".").at(-1)]);

describe("where an edition stands", () => {
  test.each([
    [-1, "UPCOMING"], [0, "OPEN"], [1, "OPEN"],
  ] as const)("%d milliseconds from its opening a stage is %s", (milliseconds, state) => {
    expect(stageState(timetable[0]!, new Date(day(1).getTime() + milliseconds))).toBe(state);
  });

  test("what arrives at the closing instant counts, a millisecond later it does not", () => {
    const registration = timetable[0]!;
    const later = new Date(day(5).getTime() + 1);
    expect([isOpen(registration, day(5)), hasClosed(registration, day(5))]).toEqual([true, false]);
    expect([isOpen(registration, later), hasClosed(registration, later)]).toEqual([false, true]);
  });

  test("between two stages none is current and the next is named", () => {
    expect(currentStage(timetable, day(9))).toBeNull();
    expect(nextStage(timetable, day(9))?.kind).toBe("EVALUATION");
  });

  test("before the first stage and after the last none is current, and after it none is next", () => {
    expect([currentStage(timetable, day(0)), currentStage(timetable, day(27)), nextStage(timetable, day(27))]).toEqual([null, null, null]);
  });

  test("ahead lies what follows registration and has not closed, a stage that runs included", () => {
    expect(stagesAhead(timetable, day(3)).map(({ kind }) => kind)).toEqual(["ADMIN_SELECTION", "EVALUATION", "PRESENTATION", "ANNOUNCEMENT", "AWARD"]);
    expect(stagesAhead(timetable.toReversed(), day(18)).map(({ kind }) => kind)).toEqual(["PRESENTATION", "ANNOUNCEMENT", "AWARD"]);
    expect(stagesAhead(timetable, day(27))).toEqual([]);
  });

  test("of two open stages the later one in the timetable is current, in whatever order they are given", () => {
    const both = [stage("ANNOUNCEMENT", 14, 21, 4), ...timetable.slice(0, 3)];
    expect(currentStage(both, day(14))?.kind).toBe("ANNOUNCEMENT");
    expect(stageOf(both, "EVALUATION")?.position).toBe(2);
    expect(stageOf(both, "FIELD_VISIT")).toBeNull();
  });

  test("the rows of a timetable hold the instants of its local times", () => {
    const [row] = stageRows({
      edition: { slug: "x", code: "X", name: { id: "X", en: "X" }, year: 2020, theme: null, legalBasis: [], zone: "Asia/Makassar" },
      stages: [{ key: "a", kind: "REGISTRATION", name: { id: "A", en: "A" }, opensAt: "2020-05-01T08:00", closesAt: "2020-05-02T12:00", scoring: null }],
    });
    expect(row).toMatchObject({ position: 0, opensAt: new Date("2020-05-01T00:00:00Z"), closesAt: new Date("2020-05-02T04:00:59.999Z") });
  });
});

describe("a timetable is refused", () => {
  test("not when each stage follows the one it builds on", () => {
    expect(stageProblems(timetable)).toEqual([]);
  });

  test("without a registration, and with two", () => {
    expect(names(timetable.slice(1))).toEqual([["stages", "oneRegistration"]]);
    expect(names([stage("REGISTRATION", -5, -3), ...timetable])).toContainEqual(["stages", "oneRegistration"]);
  });

  test("when a stage closes as it opens", () => {
    expect(names([stage("REGISTRATION", 3, 3)])).toEqual([["stages.0.closesAt", "stageEndsBeforeStart"]]);
  });

  test.each([
    ["selection while registration is open", [stage("REGISTRATION", 1, 5), stage("ADMIN_SELECTION", 5, 8)]],
    ["scoring while selection is open", [...timetable.slice(0, 1), stage("ADMIN_SELECTION", 6, 11), stage("EVALUATION", 10, 15)]],
    ["a presentation before scoring has closed", [timetable[0]!, stage("EVALUATION", 10, 15), stage("PRESENTATION", 14, 18)]],
    ["a field visit during scoring", [timetable[0]!, stage("EVALUATION", 10, 15), stage("FIELD_VISIT", 12, 20)]],
    ["an award before scoring has closed", [timetable[0]!, stage("EVALUATION", 10, 15), stage("AWARD", 15, 16)]],
    ["two rounds of scoring at once", [timetable[0]!, stage("EVALUATION", 10, 15), stage("EVALUATION", 12, 16)]],
  ])("with %s", (_, stages) => {
    expect(names(stages)).toEqual([[`stages.${stages.length - 1}.opensAt`, "stageOverlaps"]]);
  });

  test("not for a field visit during presentations, nor an announcement during the next round", () => {
    expect(names([...timetable.slice(0, 4), stage("FIELD_VISIT", 17, 19), stage("ANNOUNCEMENT", 18, 21)])).toEqual([]);
  });

  test("when its list is not in the order of opening", () => {
    expect(names([timetable[0]!, stage("FIELD_VISIT", 20, 22), stage("PRESENTATION", 16, 18)])).toEqual([["stages.2.opensAt", "stagesOutOfOrder"]]);
  });
});
