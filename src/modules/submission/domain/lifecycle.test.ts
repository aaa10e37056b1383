import { describe, expect, test } from "vitest";
import { BALL_WITH, hasMissedRegistration, move, MOVES, NOT_YET_FILED, OPEN_FOR_WRITING, SUBMISSION_STATUSES, type Move } from "./lifecycle";

describe("moving a proposal", () => {
  const moves = Object.keys(MOVES) as Move[];
  const allowed: Record<Move, string[]> = {
    sendToAgency: ["DRAFT", "RETURNED"],
    recall: ["AGENCY_REVIEW"],
    returnToInnovator: ["AGENCY_REVIEW", "ENDORSED"],
    endorse: ["AGENCY_REVIEW"],
    unendorse: ["ENDORSED"],
    submit: ["ENDORSED"],
    withdraw: ["DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED", "SUBMITTED"],
  };

  test.each(moves.flatMap((by) => SUBMISSION_STATUSES.map((status) => [by, status] as const)))("%s from %s", (by, status) => {
    const moved = move(status, by);
    if (allowed[by].includes(status)) expect(moved).toEqual({ ok: true, value: MOVES[by].to });
    else expect(moved).toMatchObject({ ok: false, refusal: { key: "submission.refused.status" } });
  });

  test("nothing leaves withdrawal", () => {
    expect(moves.filter((by) => move("WITHDRAWN", by).ok)).toEqual([]);
  });
});

test("the authors may write exactly while the ball is with them", () => {
  expect(SUBMISSION_STATUSES.filter((status) => BALL_WITH[status] === "INNOVATOR")).toEqual(OPEN_FOR_WRITING);
});

test("a proposal that nobody filed is lost after the close, and not a moment before", () => {
  const closesAt = new Date("2026-04-16T16:59:59.999Z");
  expect(SUBMISSION_STATUSES.filter((status) => hasMissedRegistration(status, closesAt, new Date(closesAt.getTime() + 1)))).toEqual(NOT_YET_FILED);
  expect(SUBMISSION_STATUSES.filter((status) => hasMissedRegistration(status, closesAt, closesAt))).toEqual([]);
  expect(hasMissedRegistration("DRAFT", null, new Date())).toBe(false);
});
