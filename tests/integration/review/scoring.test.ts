import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { assign, fullMarks, moveStage, reviewWorld, type ReviewWorld } from "#tests/support/review-world";
import { pause, untilWaiting } from "#tests/support/waiting";
import { databaseNow, db } from "@/lib/db";
import { submitSheet } from "@/modules/review/actions";
import { saveMarks } from "@/modules/review/endpoints";
import { loadScoringRoom } from "@/modules/review/loaders";
import { findSheet } from "@/modules/review/queries/sheet";
import { roomQuerySchema } from "@/modules/review/schema";

let world: ReviewWorld;
let assignmentId: string;
let marks: Record<string, number>;
beforeEach(async () => {
  world = await reviewWorld({ judges: 2, entries: 3 });
  assignmentId = await assign(world.stage, world.submissions[0]!.id, world.judges[0]!);
  marks = fullMarks(world.stage);
  askAs(world.judges[0]!.sessionId);
});

describe("what a judge reads", () => {
  it("holds what novelty is marked by: the start, the origin, and earlier results on record and claimed", async () => {
    const { organizerId, id, innovationId } = await db.submission.findFirstOrThrow({ where: { id: world.submissions[0]!.id } });
    const facts = { implementedSince: new Date("2016-03-01T00:00:00Z"), sourceText: "Lancar, Kota Lain", claimedResult: "Top 99/2015" };
    await db.submission.update({ where: { organizerId_id: { organizerId, id } }, data: { ...facts, videoUrl: "https://video.example/a" } });
    const source = { scope: "national", title: "Juara", agencyName: "Parepare", province: "Sulawesi Selatan", source: "uji" };
    await db.pastResult.create({ data: { innovationId, year: 2014, level: "Top 45", ...source } });

    const { text } = (await loadScoringRoom({ assignmentId })).subject;
    expect(text).toMatchObject({ ...facts, videoUrl: "https://video.example/a", earlierResults: ["Top 45/2014"] });
  });
});

