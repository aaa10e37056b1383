import { describe, expect, test } from "vitest";
import { closesEarlier, decidedUntil, mayConfirmEarlierClose, withNotice } from "./earlier-close";
import type { StageRow } from "./stages";

const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 11, number, hour));
const stage = (kind: StageRow["kind"], [from, to]: [number, number]): StageRow =>
  ({ key: "tahap", kind, name: { id: "", en: "" }, opensAt: day(from), closesAt: day(to), position: 0 });

describe("a close that comes earlier than announced", () => {
  test("takes time from those who work in an open stage, and from those who plan for registration", () => {
    expect(closesEarlier(stage("REGISTRATION", [1, 9]), day(8), day(3))).toBe(true);
    expect(closesEarlier(stage("REGISTRATION", [5, 9]), day(8), day(3))).toBe(true);
    expect(closesEarlier(stage("EVALUATION", [1, 9]), day(8), day(3))).toBe(true);
  });

  test("is none where it is later or the same, and takes nothing from anybody where nobody works in it yet, or ever", () => {
    expect(closesEarlier(stage("REGISTRATION", [1, 9]), day(9), day(3))).toBe(false);
    expect(closesEarlier(stage("REGISTRATION", [1, 9]), day(10), day(3))).toBe(false);
    expect(closesEarlier(stage("EVALUATION", [5, 9]), day(8), day(3))).toBe(false);
    expect(closesEarlier(stage("AWARD", [1, 9]), day(8), day(3))).toBe(false);
  });

  test("lies a day ahead unless the rules name other hours; exactly so many are enough", () => {
    expect(withNotice(day(4), {}, day(3)).ok).toBe(true);
    expect(withNotice(day(4), {}, day(3, 1))).toEqual({
      ok: false, refusal: { key: "competition.refused.noticeTooShort", values: { hours: 24, earliest: day(4, 1).toISOString() } },
    });
    expect(withNotice(day(4), { earlierCloseNoticeHours: 0 }, day(3, 23)).ok).toBe(true);
    expect(decidedUntil(day(4), { earlierCloseNoticeHours: 48 })).toEqual(day(2));
  });

  test("takes two people", () => {
    expect(mayConfirmEarlierClose({ requestedById: "a" }, "b").ok).toBe(true);
    expect(mayConfirmEarlierClose({ requestedById: "a" }, "a")).toMatchObject({ ok: false, refusal: { key: "competition.refused.twoPeople" } });
  });
});
