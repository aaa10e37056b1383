import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadAssignments, type AssignmentTask, type ExistingAssignment } from "./assignment";
import { conflictsBetween, type EntryOrigin, type JudgeTies } from "./conflicts";

const entryOf = (id: string, code: string): EntryOrigin =>
  ({ id, agencyPath: code, unitPath: `${code}/unit`, provinceCode: code.slice(0, 2), memberUserIds: [] });
const judgeOf = (userId: string, code: string, declaredSubmissionIds: string[] = []): JudgeTies =>
  ({ userId, agencyPaths: [code], provinceCodes: [code.slice(0, 2)], declaredSubmissionIds, declaredAgencyPaths: [] });
const range = (length: number) => Array.from({ length }, (_, index) => index);
const task = (over: Partial<AssignmentTask>): AssignmentTask =>
  ({ submissions: [], judges: [], perSubmission: 2, existing: [], grounds: ["AGENCY", "PROVINCE"], seed: "2020", ...over });
const loadsOf = (over: Partial<AssignmentTask>) => spreadAssignments(task(over)).loads.map(({ load }) => load);

/** Any small competition: who may not read what, and what was assigned before. */
const anyTask = fc
  .record({ entries: fc.integer({ min: 0, max: 4 }), judges: fc.integer({ min: 0, max: 4 }), perSubmission: fc.integer({ min: 0, max: 3 }) })
  .chain(({ entries, judges, perSubmission }) =>
    fc.record({
      cells: fc.array(fc.constantFrom("free", "free", "free", "declared", "made", "recused"), { minLength: entries * judges, maxLength: entries * judges }),
      seed: fc.string(),
    }).map(({ cells, seed }) => {
      const is = (entry: number, judge: number, cell: string) => cells[entry * judges + judge] === cell;
      const existing = range(entries).flatMap((entry) => range(judges).flatMap((judge): ExistingAssignment[] =>
        is(entry, judge, "made") || is(entry, judge, "recused")
          ? [{ submissionId: `E${entry}`, judgeId: `J${judge}`, recused: is(entry, judge, "recused") }] : []));
      return task({
        submissions: range(entries).map((entry) => entryOf(`E${entry}`, "11.01")),
        judges: range(judges).map((judge) => judgeOf(`J${judge}`, "99.01", range(entries).filter((entry) => is(entry, judge, "declared")).map((entry) => `E${entry}`))),
        perSubmission, existing, seed,
      });
    }));

