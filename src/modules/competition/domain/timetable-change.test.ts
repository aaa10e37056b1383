import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { stageRows, type StageRow } from "./stages";
import { endedByRelease, moveAsTyped, movedTimetable, type StageStanding } from "./timetable-change";

const read = readRules(readFileSync(new URL("../../../../prisma/rules/kipp-2020.yaml", import.meta.url), "utf8"));
if (!read.ok) throw new Error("The rules of 2020 cannot be read");
const { rules } = read;
const withoutResults: EditionRules = { ...rules, stages: [], results: [] };

const day = (number: number, time = "00:00:00.000") => new Date(`2026-05-${String(number).padStart(2, "0")}T${time}Z`);

const stage = (key: string, kind: StageRow["kind"], [from, to]: [number, number], position: number): StageRow => ({
  key, kind, name: { id: key, en: key }, opensAt: day(from), closesAt: day(to), position,
});

const TIMETABLE = [
  stage("pendaftaran", "REGISTRATION", [1, 10], 0),
  stage("administrasi", "ADMIN_SELECTION", [12, 15], 1),
  stage("penilaian", "EVALUATION", [16, 25], 2),
];
const now = day(5);
const untouched: StageStanding = { settled: [], begun: ["pendaftaran"], reopened: [] };
const around = (standing: Partial<StageStanding> = {}, at = now) => ({ now: at, rules: withoutResults, ...untouched, ...standing });
const move = (key: string, from: number, to: number, settled: string[] = []) =>
  movedTimetable(TIMETABLE, { key, opensAt: day(from), closesAt: day(to), shifts: false }, around({ settled }));
const keyOf = (result: ReturnType<typeof move>) => (result.ok ? "ok" : result.refusal.key);

describe("moving the dates of a stage", () => {
  test("registration that runs can be extended up to the next stage", () => {
    const moved = move("pendaftaran", 1, 11);
    expect(moved.ok && moved.value[0]?.closesAt).toEqual(day(11));
    expect(moved.ok && moved.value.slice(1)).toEqual(TIMETABLE.slice(1));
  });

  test("an extension into the next stage is refused until that one is moved", () => {
    expect(keyOf(move("pendaftaran", 1, 13))).toBe("competition.rules.problem.stageOverlaps");
  });

  test("a stage that has opened keeps its opening", () => {
    expect(keyOf(move("pendaftaran", 2, 11))).toBe("competition.refused.stageStarted");
  });

  test("a stage that is still to come can be moved as a whole", () => {
    expect(keyOf(move("administrasi", 11, 14))).toBe("ok");
  });

  test("nothing can be closed in the past", () => {
    expect(keyOf(move("pendaftaran", 1, 4))).toBe("competition.refused.stageEndsInPast");
  });

  test("what a decision stands on is never moved", () => {
    expect(keyOf(move("pendaftaran", 1, 11, ["pendaftaran"]))).toBe("competition.refused.stageSettled");
  });

  test("a move that changes nothing is said to be one", () => {
    expect(keyOf(move("pendaftaran", 1, 10))).toBe("competition.refused.stageUnchanged");
  });

  test("a stage that the edition does not have cannot be moved", () => {
    expect(keyOf(move("lapangan", 1, 10))).toBe("common.errors.notFound");
  });
});

describe("a stage whose opening has passed", () => {
  const later = (key: string, standing: Partial<StageStanding>, at = day(18)) =>
    keyOf(movedTimetable(TIMETABLE, { key, opensAt: day(20), closesAt: day(25), shifts: false }, around(standing, at)));

  test("opens later after all while nobody has met it, and keeps its opening once somebody has", () => {
    expect(later("penilaian", {})).toBe("ok");
    expect(later("penilaian", { begun: ["pendaftaran", "penilaian"] })).toBe("competition.refused.stageStarted");
  });

  test("keeps what came before from running again once people have met it, with words that ask for nothing impossible", () => {
    const reopen = (standing: Partial<StageStanding>) =>
      movedTimetable(TIMETABLE, { key: "administrasi", opensAt: day(12), closesAt: day(19), shifts: false }, around(standing, day(18)));
    expect(keyOf(reopen({}))).toBe("competition.rules.problem.stageOverlaps");
    expect(reopen({ begun: ["penilaian"] })).toEqual({
      ok: false, refusal: { key: "competition.refused.nextStageBegun", values: { stage: "penilaian", other: "administrasi" } },
    });
    expect(keyOf(reopen({ begun: ["penilaian"], reopened: ["administrasi"] }))).toBe("ok");
  });
});