describe("saving while working", () => {
  it("keeps one criterion at a time, with its remark", async () => {
    const [first, second] = keys();
    expect(await save({ version: 0, marks: { [first!]: 70 }, remarks: { [first!]: "cukup" } })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await save({ version: 1, marks: { [second!]: 60 } })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await sheet()).toMatchObject({ marks: { [first!]: 70, [second!]: 60 }, remarks: { [first!]: "cukup" }, finishedAt: null, weightedSum: null });
  });

  it("keeps the remark when only the mark changes, and the mark when only the remark does", async () => {
    const [first] = keys();
    await save({ version: 0, marks: { [first!]: 70 }, remarks: { [first!]: "cukup" } });
    await save({ version: 1, marks: { [first!]: 75 } });
    await save({ version: 2, remarks: { [first!]: "lebih dari cukup" } });
    expect(await sheet()).toMatchObject({ marks: { [first!]: 75 }, remarks: { [first!]: "lebih dari cukup" } });
  });

  it("takes a mark back when its box is emptied", async () => {
    const [first] = keys();
    await save({ version: 0, marks: { [first!]: 70 } });
    await save({ version: 1, marks: { [first!]: null } });
    expect((await sheet()).marks).toEqual({});
  });

  it("refuses the second of two tabs and tells what the first one saved", async () => {
    const [first, second] = keys();
    await save({ version: 0, marks: { [first!]: 70 } });
    const late = await save({ version: 0, marks: { [first!]: 90, [second!]: 50 } });
    expect(late).toMatchObject({
      status: 409,
      body: { error: "review.refused.changedMeanwhile", details: { version: 1, changed: [{ criterion: first, mark: 70 }] } },
    });
    expect((await sheet()).marks).toEqual({ [first!]: 70 });
  });

  it("of a page whose judge is no longer who is signed in is told so, and stores nothing; a page from before an update does not say whose it is", async () => {
    const [first] = keys();
    const [own, other] = world.judges.map(({ userId }) => userId);
    expect(await save({ version: 0, marks: { [first!]: 70 }, writerId: other })).toMatchObject({ status: 412, body: { error: "common.errors.otherPerson" } });
    expect((await sheet()).marks).toEqual({});
    expect(await save({ version: 0, marks: { [first!]: 70 }, writerId: own })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await save({ version: 1, marks: { [first!]: 75 } })).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it("takes a save that has arrived before, whose answer was lost, as saved", async () => {
    const [first, second] = keys();
    const sent = { version: 0, marks: { [first!]: 70 }, remarks: { [first!]: "Jelas." } };
    const answered = await save(sent);
    expect(await save(sent)).toEqual(answered);
    expect(await save({ ...sent, marks: { [first!]: 70, [second!]: 50 } })).toMatchObject({
      status: 409, body: { details: { stored: { marks: { [first!]: 70 }, remarks: { [first!]: "Jelas." }, remark: "" } } },
    });
  });

  it("lets exactly one of many simultaneous saves of one version through", async () => {
    const [first] = keys();
    const answers = await Promise.all([10, 20, 30, 40, 50].map((mark) => save({ version: 0, marks: { [first!]: mark } })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await sheet()).version).toBe(1);
  });
});

describe("what no sheet takes", () => {
  it.each([
    ["a mark over the scale", 101, 409, "review.problem.markOutsideScale"],
    ["a mark under the scale", -1, 409, "review.problem.markOutsideScale"],
    ["half a mark", 70.5, 409, "review.problem.markNotWhole"],
  ])("%s is refused", async (_, mark, status, error) => {
    expect(await save({ version: 0, marks: { [keys()[0]!]: mark } })).toMatchObject({ status, body: { error } });
    expect((await sheet()).version).toBe(0);
  });

  it.each([["a text", { marks: { a: "80" } }], ["an unknown field", { rank: 1 }], ["a key that is no criterion", { marks: { __proto__x: 1 } }]])(
    "%s is refused before anything is looked up", async (_, body) => expect((await save({ version: 0, ...body })).status).toBe(422),
  );

  it("a criterion of another rubric is refused", async () => {
    expect(await save({ version: 0, marks: { video: 80 } })).toMatchObject({ status: 409, body: { error: "review.problem.criterionUnknown" } });
  });

  it("half a character in a remark is refused in words; what nobody sees goes, other writing is kept as written", async () => {
    const [first] = keys();
    expect((await save({ version: 0, marks: { [first!]: 70 }, remarks: { [first!]: "a\ud800b" } })).status).toBe(422);
    const remark = "<script>alert(1)</script> 👩🏽‍⚕️ \u202Eab";
    expect((await save({ version: 0, marks: { [first!]: 70 }, remarks: { [first!]: `${remark}\u0000` } })).status).toBe(200);
    expect((await sheet()).remarks[first!]).toBe(remark);
  });
});

describe("handing in", () => {
  it("needs every criterion", async () => {
    const [first, ...rest] = keys();
    const most = Object.fromEntries(rest.map((key) => [key, 80]));
    expect(await save({ version: 0, marks: most, finish: true })).toMatchObject({
      status: 409, body: { error: "review.problem.markMissing", details: { criterion: first } },
    });
    expect(await db.standing.count({ where: { stageId: world.stage.id } })).toBe(0);
  });

  it("stores the exact weighted sum, the time and the standing, and leaves a trace without the marks", async () => {
    expect(await save({ version: 0, marks, finish: true })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await sheet()).toMatchObject({ weightedSum: 8000, marks });
    expect(await db.standing.findFirst({ where: { stageId: world.stage.id } })).toMatchObject({ readings: 1, sumTotal: 8000n, lowest: 8000, highest: 8000 });

    const [event] = await db.auditEvent.findMany({ where: { action: "review.finish", subjectId: assignmentId } });
    expect(JSON.parse(event!.body)).toMatchObject({
      actor: world.judges[0]!.userId,
      details: { version: 1, marksSha256: createHash("sha256").update(canonicalize(marks)!).digest("hex") },
    });
    expect(Object.keys(JSON.parse(event!.body).details).sort()).toEqual(["marksSha256", "version"]);
  });

  it("replaces the marks as a whole when it is changed later, and the standing follows", async () => {
    await save({ version: 0, marks, finish: true });
    expect((await save({ version: 1, marks: fullMarks(world.stage, 60), finish: true })).status).toBe(200);
    expect((await sheet()).weightedSum).toBe(6000);
    expect(await db.standing.findMany({ where: { stageId: world.stage.id } })).toMatchObject([{ readings: 1, sumTotal: 6000n }]);
  });

  it("cannot be half undone: a sheet that was handed in takes no draft", async () => {
    await save({ version: 0, marks, finish: true });
    expect(await save({ version: 1, marks: { [keys()[0]!]: null } })).toMatchObject({ status: 409, body: { error: "review.refused.alreadyFinished" } });
    expect((await sheet()).marks).toEqual(marks);
  });

  it("asks about an 8 that may be an 80, until it is confirmed", async () => {
    const [first] = keys();
    const slipped = { version: 0, marks: { ...marks, [first!]: 8 }, remarks: { [first!]: "sangat lemah" }, finish: true };
    expect(await save(slipped)).toMatchObject({ status: 409, body: { error: "review.problem.markMaybeSlip" } });
    expect((await save({ ...slipped, sure: { [first!]: 8 } })).status).toBe(200);
  });

  it("needs a remark under and over the limits of the rubric", async () => {
    const [first] = keys();
    expect(await save({ version: 0, marks: { ...marks, [first!]: 39 }, finish: true })).toMatchObject({
      status: 409, body: { error: "review.problem.remarkMissing" },
    });
  });
});

describe("the form, without any script", () => {
  it("hands in and leads to the next entry that is not done", async () => {
    const next = await assign(world.stage, world.submissions[1]!.id, world.judges[0]!);
    expect(await pressSheet({ intent: "next" })).toEqual({ status: "redirected", to: `/penilaian/${next}?dari=${assignmentId}` });
    expect((await sheet()).finishedAt).not.toBeNull();
  });

  it("keeps an incomplete sheet and shows what is missing instead of handing it in", async () => {
    const [first] = keys();
    const answer = await pressSheet({ intent: "next", marks: { [first!]: "70" } });
    expect(answer).toEqual({ status: "redirected", to: `/penilaian/${assignmentId}?periksa=1` });
    expect(await sheet()).toMatchObject({ marks: { [first!]: 70 }, finishedAt: null });
  });

  it("remembers which unlikely mark is meant while something else is still missing", async () => {
    const [first] = keys();
    const answer = await pressSheet({ intent: "next", marks: { [first!]: "8" }, sure: { [`sure.${first}`]: "8" } });
    expect(answer).toEqual({ status: "redirected", to: `/penilaian/${assignmentId}?periksa=1&yakin=${first}.8` });
    expect(roomQuerySchema.parse({ yakin: `${first}.8 ${first}.x` }).yakin).toEqual({ [first!]: 8 });
  });

  it("puts an entry aside with what was marked, and the next save brings it back", async () => {
    const [first] = keys();
    await pressSheet({ intent: "skip", marks: { [first!]: "70" } });
    expect(await sheet()).toMatchObject({ marks: { [first!]: 70 }, skippedAt: expect.any(Date) });
    await pressSheet({ intent: "stay", version: "1", marks: { [first!]: "75" } });
    expect(await sheet()).toMatchObject({ marks: { [first!]: 75 }, skippedAt: null });
  });

  it("refuses marks off the scale, names every such box, and gives back everything that was typed", async () => {
    const [first, second, third] = keys();
    const answer = await pressSheet({ intent: "stay", marks: { [first!]: "101", [second!]: "80", [third!]: "999" }, remarks: { [first!]: "salah ketik" } });
    expect(answer).toMatchObject({ status: "invalid", typed: { [`marks.${first}`]: "101", [`remarks.${first}`]: "salah ketik" } });
    expect("errors" in answer && answer.errors.map(({ field }) => field)).toEqual([`marks.${first}`, `marks.${third}`]);
    expect((await sheet()).version).toBe(0);
  });

  it("names the box in which no number stands", async () => {
    const [first] = keys();
    expect(await pressSheet({ intent: "stay", marks: { [first!]: "delapan" } })).toMatchObject({
      status: "invalid", errors: [{ field: `marks.${first}` }], typed: { [`marks.${first}`]: "delapan" },
    });
  });

  it("shows what another tab saved, and replaces it only when the judge says so", async () => {
    const [first] = keys();
    await save({ version: 0, marks: { [first!]: 60 } });
    const late = { intent: "stay", version: "0", marks: { [first!]: "90" } } as const;
    expect(await pressSheet(late)).toMatchObject({
      status: "refused", key: "review.refused.changedMeanwhile", details: { changed: [{ criterion: first, mark: 60 }] }, typed: { [`marks.${first}`]: "90" },
    });
    expect(await pressSheet({ ...late, overwrite: "1" })).toMatchObject({ status: "redirected" });
    expect((await sheet()).marks).toEqual({ [first!]: 90 });
  });
});

describe("when the time is over", () => {
  it("a save after the close is refused in words, nothing changes, and what was typed comes back", async () => {
    await save({ version: 0, marks, finish: true });
    await moveStage(world.edition.id, "penilaian", [-10, -0.001]);
    expect(await save({ version: 1, marks: fullMarks(world.stage, 10), finish: true })).toMatchObject({ status: 403, body: { error: "review.refused.stageClosed" } });
    const [first] = keys();
    expect(await pressSheet({ intent: "stay", version: "1", marks: { [first!]: "11" } })).toMatchObject({
      status: "refused", key: "review.refused.stageClosed", typed: { [`marks.${first}`]: "11" },
    });
    expect(await sheet()).toMatchObject({ version: 1, weightedSum: 8000 });
  });

  it("the database's clock decides, also for a save that was let in a moment before", async () => {
    const stale = await sheet();
    await moveStage(world.edition.id, "penilaian", [-10, -0.001]);
    const { finishReview, saveDraft } = await import("@/modules/review/repository/sheet");
    const handIn = { version: 0, marks, remarks: {}, weightedSum: 8000 };
    expect(await finishReview(stale, handIn)).toMatchObject({ ok: false, refusal: { key: "review.refused.stageClosed" } });
    expect(await saveDraft(stale, { ...handIn, cleared: [], skip: false })).toMatchObject({ ok: false, refusal: { key: "review.refused.stageClosed" } });
    expect(await db.standing.count({ where: { stageId: world.stage.id } })).toBe(0);
  });

  it("a sheet that came before the close counts, however long it waited for another judge's", async () => {
    const other = await assign(world.stage, world.submissions[0]!.id, world.judges[1]!);
    askAs(world.judges[1]!.sessionId);
    expect(await save({ assignmentId: other, version: 0, marks, finish: true })).toMatchObject({ status: 200 });
    askAs(world.judges[0]!.sessionId);

    await moveStage(world.edition.id, "penilaian", [-10, 4 / (24 * 60 * 60)]);
    const { closesAt } = await db.stage.findFirstOrThrow({ where: { id: world.stage.id } });
    let answer: ReturnType<typeof save> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Standing" where "stageId" = ${world.stage.id}::uuid for update`;
      answer = save({ version: 0, marks, finish: true });
      await untilWaiting();
      while ((await databaseNow()) <= closesAt) await pause(50);
    }, { timeout: 20_000 });
    expect(await answer).toMatchObject({ status: 200 });
    const { finishedAt, savedAt } = await db.review.findFirstOrThrow({ where: { assignmentId } });
    expect([finishedAt! <= closesAt, savedAt <= closesAt]).toEqual([true, true]);
  });

  it("before the stage opens nothing is taken either", async () => {
    await moveStage(world.edition.id, "penilaian", [1, 10]);
    expect(await save({ version: 0, marks, finish: true })).toMatchObject({ status: 403, body: { error: "review.refused.stageNotOpen" } });
  });

  it("a frozen ranking ends scoring, though the stage is open", async () => {
    const stale = await sheet();
    const { organizerId, id: editionId } = world.edition;
    await db.rankingSnapshot.create({ data: { organizerId, editionId, resultKey: "top-45", body: "{}", sha256: "0", frozenById: world.secretary.userId } });
    expect(await save({ version: 0, marks, finish: true })).toMatchObject({ status: 403, body: { error: "review.refused.frozen" } });
    const { finishReview } = await import("@/modules/review/repository/sheet");
    expect(await finishReview(stale, { version: 0, marks, remarks: {}, weightedSum: 8000 })).toMatchObject({ refusal: { key: "review.refused.frozen" } });
    const { subject } = await loadScoringRoom({ assignmentId });
    expect(subject.scoring).toMatchObject({ allowed: false, because: { key: "review.refused.frozen" } });
  });
});

