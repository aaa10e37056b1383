import { expect, test } from "vitest";
import { filingCheck } from "./filing-check";

const now = new Date("2021-05-01T00:00:00Z");
const at = (month: number) => new Date(Date.UTC(2021, month - 1, 1));
const open = { opensAt: at(4), closesAt: at(6) };
const endorsed = ["A", "B", "C"].map((code) => ({ code, groupKey: "general" }));
const quotas = [{ groupKey: "general", quota: 10, filed: 8, left: 2 }];
const check = (codes: string[], registration = open) => filingCheck({ codes, endorsed, quotas, registration, now });

test("within the quota and while registration is open a selection is ready, without what can no longer be filed", () => {
  expect(check(["C", "A", "Z"])).toEqual({ state: "READY", picked: [endorsed[0], endorsed[2]], missing: 1, exceeded: [] });
});

test("more than the quota takes is told with the quota that is exceeded", () => {
  expect(check(["A", "B", "C"])).toMatchObject({ state: "OVER", exceeded: quotas });
});

test.each([
  ["UPCOMING", { opensAt: at(6), closesAt: at(7) }], ["CLOSED", { opensAt: at(3), closesAt: at(4) }],
] as const)("outside registration the selection is %s, whatever it holds", (state, registration) => {
  expect(check(["A", "B", "C"], registration).state).toBe(state);
});

test("a selection of which nothing can be filed is none, also after the close", () => {
  expect([check(["Z"]).state, check([], { opensAt: at(3), closesAt: at(4) }).state]).toEqual(["NONE", "NONE"]);
});