describe("an opening", () => {
  test("lies ahead, or is the moment of the move itself", () => {
    const opening = (opensAt: Date | null) => movedTimetable(TIMETABLE, { key: "penilaian", opensAt, closesAt: day(25), shifts: false }, around({}, day(15, "12:00:00.000")));
    expect(keyOf(opening(day(15, "11:59:00.000")))).toBe("competition.refused.stageOpensInPast");
    const early = movedTimetable(TIMETABLE.slice(0, 1).concat(TIMETABLE.slice(2)), { key: "penilaian", opensAt: null, closesAt: day(25), shifts: false }, around({}, day(14)));
    expect(early.ok && early.value[1]?.opensAt).toEqual(day(14));
  });

  test("is meant to stay where the form sends back what it showed, also within a minute", () => {
    const stage = { key: "penilaian", opensAt: day(1, "08:00:20.250"), closesAt: day(9, "08:00:20.249") };
    const typed = { opensAt: "2026-05-01T15:00", closesAt: "2026-05-09T15:00", opensNow: false, shifts: false };
    expect(moveAsTyped(stage, typed, "Asia/Jakarta")).toEqual({ ...stage, shifts: false });
    expect(moveAsTyped(stage, { ...typed, closesAt: "2026-05-09T15:01", opensNow: true }, "Asia/Jakarta"))
      .toEqual({ key: "penilaian", opensAt: null, closesAt: day(9, "08:01:59.999"), shifts: false });
  });
});

test("a fault that the rules had before does not keep the dates from moving", () => {
  const overlapping = [...TIMETABLE.slice(0, 2), stage("penilaian", "EVALUATION", [14, 25], 2), stage("penghargaan", "AWARD", [40, 41], 3)];
  expect(keyOf(movedTimetable(overlapping, { key: "penghargaan", opensAt: day(30), closesAt: day(31), shifts: false }, around()))).toBe("ok");
});

describe("a move with all that follow", () => {
  const shift = (given: { key: string; opensAt: Date | null; closesAt: Date }, standing: Partial<StageStanding> = {}, at = now) =>
    movedTimetable(TIMETABLE, { ...given, shifts: true }, around(standing, at));
  const dates = (result: ReturnType<typeof shift>) => (result.ok ? result.value.map(({ opensAt, closesAt }) => [opensAt, closesAt]) : result);

  test("moves each by as many days as the close moves, and leaves what went before", () => {
    expect(dates(shift({ key: "pendaftaran", opensAt: day(1), closesAt: day(13) }))).toEqual([[day(1), day(13)], [day(15), day(18)], [day(19), day(28)]]);
    expect(dates(shift({ key: "administrasi", opensAt: day(12), closesAt: day(14) }))).toEqual([[day(1), day(10)], [day(12), day(14)], [day(15), day(24)]]);
  });

  test("takes the close along where only the opening moves", () => {
    expect(dates(shift({ key: "administrasi", opensAt: day(14), closesAt: day(15) }))).toEqual([[day(1), day(10)], [day(14), day(17)], [day(18), day(27)]]);
  });

  test("keeps the hours of what follows where it opens at once, and brings nothing closer together than planned", () => {
    const opened = shift({ key: "administrasi", opensAt: null, closesAt: day(15) }, {}, day(10, "14:30:20.250"));
    expect(dates(opened)).toEqual([[day(1), day(10)], [day(10, "14:30:20.250"), day(14)], [day(15), day(24)]]);
  });

  test("is refused where one that follows carries a decision, has begun, or would open in the past", () => {
    const extension = { key: "pendaftaran", opensAt: day(1), closesAt: day(13) };
    expect(shift(extension, { settled: ["penilaian"] })).toEqual({ ok: false, refusal: { key: "competition.refused.shiftSettled", values: { stage: "penilaian" } } });
    expect(shift({ key: "administrasi", opensAt: day(12), closesAt: day(19) }, { begun: ["penilaian"] }, day(17)))
      .toEqual({ ok: false, refusal: { key: "competition.refused.shiftBegun", values: { stage: "penilaian" } } });
    const early = [...TIMETABLE.slice(0, 2), stage("pengumuman", "ANNOUNCEMENT", [13, 14], 2)];
    expect(movedTimetable(early, { key: "administrasi", opensAt: day(12), closesAt: day(14), shifts: true }, around({}, day(12, "12:00:00.000"))))
      .toMatchObject({ ok: false, refusal: { key: "competition.refused.shiftIntoPast", values: { stage: "pengumuman" } } });
  });
});

test("a stage whose decisions are released has closed at that moment, if it still ran", () => {
  const selection = { opensAt: day(12), closesAt: day(15) };
  expect(endedByRelease(selection, day(13))).toEqual({ opensAt: day(12), closesAt: day(12, "23:59:59.999") });
  expect(endedByRelease(selection, day(15))).toEqual({ opensAt: day(12), closesAt: day(14, "23:59:59.999") });
  expect(endedByRelease(selection, day(16))).toEqual(selection);
});

test("a stage that counts for a result cannot close after the stage at whose end it is ranked", () => {
  const results = rules.results.map((result) => (result.key === "top-45" ? { ...result, afterStage: "pengumuman" } : result));
  const timetable = stageRows(rules);
  const [registration, panel, announcement] = ["pendaftaran", "presentasi", "pengumuman"].map((key) => timetable.find((each) => each.key === key)!);
  const closing = (closesAt: Date) =>
    movedTimetable(timetable, { ...panel!, closesAt, shifts: false }, { now: registration!.opensAt, ...untouched, rules: { ...rules, results } });

  expect(keyOf(closing(announcement!.closesAt))).toBe("ok");
  expect(closing(new Date(announcement!.closesAt.getTime() + 60_000))).toEqual({
    ok: false, refusal: { key: "competition.rules.problem.stageAfterResult", values: { stage: "presentasi", other: "pengumuman" } },
  });
});
