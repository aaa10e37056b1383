import { expect, test } from "vitest";
import type { EditionRules } from "./edition-rules";
import { type Belonging, belongingProblems, begunStages, namedAgencies, narrowedGrounds, pastStages } from "./opening-problems";

const stage = (key: string, opensAt: string, closesAt: string, avoid: string[] = []) => ({
  key, kind: "EVALUATION", name: { id: key, en: key }, opensAt, closesAt, scoring: { avoid },
});
const rules = (within: string | null) => ({
  edition: { zone: "Asia/Jakarta", slug: "lomba", code: "LOMBA" }, organizer: { agency: "73" }, participants: { within, kinds: [] },
  stages: [stage("satu", "2026-01-01T00:00", "2026-01-31T23:59"), stage("dua", "2026-02-01T00:00", "2026-02-10T23:59", ["AGENCY", "PROVINCE"])],
}) as unknown as EditionRules;

test("a stage is past once its last minute is over, in the zone of the edition", () => {
  const named = (now: string) => pastStages(rules(null), new Date(now)).map(({ path, values }) => [path.join("."), values.stage]);
  expect(named("2026-01-31T16:59:30Z")).toEqual([]);
  expect(named("2026-01-31T17:00:00Z")).toEqual([["stages.0.closesAt", "satu"]]);
  expect(named("2026-03-01T00:00:00Z")).toEqual([["stages.0.closesAt", "satu"], ["stages.1.closesAt", "dua"]]);
});

test("a stage that has begun and is not over is remarked upon where its opening stands", () => {
  const named = (now: string) => begunStages(rules(null), new Date(now)).map(({ path, values }) => [path.join("."), values.stage]);
  expect(named("2025-12-31T16:59:59Z")).toEqual([]);
  expect(named("2025-12-31T17:00:00Z")).toEqual([["stages.0.opensAt", "satu"]]);
  expect(named("2026-01-31T17:00:00Z")).toEqual([["stages.1.opensAt", "dua"]]);
});

test("a name that another edition bears is named where it stands, but not to whoever replaces that edition's rules", () => {
  const replaces = { slug: "lomba", code: "LOMBA", organizer: "73" };
  const names = (replaced: Belonging["replaces"]) =>
    belongingProblems(rules("73"), { organizer: null, replaces: replaced, unknown: [], taken: ["slug", "code"] }).map(({ path, values }) => [path.join("."), values.name]);
  expect(names(null)).toEqual([["edition.slug", "lomba"], ["edition.code", "LOMBA"]]);
  expect(names(replaces)).toEqual([]);
});

test.each([[null, []], ["73", ["REGION"]], ["73.72", ["AGENCY"]]] as const)("within %s the province counts as %j", (within, counts) => {
  const remarks = narrowedGrounds(rules(within));
  expect(remarks.map(({ values }) => values.counts)).toEqual(counts);
  if (within) expect(remarks[0]).toMatchObject({ path: ["stages", 1, "scoring", "avoid", 1], values: { ground: "PROVINCE", stage: "dua" } });
});

test("rules belong to their organiser, and to the edition that they replace", () => {
  const names = (belonging: Omit<Belonging, "unknown" | "taken">) => belongingProblems(rules("73"), { ...belonging, unknown: [], taken: [] }).map(({ path }) => path.join("."));
  expect(names({ organizer: null, replaces: null })).toEqual([]);
  expect(names({ organizer: "73", replaces: null })).toEqual([]);
  expect(names({ organizer: "33.02", replaces: null })).toEqual(["organizer.agency"]);
  expect(names({ organizer: null, replaces: { slug: "lomba", code: "LOMBA", organizer: "73" } })).toEqual([]);
  expect(names({ organizer: null, replaces: { slug: "lain", code: "LAIN", organizer: "33" } })).toEqual(["organizer.agency", "edition.slug", "edition.code"]);
});

test("an agency that nobody has registered is named where it stands", () => {
  const unknown = (within: string | null, ...codes: string[]) =>
    belongingProblems(rules(within), { organizer: null, replaces: null, unknown: codes, taken: [] }).map(({ path, values }) => [path.join("."), values.agency]);
  expect([namedAgencies(rules("37")), namedAgencies(rules(null))]).toEqual([["73", "37"], ["73"]]);
  expect(unknown("37")).toEqual([]);
  expect(unknown("37", "37")).toEqual([["participants.within", "37"]]);
  expect(unknown(null, "73")).toEqual([["organizer.agency", "73"]]);
});
