import { describe, expect, test } from "vitest";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { canBeTriedAgain, exceededQuotas, FILING_OBSTACLES, filingAnswer, type FilingCandidate, planFiling, quotaLines } from "./filing";

const endorsed = (code: string, groupKey = "general"): FilingCandidate => ({
  code, groupKey, status: "ENDORSED", receiptNumber: null,
});
const line = (groupKey: string, quota: number | null, filed: number) => ({
  groupKey, quota, filed, left: quota === null ? null : Math.max(0, quota - filed),
});
const outcomes = (decisions: ReturnType<typeof planFiling>) =>
  decisions.map((each) => `${each.code} ${each.outcome === "REFUSED" ? each.obstacle : each.outcome}`);

describe("what becomes of a batch", () => {
  test("every endorsed proposal within the quota is filed, in the order in which it was ticked", () => {
    const candidates = [endorsed("A"), endorsed("B"), endorsed("C")];
    expect(outcomes(planFiling({ codes: ["C", "A", "B"], candidates, quotas: [line("general", 3, 0)] })))
      .toEqual(["C FILE", "A FILE", "B FILE"]);
  });

  test("once the quota of a group is used up the rest of that group stays, and other groups are not touched by it", () => {
    const candidates = [endorsed("A"), endorsed("B"), endorsed("C"), endorsed("R", "replication")];
    const quotas = [line("general", 10, 8), line("replication", 5, 4)];
    expect(outcomes(planFiling({ codes: ["A", "B", "C", "R"], candidates, quotas })))
      .toEqual(["A FILE", "B FILE", "C OVER_QUOTA", "R FILE"]);
  });

  test("a group without a limit takes any number", () => {
    const candidates = Array.from({ length: 120 }, (_, n) => endorsed(`P${n}`));
    const decisions = planFiling({ codes: candidates.map(({ code }) => code), candidates, quotas: [line("general", null, 400)] });
    expect(decisions.filter(({ outcome }) => outcome === "FILE")).toHaveLength(120);
  });

  test("a proposal that is not endorsed does not use up a place of the quota", () => {
    const candidates = [{ ...endorsed("A"), status: "AGENCY_REVIEW" as const }, endorsed("B")];
    expect(outcomes(planFiling({ codes: ["A", "B"], candidates, quotas: [line("general", 1, 0)] })))
      .toEqual(["A NOT_ENDORSED", "B FILE"]);
  });

  test.each([
    ["DRAFT", "RECALLED"], ["AGENCY_REVIEW", "NOT_ENDORSED"], ["RETURNED", "RETURNED"], ["WITHDRAWN", "WITHDRAWN"],
    ["SUBMITTED", "CHANGED_MEANWHILE"],
  ] as const)("a proposal in %s is not filed, and the reason is its own: %s", (status, obstacle) => {
    const plan = planFiling({ codes: ["A"], candidates: [{ ...endorsed("A"), status }], quotas: [line("general", 9, 0)] });
    expect(outcomes(plan)).toEqual([`A ${obstacle}`]);
  });

  test("only what changed in between can be tried again as it is", () => {
    expect(FILING_OBSTACLES.filter(canBeTriedAgain)).toEqual(["CHANGED_MEANWHILE"]);
  });

  test("a proposal that was filed before is answered with its own receipt and never filed again", () => {
    const candidates = [{ ...endorsed("A"), status: "SUBMITTED" as const, receiptNumber: "TT-2020-00001F" }];
    expect(planFiling({ codes: ["A"], candidates, quotas: [line("general", 9, 1)] }))
      .toEqual([{ code: "A", outcome: "ALREADY_FILED", receiptNumber: "TT-2020-00001F" }]);
  });

  test("a code of another agency is unknown, a code given twice is decided once, and a group the edition lacks takes nothing", () => {
    const candidates = [endorsed("A"), endorsed("X", "nowhere")];
    expect(outcomes(planFiling({ codes: ["A", "Z", "A", "X"], candidates, quotas: [line("general", 9, 0)] })))
      .toEqual(["A FILE", "Z NOT_FOUND", "X OVER_QUOTA"]);
  });
});

