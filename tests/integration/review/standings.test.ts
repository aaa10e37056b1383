import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { assign, fullMarks, reviewWorld, type Person, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { recuseFromEntry } from "@/modules/review/actions";
import { saveMarks } from "@/modules/review/endpoints";
import { loadJudgeDesk, loadPact, loadScoringRoom } from "@/modules/review/loaders";
import { findSheet } from "@/modules/review/queries/sheet";
import { stageTotals } from "@/modules/review/queries/standings";
import { finishReview } from "@/modules/review/repository/sheet";

let world: ReviewWorld;
beforeEach(async () => {
  world = await reviewWorld({ judges: 20, entries: 5 });
});

describe("the standing of an entry", () => {
  it("stays exact when 20 judges hand in the same 5 entries at once, twice over", async () => {
    const work = await everybodyReadsEverything();
    for (const round of [1, 2]) {
      await Promise.all(
        work.map(async ({ id, judge }, index) => {
          const sheet = (await findSheet(id, judge.userId))!;
          const mark = 40 + ((index * 7 * round) % 55);
          const saved = await finishReview(sheet, { version: round - 1, marks: fullMarks(world.stage, mark), remarks: {}, weightedSum: mark * 100 });
          expect(saved.ok).toBe(true);
        }),
      );
      await expectRecomputed();
    }
    expect((await standings()).map(({ readings }) => readings)).toEqual([20, 20, 20, 20, 20]);
    expect(await db.auditEvent.count({ where: { action: "review.finish", editionId: world.edition.id } })).toBe(200);
  });

  it("stays exact while judges hand in and hand back at the same time", async () => {
    const work = await everybodyReadsEverything();
    const first = work.filter((_, index) => index % 2 === 0);
    for (const { id, judge } of first) await handIn(id, judge, 70);
    await Promise.all(
      work.map(async ({ id, judge }, index) => {
        const sheet = (await findSheet(id, judge.userId))!;
        if (index % 4 === 0) return (await import("@/modules/review/repository/recusal")).recuse(sheet, "Konflik");
        return finishReview(sheet, { version: sheet.version, marks: fullMarks(world.stage, 55), remarks: {}, weightedSum: 5500 });
      }),
    );
    await expectRecomputed();
  });
});

describe("the totals for a ranking", () => {
  it("hold every entrant with each finished reading and its marks, and nothing of drafts or of what was handed back", async () => {
    const [one, other, third] = world.judges as [Person, Person, Person];
    const submissionId = world.submissions[0]!.id;
    const kept = await assign(world.stage, submissionId, one);
    await handIn(kept, one, 70);
    const returned = await assign(world.stage, submissionId, other);
    await handIn(returned, other, 90);
    await press(recuseFromEntry, { assignmentId: returned, reason: "Saya pernah membimbing", understood: "yes" });
    const draft = await assign(world.stage, submissionId, third);
    askAs(third.sessionId);
    await ask(saveMarks, { assignmentId: draft, version: 0, marks: fullMarks(world.stage, 10) });

    const totals = await stageTotals(world.edition.id, "penilaian");
    expect(totals).toHaveLength(5);
    expect(totals.map(({ code }) => code)).toEqual(world.submissions.map(({ code }) => code).sort());
    const entry = totals.find((total) => total.submissionId === submissionId);
    expect(entry?.readings).toEqual([{ assignmentId: kept, judgeId: one.userId, weightedSum: 7000, marks: fullMarks(world.stage, 70) }]);
    expect(entry?.filedAt).toBeInstanceOf(Date);
    expect(totals.filter(({ readings }) => readings.length === 0)).toHaveLength(4);
  });
});

describe("other judges", () => {
  it("leave no trace in anything a judge can load: no name, no id, no mark, no count", async () => {
    const [me, other] = world.judges as [Person, Person];
    const submissionId = world.submissions[0]!.id;
    const mine = await assign(world.stage, submissionId, me);
    const theirs = await assign(world.stage, submissionId, other);
    const secret = world.stage.rubric.criteria[0]!.key;
    askAs(other.sessionId);
    const marks = { ...fullMarks(world.stage, 73), [secret]: 97 };
    const given = { assignmentId: theirs, version: 0, marks, remarks: { [secret]: "catatan rahasia juri lain" }, remark: "kesan rahasia", finish: true };
    expect((await ask(saveMarks, given)).status).toBe(200);

    askAs(me.sessionId);
    const loaded = [await loadJudgeDesk({ query: {} }), await loadPact({ query: {} }), await loadScoringRoom({ assignmentId: mine })];
    const answer = await ask(saveMarks, { assignmentId: mine, version: 0, marks: { [secret]: 50 } });
    const seen = JSON.stringify([...loaded.map(({ subject }) => subject), answer]);
    expect(seen).toContain(world.submissions[0]!.code);
    for (const leak of [other.userId, `"${other.name}"`, theirs, "catatan rahasia", "kesan rahasia", ":97", ":73", "sumTotal", "readings"]) {
      expect(seen).not.toContain(leak);
    }
  });
});

type Work = { id: string; judge: Person };

async function everybodyReadsEverything(): Promise<Work[]> {
  const work: Work[] = [];
  for (const judge of world.judges) {
    for (const { id } of world.submissions) work.push({ id: await assign(world.stage, id, judge), judge });
  }
  return work;
}

async function handIn(assignmentId: string, judge: Person, mark: number) {
  askAs(judge.sessionId);
  expect(await ask(saveMarks, { assignmentId, version: 0, marks: fullMarks(world.stage, mark), finish: true })).toMatchObject({ status: 200 });
}

const standings = () => db.standing.findMany({ where: { stageId: world.stage.id }, orderBy: { submissionId: "asc" } });

/** What is stored equals what the totals of the ranking give, computed here once more. */
async function expectRecomputed() {
  const expected = (await stageTotals(world.edition.id, "penilaian"))
    .filter(({ readings }) => readings.length > 0)
    .map(({ submissionId, readings }) => {
      const sums = readings.map(({ weightedSum }) => weightedSum);
      const total = sums.reduce((sum, each) => sum + each, 0);
      return { submissionId, readings: sums.length, sumTotal: BigInt(total), lowest: Math.min(...sums), highest: Math.max(...sums), mean: (total / sums.length).toFixed(6) };
    })
    .toSorted((a, b) => (a.submissionId < b.submissionId ? -1 : 1));
  const stored = (await standings()).map(({ submissionId, readings, sumTotal, lowest, highest, mean }) => ({
    submissionId, readings, sumTotal, lowest, highest, mean: mean.toFixed(6),
  }));
  expect(stored).toEqual(expected);
}