describe("spreading entries over judges", () => {
  test("twelve entries, four judges and three readings each give nine entries to every judge", () => {
    expect(loadsOf({ submissions: range(12).map((n) => entryOf(`E${n}`, "11.01")), judges: range(4).map((n) => judgeOf(`J${n}`, "99.01")), perSubmission: 3 }))
      .toEqual([9, 9, 9, 9]);
  });

  test("four entries and three judges with two conflicts are read twice each, by loads of 3, 3 and 2", () => {
    const submissions = ["E1", "E2", "E3", "E4"].map((id) => entryOf(id, "11.01"));
    const judges = [judgeOf("J1", "99.01", ["E1"]), judgeOf("J2", "99.01", ["E3"]), judgeOf("J3", "99.01")];
    const plan = spreadAssignments(task({ submissions, judges }));
    expect(plan.assignments.filter(({ submissionId }) => submissionId === "E1" || submissionId === "E3")).toEqual([
      { submissionId: "E1", judgeId: "J2" }, { submissionId: "E1", judgeId: "J3" },
      { submissionId: "E3", judgeId: "J1" }, { submissionId: "E3", judgeId: "J3" },
    ]);
    expect(plan.loads.map(({ load }) => load).sort()).toEqual([2, 3, 3]);
    expect(plan.shortages).toEqual([]);
    expect(plan.parts).toEqual([["J1", "J2", "J3"]]);
  });

  test("an entry with too few judges free of conflict is reported with the number missing", () => {
    const plan = spreadAssignments(task({ submissions: [entryOf("E1", "73.72")], judges: [judgeOf("J1", "73.01"), judgeOf("J2", "33.02")], perSubmission: 3 }));
    expect(plan.assignments).toEqual([{ submissionId: "E1", judgeId: "J2" }]);
    expect(plan.shortages).toEqual([{ submissionId: "E1", missing: 2 }]);
  });

  test("a recused reader is replaced, and never by the same judge", () => {
    const existing = [{ submissionId: "E1", judgeId: "J1", recused: true }, { submissionId: "E1", judgeId: "J2", recused: false }];
    const judges = ["J1", "J2", "J3"].map((id) => judgeOf(id, "99.01"));
    const plan = spreadAssignments(task({ submissions: [entryOf("E1", "11.01")], judges, existing }));
    expect(plan.assignments).toEqual([{ submissionId: "E1", judgeId: "J3" }]);
    expect(plan.loads).toEqual([{ judgeId: "J1", load: 0 }, { judgeId: "J2", load: 1 }, { judgeId: "J3", load: 1 }]);
  });

  test("an earlier assignment that is in conflict now is kept and named", () => {
    const existing = [{ submissionId: "E1", judgeId: "J1", recused: false }];
    const plan = spreadAssignments(task({ submissions: [entryOf("E1", "73.72")], judges: [judgeOf("J1", "73.72")], perSubmission: 1, existing }));
    expect(plan).toMatchObject({ assignments: [], shortages: [], conflicted: [{ submissionId: "E1", judgeId: "J1" }] });
  });

  test("judges who share no entry are reported as separate groups", () => {
    const judges = [judgeOf("J1", "99.01", ["E2"]), judgeOf("J2", "99.01", ["E2"]), judgeOf("J3", "99.01", ["E1"]), judgeOf("J4", "99.01", ["E1"])];
    const plan = spreadAssignments(task({ submissions: [entryOf("E1", "11.01"), entryOf("E2", "11.01")], judges }));
    expect(plan.parts).toEqual([["J1", "J2"], ["J3", "J4"]]);
  });

  test("nobody is assigned twice or in conflict, and every entry gets as many readers as there can be", () => {
    fc.assert(fc.property(anyTask, (given) => {
      const plan = spreadAssignments(given);
      const made = new Set(given.existing.map(({ submissionId, judgeId }) => `${submissionId} ${judgeId}`));
      for (const submission of given.submissions) {
        const free = given.judges.filter((judge) => !made.has(`${submission.id} ${judge.userId}`) && conflictsBetween(judge, submission, given.grounds).length === 0);
        const fresh = plan.assignments.filter(({ submissionId }) => submissionId === submission.id).map(({ judgeId }) => judgeId);
        const kept = given.existing.filter(({ submissionId, recused }) => submissionId === submission.id && !recused).length;
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(free.map(({ userId }) => userId)).toEqual(expect.arrayContaining(fresh));
        expect(fresh.length).toBe(Math.min(free.length, Math.max(0, given.perSubmission - kept)));
        expect(plan.shortages.find(({ submissionId }) => submissionId === submission.id)?.missing ?? 0).toBe(Math.max(0, given.perSubmission - kept) - fresh.length);
      }
    }));
  });

  test("no other choice is more even: compared with every possible choice of small competitions", () => {
    fc.assert(fc.property(anyTask, (given) => {
      const plan = spreadAssignments(given);
      expect(sumOfSquares(plan.loads.map(({ load }) => load))).toBe(leastSumOfSquares(given, plan));
    }), { numRuns: 300 });
  });

  test("the order in which entries, judges and earlier assignments arrive never matters", () => {
    fc.assert(fc.property(anyTask, (given) => {
      const turned = { ...given, submissions: [...given.submissions].reverse(), judges: [...given.judges].reverse(), existing: [...given.existing].reverse() };
      expect(spreadAssignments(turned)).toEqual(spreadAssignments(given));
    }));
  });

  test("another seed gives another spread, equally even", () => {
    const given = { submissions: range(30).map((n) => entryOf(`E${n}`, "11.01")), judges: range(7).map((n) => judgeOf(`J${n}`, "99.01")) };
    const [one, two] = [spreadAssignments(task({ ...given, seed: "a" })), spreadAssignments(task({ ...given, seed: "b" }))];
    expect(one.assignments).not.toEqual(two.assignments);
    expect([one, two].map(({ loads }) => loads.map(({ load }) => load).sort())).toEqual([[8, 8, 8, 9, 9, 9, 9], [8, 8, 8, 9, 9, 9, 9]]);
  });
});

describe("the national competition", () => {
  test("3,178 entries are read three times by 100 judges without a conflict, evenly and linked", { timeout: 20_000 }, () => {
    const codeOf = (n: number) => `${11 + (n % 38)}.${String(1 + (n % 14)).padStart(2, "0")}`;
    const submissions = range(3178).map((n) => entryOf(`E${n}`, codeOf(n * 7)));
    const judges = range(100).map((n) => judgeOf(`J${n}`, codeOf(n)));
    const { assignments, loads, parts, shortages } = spreadAssignments(task({ submissions, judges, perSubmission: 3 }));
    expect([assignments.length, shortages.length, parts.length]).toEqual([9534, 0, 1]);
    expect(new Set(loads.map(({ load }) => load))).toEqual(new Set([95, 96]));
  });
});

function sumOfSquares(loads: number[]): number {
  return loads.reduce((sum, load) => sum + load * load, 0);
}

/** Tries every set of new readers of the planned sizes. */
function leastSumOfSquares(given: AssignmentTask, plan: ReturnType<typeof spreadAssignments>): number {
  const made = new Set(given.existing.map(({ submissionId, judgeId }) => `${submissionId} ${judgeId}`));
  const start = given.judges.map(({ userId }) => given.existing.filter(({ judgeId, recused }) => judgeId === userId && !recused).length);
  const tryFrom = (index: number, loads: number[]): number => {
    const submission = given.submissions[index];
    if (!submission) return sumOfSquares(loads);
    const size = plan.assignments.filter(({ submissionId }) => submissionId === submission.id).length;
    const choices = range(2 ** loads.length)
      .map((bits) => loads.map((_, judge) => (bits >> judge) & 1))
      .filter((choice) => choice.reduce((sum, bit) => sum + bit, 0) === size)
      .filter((choice) => given.judges.every((judge, n) =>
        !choice[n] || (!made.has(`${submission.id} ${judge.userId}`) && conflictsBetween(judge, submission, given.grounds).length === 0)));
    return Math.min(...choices.map((choice) => tryFrom(index + 1, loads.map((load, n) => load + (choice[n] ?? 0)))));
  };
  return tryFrom(0, start);
}
