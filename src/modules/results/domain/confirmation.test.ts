import { expect, test } from "vitest";
import { confirmedBy } from "./confirmation";

test.each(["", "kipp-2020", "KIPP-2020 ", "KIPP-2021"])("an act is not confirmed by «%s»", (typed) => {
  expect(confirmedBy(typed, "KIPP-2020")).toEqual({ ok: false, refusal: { key: "results.problem.codeDiffers", values: { code: "KIPP-2020" } } });
});

test("an act is confirmed by the edition's code as it is written", () => {
  expect(confirmedBy("KIPP-2020", "KIPP-2020").ok).toBe(true);
});
