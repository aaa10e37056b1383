import { describe, expect, test } from "vitest";
import { STAGE_KINDS } from "@/modules/competition/domain/edition-rules";
import { SUBMISSION_STATUSES } from "./lifecycle";
import { ballHolder, ballNow, DISPLAY_STATUSES, displayStatus, type PublishedLevel, type Standing } from "./visibility";

const filed: Standing = {
  status: "SUBMITTED", selectionReleased: false, passed: null, currentStageKind: null, publishedLevels: [],
};

describe("what may be seen of a proposal", () => {
  test.each(SUBMISSION_STATUSES.filter((status) => status !== "SUBMITTED"))(
    "a proposal that is not with the organiser (%s) shows its own status whatever else is known",
    (status) => {
      const all = { ...filed, status, selectionReleased: true, passed: true, publishedLevels: [{ level: "Top 99", isLast: true }] };
      expect(displayStatus(all)).toBe(status);
    },
  );

  test.each([[true], [false], [null]])("before selection is released, a decision (passed: %s) shows nothing", (passed) => {
    for (const currentStageKind of [...STAGE_KINDS, null]) {
      expect(displayStatus({ ...filed, passed, currentStageKind })).toBe("SUBMITTED");
    }
  });

  test.each<[string, Partial<Standing>, string]>([
    ["failed, once released", { passed: false }, "FAILED_ADMIN"],
    ["passed, while selection still runs", { passed: true, currentStageKind: "ADMIN_SELECTION" }, "PASSED_ADMIN"],
    ["passed, between two stages", { passed: true, currentStageKind: null }, "PASSED_ADMIN"],
    ["passed, while judges read", { passed: true, currentStageKind: "EVALUATION" }, "UNDER_EVALUATION"],
    ["passed, while the panel listens", { passed: true, currentStageKind: "PRESENTATION" }, "UNDER_EVALUATION"],
    ["never decided, although released", { passed: null }, "SUBMITTED"],
  ])("after release: %s", (_, change, expected) => {
    expect(displayStatus({ ...filed, selectionReleased: true, ...change })).toBe(expected);
  });

  test.each<[string, PublishedLevel[], string]>([
    ["in the first list, the last still to come", [{ level: "Top 99", isLast: false }], "FINALIST"],
    ["not in the first list", [{ level: null, isLast: false }], "NOT_SELECTED"],
    ["in both lists", [{ level: "Top 99", isLast: false }, { level: "Top 45", isLast: true }], "AWARDED"],
    ["in the first list only: it keeps that award", [{ level: "Top 99", isLast: false }, { level: null, isLast: true }], "AWARDED"],
    ["in neither list", [{ level: null, isLast: false }, { level: null, isLast: true }], "NOT_SELECTED"],
    ["out in the second of three lists", [{ level: "Top 99", isLast: false }, { level: null, isLast: false }], "AWARDED"],
  ])("after publication: %s; who failed selection learns nothing else", (_, publishedLevels, expected) => {
    expect(displayStatus({ ...filed, selectionReleased: true, passed: true, publishedLevels })).toBe(expected);
    expect(displayStatus({ ...filed, selectionReleased: true, passed: false, publishedLevels })).toBe("FAILED_ADMIN");
  });

  test("every display status can be reached", () => {
    const booleans = [true, false];
    const reached = new Set(
      SUBMISSION_STATUSES.flatMap((status) => booleans.flatMap((selectionReleased) => booleans.flatMap((passed) =>
        (["EVALUATION", null] as const).flatMap((currentStageKind) =>
          [[], [{ level: "Top 99", isLast: false }], [{ level: "Top 99", isLast: true }], [{ level: null, isLast: true }]].map(
            (publishedLevels) => displayStatus({ status, selectionReleased, passed, currentStageKind, publishedLevels })))))),
    );
    expect([...reached].sort()).toEqual([...DISPLAY_STATUSES].sort());
  });
});

test.each([
  ["DRAFT", "DRAFT", "INNOVATOR"], ["SUBMITTED", "SUBMITTED", "ORGANIZER"], ["SUBMITTED", "FINALIST", "ORGANIZER"],
  ["SUBMITTED", "AWARDED", "NOBODY"], ["SUBMITTED", "FAILED_ADMIN", "NOBODY"], ["SUBMITTED", "NOT_SELECTED", "NOBODY"],
] as const)("of a proposal that is %s and shown as %s the ball is with %s", (status, shown, holder) => {
  expect(ballHolder(status, shown)).toBe(holder);
});

test.each([
  ["a draft", "DRAFT", "DRAFT", "INNOVATOR", "NOBODY"],
  ["one that the agency has", "ENDORSED", "ENDORSED", "AGENCY", "NOBODY"],
  ["one that was filed", "SUBMITTED", "UNDER_EVALUATION", "ORGANIZER", "ORGANIZER"],
  ["one that was not selected", "SUBMITTED", "NOT_SELECTED", "NOBODY", "NOBODY"],
] as const)("%s: who must act until registration closes, and after it", (...[, status, display, until, after]) => {
  const closesAt = new Date("2020-04-26T16:59:59.999Z");
  expect(ballNow({ status, display }, closesAt, closesAt)).toBe(until);
  expect(ballNow({ status, display }, closesAt, new Date(closesAt.getTime() + 1))).toBe(after);
  expect(ballNow({ status, display }, null, new Date("2030-01-01"))).toBe(until);
});