describe("somebody else's sheet", () => {
  it("is not there for another judge, another role, or nobody", async () => {
    for (const stranger of [world.judges[1]!, world.panelist, world.secretary, world.owner]) {
      askAs(stranger.sessionId);
      expect((await save({ version: 0, marks })).status).toBe(404);
      await expect(loadScoringRoom({ assignmentId })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    }
    askAs(null);
    expect((await save({ version: 0, marks })).status).toBe(401);
    const toSignIn = { digest: expect.stringMatching(/^NEXT_REDIRECT;[a-z]+;\/masuk/) as string };
    await expect(loadScoringRoom({ assignmentId })).rejects.toMatchObject(toSignIn);
    await expect(loadScoringRoom({ assignmentId: "bukan-id" })).rejects.toMatchObject(toSignIn);
  });

  it("an address that is no id is simply not there", async () => {
    await expect(loadScoringRoom({ assignmentId: "bukan-id" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

const keys = () => world.stage.rubric.criteria.map(({ key }) => key);
const save = (body: object) => ask(saveMarks, { assignmentId, ...body });

async function sheet() {
  const found = await findSheet(assignmentId, world.judges[0]!.userId);
  if (!found) throw new Error("The judge's own sheet is there.");
  return found;
}

type Typed = { intent: string; version?: string; marks?: Record<string, string>; remarks?: Record<string, string>; sure?: Record<string, string>; overwrite?: string };

/** Sends the form as a browser does: every box, filled or not. */
function pressSheet({ intent, version = "0", marks: typed, remarks = {}, sure = {}, overwrite }: Typed) {
  const given = typed ?? Object.fromEntries(Object.entries(marks).map(([key, mark]) => [key, String(mark)]));
  const boxes = keys().flatMap((key) => [[`marks.${key}`, given[key] ?? ""], [`remarks.${key}`, remarks[key] ?? ""]]);
  return press(submitSheet, { assignmentId, version, intent, remark: "", ...Object.fromEntries(boxes), ...sure, ...(overwrite ? { overwrite } : {}) });
}
