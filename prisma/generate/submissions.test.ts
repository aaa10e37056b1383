import { describe, expect, test } from "vitest";
import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import { isCode } from "@/modules/submission/domain/codes";
import { agencyRows } from "./agencies";
import { sampleRules } from "./sample-rules";
import type { GenerateOptions, GeneratedSubmission } from "./submissions";
import { generateSubmissions } from "./submissions";

const agencies = agencyRows();
const kindOf = new Map(agencies.map((agency) => [agency.code, agency.kind]));
const rules = sampleRules();
const generate = (options: Partial<GenerateOptions> = {}) =>
  generateSubmissions({ rules, agencies, count: 225, seed: 1, groupMix: { umum: 2126, replikasi: 33, khusus: 91 }, ...options });
const tally = (keys: string[]) => Object.fromEntries([...new Set(keys)].sort().map((key) => [key, keys.filter((k) => k === key).length]));
const wordsOf = (answer: string) => answer.split(/\s+/).length;
const monthsUntilClose = (since: string) => {
  const [year = 0, month = 0, day = 0] = since.split("-").map(Number);
  return (2021 - year) * 12 + (4 - month) - (day > 30 ? 1 : 0);
};

describe("generated submissions", () => {
  const submissions = generate();

  test("the same seed gives the same bytes, another seed another competition", () => {
    expect(JSON.stringify(generate())).toBe(JSON.stringify(submissions));
    expect(generate({ seed: 2 }).map(({ title }) => title)).not.toEqual(submissions.map(({ title }) => title));
  });

  test("how long the texts are changes neither codes nor titles nor units", () => {
    const longer = generate({ wordsPerAnswer: [200, 300] });
    expect(longer.map(({ code, title, unitCode }) => [code, title, unitCode]))
      .toEqual(submissions.map(({ code, title, unitCode }) => [code, title, unitCode]));
  });

  test("counts that sum to the whole are met exactly, others as nearly as whole numbers allow", () => {
    const all = generate({ count: 2250, wordsPerAnswer: [3, 3] });
    expect(tally(all.map(({ group }) => group))).toEqual({ umum: 2126, replikasi: 33, khusus: 91 });
    expect(tally(submissions.map(({ group }) => group))).toEqual({ umum: 213, replikasi: 3, khusus: 9 });
  });

  test("codes are valid, all different, and none is given twice in a year", () => {
    const codes = submissions.map(({ code }) => code);
    expect(codes.filter((code) => !isCode(code) || !code.startsWith("INV-2021-"))).toEqual([]);
    expect(new Set(codes).size).toBe(225);
    const next = generate({ takenCodes: new Set(codes) }).map(({ code }) => code);
    expect(next.filter((code) => codes.includes(code))).toEqual([]);
  });

  test("titles are all different unless duplicates are asked for", () => {
    expect(new Set(submissions.map(({ title }) => title)).size).toBe(225);
  });

  test("every section of the group's form is answered between 40 and 90 percent of its limit, and no other", () => {
    for (const { group, answers } of submissions) {
      const asked = rules.form.sections.filter((section) => section.groups === null || section.groups.includes(group));
      expect(Object.keys(answers)).toEqual(asked.map(({ key }) => key));
      for (const { key, maxWords } of asked) {
        const share = wordsOf(answers[key] ?? "") / maxWords;
        expect(share).toBeGreaterThanOrEqual(0.4);
        expect(share).toBeLessThanOrEqual(0.9);
      }
    }
  });

  test("every innovation is old enough for its group and filed before registration closes", () => {
    const least = new Map(rules.groups.map(({ key, minimumAgeMonths }) => [key, minimumAgeMonths ?? 0]));
    const minutes = (31 + 30) * 24 * 60 - 1;
    const wrong = submissions.filter(({ group, implementedSince, filedAfterMinutes }) =>
      monthsUntilClose(implementedSince) < (least.get(group) ?? 0) || filedAfterMinutes < 0 || filedAfterMinutes >= minutes);
    expect(wrong).toEqual([]);
  });

  test("only a replication names another innovation", () => {
    expect(submissions.filter(({ group, sourceText }) => (group === "replikasi") !== (sourceText !== ""))).toEqual([]);
  });
});

