import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readRules } from "../schema";
import type { EditionRules } from "./edition-rules";
import { stageRows, type StageRow } from "./stages";
import { movedTimetable } from "./timetable-change";

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
const move = (key: string, from: number, to: number, settled: string[] = []) =>
  movedTimetable(TIMETABLE, { key, opensAt: day(from), closesAt: day(to) }, { now, settled, rules: withoutResults });
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

test("a stage that counts for a result cannot close after the stage at whose end it is ranked", () => {
  const results = rules.results.map((result) => (result.key === "top-45" ? { ...result, afterStage: "pengumuman" } : result));
  const timetable = stageRows(rules);
  const [registration, panel, announcement] = ["pendaftaran", "presentasi", "pengumuman"].map((key) => timetable.find((each) => each.key === key)!);
  const closing = (closesAt: Date) =>
    movedTimetable(timetable, { ...panel!, closesAt }, { now: registration!.opensAt, settled: [], rules: { ...rules, results } });

  expect(keyOf(closing(announcement!.closesAt))).toBe("ok");
  expect(closing(new Date(announcement!.closesAt.getTime() + 60_000))).toEqual({
    ok: false, refusal: { key: "competition.rules.problem.stageAfterResult", values: { stage: "presentasi", other: "pengumuman" } },
  });
});
