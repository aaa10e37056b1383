import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseNow, db, type Transaction } from "@/lib/db";
import { saveSection } from "@/modules/submission/actions/writing";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { autosave } from "@/modules/submission/endpoints";
import { ask } from "../../support/ask";
import { closeRegistrationIn } from "../../support/filing-world";
import { press } from "../../support/press";
import { countQueries } from "../../support/query-count";
import { pause, untilWaiting } from "../../support/waiting";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

const DAY = 24 * 60 * 60 * 1000;
const SECTION = "ringkasan";
let world: WritingWorld;
let code: string;
let submissionId: string;

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  ({ code, id: submissionId } = await draft(world));
});

const save = (body: string, version: number, section = SECTION) => ask(autosave, { writerId: world.rina.userId, code, section, body, version });
const send = (body: string, version: number) => press(saveSection, { writerId: world.rina.userId, code, section: SECTION, body, version: String(version), finished: "yes" });
const stored = () => db.answer.findFirstOrThrow({ where: { submissionId, sectionKey: SECTION } });
const history = () => db.answerVersion.findMany({ where: { submissionId }, orderBy: { version: "asc" } });

type Answer = Awaited<ReturnType<typeof save>>;

/** Sends a save that comes upon the locks of another transaction, which ends only when the save waits for it. */
async function meanwhile(
  work: (tx: Transaction) => Promise<unknown>, request: () => Promise<Answer>, end: () => Promise<void> = async () => undefined,
): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  await db.$transaction(async (tx) => {
    await work(tx);
    answer = request();
    await untilWaiting();
    await end();
  }, { timeout: 20_000 }).catch((error: Error) => expect(error.message).toBe(ROLLED_BACK));
  return answer!;
}

const ROLLED_BACK = "rolled back on purpose";

describe("what a save costs", () => {
  test.each([
    ["the next text of a section", () => save("Tulisan baru.", 1)],
    ["the first text of a section", () => save("Tujuan kami.", 0, "tujuan")],
    ["a text sent by the button", () => send("Tulisan baru.", 1)],
  ])("%s takes six statements, with the session, the beginning and the end of the transaction", async (_, work) => {
    await save("Sudah dibaca.", 0, "dampak"); // the rules of the edition are read once
    expect(await countQueries(work)).toBe(6);
  });

  test.each([
    ["a text that is stored already", () => save("Kata demi kata.", 1)],
    ["a text of another version", () => save("Terlambat.", 0)],
    ["a mark on a text that is stored already", () => send("Kata demi kata.", 1)],
  ])("%s takes no more than eight", async (_, work) => {
    await save("Sudah dibaca.", 0, "dampak");
    expect(await countQueries(work)).toBeLessThanOrEqual(8);
  });
});

describe("a save that had to wait", () => {
  const setStatus = (status: SubmissionStatus) => (tx: Transaction) => tx.submission.updateMany({ where: { code }, data: { status } });
  const colleagueSaves = async (tx: Transaction) => {
    const key = { organizerId: world.edition.organizerId, submissionId, sectionKey: SECTION };
    const text = { version: 2, body: "Tulisan Budi.", savedById: world.budi.userId };
    await tx.answer.update({ where: { organizerId_submissionId_sectionKey: key }, data: text });
    await tx.answerVersion.create({ data: { ...key, ...text } });
  };

  test("is stored when the database received it before the close, and says that time", async () => {
    const closesAt = await closeRegistrationIn(world.edition.id, 1_500);

    const answer = await meanwhile(setStatus("RETURNED"), () => save("Tepat waktu.", 1), async () => {
      while ((await databaseNow()) <= closesAt) await pause(50);
    });

    expect(answer.status).toBe(200);
    const { body, savedAt } = await stored();
    expect(body).toBe("Tepat waktu.");
    expect(savedAt <= closesAt).toBe(true);
  });

  test("is refused when the proposal has gone to the agency meanwhile, and nothing is written", async () => {
    const answer = await meanwhile(setStatus("AGENCY_REVIEW"), () => save("Masih sempat?", 1));

    expect(answer).toMatchObject({ status: 409, body: { error: "submission.refused.isWithAgency" } });
    expect(await stored()).toMatchObject({ version: 1, body: "Kata demi kata." });
    expect(await history()).toEqual([]);
  });

  test("is refused when the close was moved before it meanwhile", async () => {
    const past = new Date(Date.now() - DAY);
    const answer = await meanwhile(
      (tx) => tx.stage.updateMany({ where: { editionId: world.edition.id, kind: "REGISTRATION" }, data: { closesAt: past } }),
      () => save("Masih sempat?", 1),
    );

    expect(answer).toMatchObject({ status: 409, body: { error: "submission.refused.registrationClosed" } });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test("is shown what a colleague stored meanwhile, and nothing is written", async () => {
    const answer = await meanwhile(colleagueSaves, () => save("Tulisan Rina.", 1));

    expect(answer).toMatchObject({
      status: 409,
      body: { error: "submission.refused.savedMeanwhile", details: { other: { body: "Tulisan Budi.", version: 2, savedBy: "Budi" } } },
    });
    expect((await history()).map(({ body }) => body)).toEqual(["Tulisan Budi."]);
  });

  test("is stored when what a colleague was storing was given up", async () => {
    const answer = await meanwhile(colleagueSaves, () => save("Tulisan Rina.", 1), () => Promise.reject(new Error(ROLLED_BACK)));

    expect(answer).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await history()).map(({ body }) => body)).toEqual(["Tulisan Rina."]);
  });

  test("from a version that nobody could know yet is shown that text, and the history loses nothing", async () => {
    await save("Rina satu.", 1);
    const answer = await meanwhile(
      async (tx) => {
        const where = { submissionId, sectionKey: SECTION };
        await tx.answer.updateMany({ where, data: { version: 3, body: "Rina dua." } });
        await tx.answerVersion.updateMany({ where, data: { version: 3, body: "Rina dua." } });
      },
      () => save("Rina tiga.", 3),
    );

    expect(answer).toMatchObject({ status: 409, body: { details: { other: { body: "Rina dua.", version: 3, isOwn: true } } } });
    expect((await history()).map(({ version, body }) => [version, body])).toEqual([[3, "Rina dua."]]);
  });

  test("does not wait for a colleague who saves another section", async () => {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select id from "Submission" where code = ${code} for share`;
      expect((await save("Tulisan Rina.", 1)).status).toBe(200);
    });
  });
});