describe("who enters", () => {
  const problems = (submissions: GeneratedSubmission[], within: string | null) =>
    submissions.filter(({ unitCode, agencyCode }) => !kindOf.has(unitCode) || filingAgencyOf(unitCode, { within }) !== agencyCode);

  test("each submission comes from a unit of the agency that files it", () => {
    expect(problems(generate(), null)).toEqual([]);
  });

  test("no agency passes its quota in a group, and many agencies stay away", () => {
    const filed = tally(generate({ count: 2250, wordsPerAnswer: [3, 3], groupMix: { umum: 1, replikasi: 0 } }).map(({ agencyCode }) => agencyCode));
    expect(Math.max(...Object.values(filed))).toBe(10);
    expect(Object.keys(filed).length).toBeLessThan(500);
  });

  test("more submissions than all quotas together are refused", () => {
    const small = sampleRules({ participants: { within: "33.02", kinds: ["AGENCY_UNIT"] } });
    expect(() => generate({ rules: small, count: 361, groupMix: { umum: 1 } })).toThrow(RangeError);
    expect(generate({ rules: small, count: 360, groupMix: { umum: 1 } })).toHaveLength(360);
  });

  test("in a regency's own competition only its units enter, each filed by its own work unit", () => {
    const regional = generate({ rules: sampleRules({ participants: { within: "33.02", kinds: ["AGENCY_UNIT"] } }), count: 107, groupMix: { umum: 1 } });
    expect(problems(regional, "33.02")).toEqual([]);
    expect(regional.some(({ unitCode, agencyCode }) => unitCode !== agencyCode)).toBe(true);
  });

  test("only the kinds of agency that the edition admits take part", () => {
    const cities = generate({ rules: sampleRules({ participants: { within: null, kinds: ["CITY"] } }) });
    expect(tally(cities.map(({ agencyCode }) => kindOf.get(agencyCode) ?? ""))).toEqual({ CITY: 225 });
  });

  test("2,000 units can take turns, so that none has more than one submission above another", () => {
    const even = generate({ count: 3178, wordsPerAnswer: [3, 3], unitsInTurn: 2000 });
    const counts = Object.values(tally(even.map(({ unitCode }) => unitCode)));
    expect([counts.length, Math.min(...counts), Math.max(...counts)]).toEqual([2000, 1, 2]);
  });
});

describe("entries that selection should find", () => {
  test("as many titles are used twice within one agency as asked for", () => {
    const submissions = generate({ flaws: { duplicateTitles: 5 } });
    const seen = new Map<string, string>();
    const twice = submissions.filter(({ title, agencyCode }) => {
      const first = seen.get(title);
      seen.set(title, agencyCode);
      return first === agencyCode;
    });
    expect(twice).toHaveLength(5);
    expect(new Set(submissions.map(({ title }) => title)).size).toBe(220);
  });

  test("as many innovations are too young as asked for", () => {
    const least = new Map(rules.groups.map(({ key, minimumAgeMonths }) => [key, minimumAgeMonths ?? 0]));
    const young = generate({ flaws: { tooYoung: 7 } })
      .filter(({ group, implementedSince }) => monthsUntilClose(implementedSince) < (least.get(group) ?? 0));
    expect(young).toHaveLength(7);
  });
});

test("3,178 submissions with ten answers of 250 words are of the lengths asked for", () => {
  const sections = rules.form.sections.slice(0, 1)
    .flatMap((section) => Array.from({ length: 10 }, (_, n) => ({ ...section, key: `bagian-${n}` })));
  const national = sampleRules({ form: { version: "1", sections } });
  const submissions = generate({ rules: national, count: 3178, wordsPerAnswer: [200, 300], unitsInTurn: 2000 });
  const lengths = submissions.flatMap(({ answers }) => Object.values(answers).map(wordsOf));
  expect([lengths.length, lengths.some((words) => words < 200 || words > 300)]).toEqual([31_780, false]);
});

describe("in groups and quotas by kind", () => {
  const bound = {
    ...rules, participants: { within: "73", kinds: ["AGENCY_UNIT", "REGENCY", "CITY"], quotas: [{ kinds: ["AGENCY_UNIT"], most: 3 }, { kinds: ["REGENCY", "CITY"], most: 2 }] },
    groups: rules.groups.map((group, place) => ({ ...group, quotaPerAgency: null, kinds: place === 0 ? ["AGENCY_UNIT"] : ["REGENCY", "CITY"] })),
  } as typeof rules;
  const [offices, others] = [bound.groups[0]!.key, bound.groups[1]!.key];
  const options = { rules: bound, count: 40, groupMix: { [offices]: 10, [others]: 30 }, wordsPerAnswer: [3, 3] } as const;

  test.each([["agencies of differing zeal", {}], ["units in turn", { unitsInTurn: 60 }]])("%s enter where their kind may", (_, more) => {
    const drawn = generate({ ...options, ...more });
    expect(drawn).toHaveLength(40);
    for (const { group, agencyCode } of drawn) expect([group, kindOf.get(agencyCode) === "AGENCY_UNIT"]).toEqual([group, group === offices]);
  });

  test("no agency files more over all groups than its kind may", () => {
    const counts = tally(generate(options).map(({ agencyCode }) => agencyCode));
    for (const [code, count] of Object.entries(counts)) expect(count).toBeLessThanOrEqual(kindOf.get(code) === "AGENCY_UNIT" ? 3 : 2);
  });
});
