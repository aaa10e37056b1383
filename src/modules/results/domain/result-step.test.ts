import { describe, expect, test } from "vitest";
import { pageState, RESULT_PAGES, RESULT_STEPS, resultStep } from "./result-step";

const nothing = { hasClosed: false, isFrozen: false, setStatus: null, published: null } as const;

describe("what a result waits for", () => {
  test.each([
    ["scores while its stage runs", nothing, "SCORE"],
    ["being frozen once its stage has closed", { ...nothing, hasClosed: true }, "FREEZE"],
    ["a decision set once it is frozen", { ...nothing, hasClosed: true, isFrozen: true }, "COMPOSE"],
    ["the composer's word while its set is a draft", { ...nothing, hasClosed: true, isFrozen: true, setStatus: "DRAFT" }, "DECLARE"],
    ["the publisher once its set is ready", { ...nothing, hasClosed: true, isFrozen: true, setStatus: "READY" }, "PUBLISH"],
    ["the decree while its list is provisional", { hasClosed: true, isFrozen: true, setStatus: "PUBLISHED", published: "PROVISIONAL" }, "DECREE"],
    ["nothing once it is final", { hasClosed: true, isFrozen: true, setStatus: "PUBLISHED", published: "FINAL" }, "OVER"],
  ] as const)("%s", (_, progress, step) => expect(resultStep(progress)).toBe(step));
});

describe("the pages of a result", () => {
  test("at most one page is due at a time, and none before the stage has closed or after the end", () => {
    const due = RESULT_STEPS.map((step) => RESULT_PAGES.filter((page) => pageState(page, step) === "NOW"));
    expect(due).toEqual([[], ["ranking"], ["decision"], ["decision"], ["publish"], ["publish"], []]);
  });

  test("what lies behind is done and what lies ahead comes later", () => {
    expect(RESULT_PAGES.map((page) => pageState(page, "COMPOSE"))).toEqual(["DONE", "NOW", "LATER"]);
    expect(RESULT_PAGES.map((page) => pageState(page, "SCORE"))).toEqual(["LATER", "LATER", "LATER"]);
    expect(RESULT_PAGES.map((page) => pageState(page, "OVER"))).toEqual(["DONE", "DONE", "DONE"]);
  });
});
