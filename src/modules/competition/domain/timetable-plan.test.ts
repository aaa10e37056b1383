import { expect, test } from "vitest";
import type { EditionRules } from "./edition-rules";
import type { StageRow } from "./stages";
import { plannedMove } from "./timetable-plan";

const day = (number: number) => new Date(Date.UTC(2026, 4, number));
const stage = (key: string, kind: StageRow["kind"], [from, to, position]: [number, number, number]): StageRow =>
  ({ key, kind, name: { id: key, en: key }, opensAt: day(from), closesAt: day(to), position });

const TIMETABLE = [
  stage("sosialisasi", "ANNOUNCEMENT", [5, 8, 0]), stage("pendaftaran", "REGISTRATION", [10, 20, 1]), stage("administrasi", "ADMIN_SELECTION", [22, 25, 2]),
];
const around = { now: day(1), rules: { results: [], stages: [], edition: { zone: "Asia/Jakarta" } } as unknown as EditionRules, settled: [], begun: [], reopened: [] };
const plan = (key: string, [from, to]: [number, number], shifts: boolean) =>
  plannedMove(TIMETABLE, { key, opensAt: day(from), closesAt: day(to), shifts }, around);

test("a plan holds what changes, the stage that was asked about first, and is told from another by its name", () => {
  const [extended, other] = [plan("pendaftaran", [10, 21], true), plan("pendaftaran", [10, 21], false)];
  if (!extended.ok || !other.ok) throw new Error("Both are allowed");
  expect(extended.value.moves.map(({ before }) => before.key)).toEqual(["pendaftaran", "administrasi"]);
  expect(extended.value.isEarlier).toBe(false);
  expect(extended.value.name).not.toBe(other.value.name);
  expect(plan("pendaftaran", [10, 21], true)).toEqual(extended);
});

test("an earlier close takes time from people, alone or with all that follow", () => {
  for (const shifts of [true, false]) expect(plan("pendaftaran", [10, 18], shifts)).toMatchObject({ ok: true, value: { isEarlier: true } });
});

test("a shift that would bring another announced close forward is refused by its name, because two people agree to that one", () => {
  expect(plan("sosialisasi", [3, 6], true)).toEqual({ ok: false, refusal: { key: "competition.refused.shiftClosesEarlier", values: { stage: "pendaftaran" } } });
  expect(plan("sosialisasi", [3, 6], false)).toMatchObject({ ok: true, value: { isEarlier: false } });
});