describe("the quota of an agency", () => {
  const groups = [{ key: "general", quotaPerAgency: 10 }, { key: "special", quotaPerAgency: null }] as GroupRule[];
  const rules = { groups, participants: { within: null, kinds: [] } };

  test("each group of the edition has a line, in the order of the rules", () => {
    expect(quotaLines(rules, "CITY", new Map([["general", 7]]))).toEqual([
      { groupKey: "general", quota: 10, filed: 7, left: 3 },
      { groupKey: "special", quota: null, filed: 0, left: null },
    ]);
  });

  test("a limit over all groups is a line of its own, by the kind of agency, and a kind without one has no line", () => {
    const participants = { within: "35", kinds: [], quotas: [{ kinds: ["AGENCY_UNIT" as const], most: 5 }, { kinds: ["REGENCY" as const, "CITY" as const], most: 3 }] };
    const last = (kind: "AGENCY_UNIT" | "CITY" | "REGIONAL_SOE") => quotaLines({ groups, participants }, kind, new Map([["general", 2], ["special", 1]])).at(-1);
    expect(last("AGENCY_UNIT")).toEqual({ groupKey: null, quota: 5, filed: 3, left: 2 });
    expect(last("CITY")).toEqual({ groupKey: null, quota: 3, filed: 3, left: 0 });
    expect(last("REGIONAL_SOE")).toEqual({ groupKey: "special", quota: null, filed: 1, left: null });
  });

  test("the limit over all groups is used up by entries of any group", () => {
    const quotas = [line("general", 2, 0), line("special", null, 0), { groupKey: null, quota: 3, filed: 1, left: 2 }];
    const candidates = [endorsed("A", "special"), endorsed("B"), endorsed("C", "special")];
    expect(outcomes(planFiling({ codes: ["A", "B", "C"], candidates, quotas }))).toEqual(["A FILE", "B FILE", "C OVER_QUOTA"]);
    expect(exceededQuotas(quotas, ["special", "general", "special"]).map(({ groupKey }) => groupKey)).toEqual([null]);
  });

  test("a selection is over the quota only in the groups where it holds more than is left", () => {
    const lines = [line("general", 10, 8), line("replication", 5, 5), line("special", null, 3)];
    const chosen = ["general", "general", "replication", "special", "special"];
    expect(exceededQuotas(lines, chosen).map(({ groupKey }) => groupKey)).toEqual(["replication"]);
    expect(exceededQuotas(lines, [...chosen, "general"]).map(({ groupKey }) => groupKey)).toEqual(["general", "replication"]);
  });
});

test("the answer tells for each proposal whether it was filed now, filed before, refused, or changed while it was being filed", () => {
  const about = (code: string) => ({ code, title: `Judul ${code}`, groupKey: "general" });
  expect(filingAnswer({
    plan: [
      { code: "A", outcome: "FILE" }, { code: "B", outcome: "FILE" }, { code: "Z", outcome: "REFUSED", obstacle: "NOT_FOUND" },
      { code: "C", outcome: "ALREADY_FILED", receiptNumber: "TT-1" },
    ],
    candidates: ["A", "B", "C"].map(about), filed: ["A"], receiptNumber: "TT-2",
  })).toEqual({
    receiptNumber: "TT-2",
    items: [
      { ...about("A"), outcome: "FILED", obstacle: null, receiptNumber: "TT-2" },
      { ...about("B"), outcome: "REFUSED", obstacle: "CHANGED_MEANWHILE", receiptNumber: null },
      { code: "Z", title: "", groupKey: "", outcome: "REFUSED", obstacle: "NOT_FOUND", receiptNumber: null },
      { ...about("C"), outcome: "ALREADY_FILED", obstacle: null, receiptNumber: "TT-1" },
    ],
  });
});
