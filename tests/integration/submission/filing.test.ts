import { createHash, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths, withQuery } from "@/lib/paths";
import { askedAnchor } from "@/modules/audit/domain/anchors";
import { fileSubmissions } from "@/modules/submission/actions/filing";
import { isCode } from "@/modules/submission/domain/codes";
import { filingAnswerOf, receiptByNumber } from "@/modules/submission/queries/receipts";
import { filingWorld, type FilingWorld, proposal } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterEach(async () => {
  await db.submission.updateMany({ data: { status: "WITHDRAWN" } });
});

const file = (codes: string[], key: string = randomUUID()) =>
  press(fileSubmissions, { edition: "kipp-2021", key, "codes[]": codes });

const statusOf = async (code: string) => (await db.submission.findUniqueOrThrow({ where: { code } })).status;
const movesOf = (submissionId: string) => db.statusMove.findMany({ where: { submissionId, to: "SUBMITTED" } });
const outcomesOf = async (userId: string, key: string) =>
  (await filingAnswerOf(userId, key))?.items.map(({ code, outcome, obstacle }) => ({ code, outcome, obstacle }));
const filedEvents = () => db.auditEvent.findMany({ where: { action: "submission.file" }, orderBy: { seq: "asc" } });

describe("an agency files a batch", () => {
  test("two endorsed proposals become submitted under one receipt, with hashes, moves, one audit event and letters", async () => {
    const [first, second] = [await proposal(world), await proposal(world)];
    const eventsBefore = (await filedEvents()).length;
    askAs(world.admin.sessionId);
    const key = randomUUID();

    const answer = await file([first.code, second.code], key);

    const receipt = await db.receipt.findFirstOrThrow({ where: { agencyId: world.own.id }, include: { items: true } });
    expect(answer).toEqual({ status: "redirected", to: withQuery(paths.receipt(receipt.number), { hasil: key }) });
    expect(isCode(receipt.number)).toBe(true);
    expect(receipt.filedById).toBe(world.admin.userId);

    for (const { code, id } of [first, second]) {
      const after = await db.submission.findUniqueOrThrow({ where: { code } });
      expect([after.status, after.version, after.submittedAt]).toEqual(["SUBMITTED", 2, receipt.filedAt]);
      expect((await movesOf(id)).map(({ movedById, movedAt }) => [movedById, movedAt])).toEqual([[world.admin.userId, receipt.filedAt]]);
    }
    const { innovation } = await db.submission.findUniqueOrThrow({ where: { code: first.code }, include: { innovation: true } });
    const hash = createHash("sha256").update(canonicalize({
      code: first.code, title: first.title, group: "umum", category: "kesehatan", unit: "73.72/dinas-kesehatan",
      answers: { ringkasan: "Kata demi kata." }, statements: {},
      format: 3, sourceAgency: "", sourceYear: null, related: [], confirmations: {}, innovation: innovation.code, since: "2015-01-01", claimedResult: "", source: "",
      video: "https://video.example/inovasi",
    })!).digest("hex");
    expect(receipt.items.find(({ submissionId }) => submissionId === first.id)?.sha256).toBe(hash);

    const events = (await filedEvents()).slice(eventsBefore);
    expect(events).toHaveLength(1);
    expect(events[0]?.body).toContain(receipt.number);
    expect(events[0]?.body).toContain(hash);

    const letters = await db.outboxMessage.findMany({ where: { body: { contains: receipt.number } } });
    expect(letters.map(({ recipient }) => recipient).sort())
      .toEqual([world.admin.email, world.innovator.email, world.innovator.email].sort());
  });

  test("a receipt and its letters carry the head that the audit chain had when it was written", async () => {
    const [before, next] = [await proposal(world), await proposal(world)];
    askAs(world.admin.sessionId);
    await file([before.code]);
    const [head] = await db.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 1, select: { seq: true, hash: true } });
    await file([next.code]);

    const { number } = (await db.receiptItem.findFirstOrThrow({ where: { submissionId: next.id }, include: { receipt: true } })).receipt;
    const line = `${head?.seq}:${head?.hash}`;
    expect((await receiptByNumber(number))?.auditHead).toBe(line);
    expect(askedAnchor(line)?.seq).toBe(head?.seq);
    const letters = await db.outboxMessage.findMany({ where: { body: { contains: number } } });
    expect(letters.map(({ body }) => body.includes(line))).toEqual([true, true]);
  });

  test("fifty identical calls at once give one receipt, one audit event and one move, and the same answer to all", async () => {
    const { code, id } = await proposal(world);
    const [receiptsBefore, eventsBefore] = [await db.receipt.count(), (await filedEvents()).length];
    askAs(world.admin.sessionId);
    const key = randomUUID();

    const answers = await Promise.all(Array.from({ length: 50 }, () => file([code], key)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe("redirected");
    expect(await db.receipt.count()).toBe(receiptsBefore + 1);
    expect((await filedEvents()).length).toBe(eventsBefore + 1);
    expect(await movesOf(id)).toHaveLength(1);
    expect(await db.idempotencyKey.count({ where: { key } })).toBe(1);
  });

  test("two tabs with two keys give one receipt, and the later one is told under which number it had been filed", async () => {
    const { code, id } = await proposal(world);
    const before = await db.receipt.count();
    askAs(world.admin.sessionId);
    const keys = [randomUUID(), randomUUID()];

    const answers = await Promise.all(keys.map((key) => file([code], key)));

    expect(await db.receipt.count()).toBe(before + 1);
    expect(await movesOf(id)).toHaveLength(1);
    const stored = await Promise.all(keys.map((key) => filingAnswerOf(world.admin.userId, key)));
    const [winner, loser] = stored[0]?.receiptNumber ? [stored[0], stored[1]] : [stored[1], stored[0]];
    expect(winner?.items[0]?.outcome).toBe("FILED");
    expect(loser).toEqual({ receiptNumber: null, items: [expect.objectContaining({ code, outcome: "ALREADY_FILED", receiptNumber: winner?.receiptNumber })] });
    const led = answers.map((answer) => (answer.status === "redirected" ? answer.to.split("?")[0] : answer.status)).sort();
    expect(led).toEqual([paths.fileSubmissions(), paths.receipt(winner!.receiptNumber!)].sort());
  });

  test("the same key with another selection is refused and files nothing", async () => {
    const [first, second] = [await proposal(world), await proposal(world)];
    askAs(world.admin.sessionId);
    const key = randomUUID();
    await file([first.code], key);

    expect(await file([second.code], key)).toMatchObject({ status: "refused", key: "filing.refused.otherRequest" });
    expect(await statusOf(second.code)).toBe("ENDORSED");
  });

  test("beyond the quota of a group the rest stays endorsed with the reason, and the other group is filed", async () => {
    const general = [];
    for (let n = 0; n < 12; n += 1) general.push((await proposal(world)).code);
    const replication = await proposal(world, { groupKey: "replikasi" });
    askAs(world.admin.sessionId);
    const key = randomUUID();

    await file([...general, replication.code], key);

    const outcomes = await outcomesOf(world.admin.userId, key);
    expect(outcomes?.slice(0, 10).every(({ outcome }) => outcome === "FILED")).toBe(true);
    expect(outcomes?.slice(10, 12)).toEqual(general.slice(10).map((code) => ({ code, outcome: "REFUSED", obstacle: "OVER_QUOTA" })));
    expect(outcomes?.[12]).toEqual({ code: replication.code, outcome: "FILED", obstacle: null });
    expect(await Promise.all(general.slice(10).map(statusOf))).toEqual(["ENDORSED", "ENDORSED"]);
  });

  test("two batches at once never exceed the quota together", async () => {
    const codes = [];
    for (let n = 0; n < 14; n += 1) codes.push((await proposal(world)).code);
    askAs(world.admin.sessionId);

    await Promise.all([file(codes.slice(0, 7)), file(codes.slice(7))]);

    const states = await Promise.all(codes.map(statusOf));
    expect(states.filter((status) => status === "SUBMITTED")).toHaveLength(10);
    expect(states.filter((status) => status === "ENDORSED")).toHaveLength(4);
  });

  test("a proposal that is not endorsed stays, and the others of the batch are filed", async () => {
    const [endorsed, inReview] = [await proposal(world), await proposal(world, { status: "AGENCY_REVIEW" })];
    askAs(world.admin.sessionId);
    const key = randomUUID();

    await file([inReview.code, endorsed.code, "INV-2021-NOSUCH"], key);

    expect(await outcomesOf(world.admin.userId, key)).toEqual([
      { code: inReview.code, outcome: "REFUSED", obstacle: "NOT_ENDORSED" },
      { code: endorsed.code, outcome: "FILED", obstacle: null },
      { code: "INV-2021-NOSUCH", outcome: "REFUSED", obstacle: "NOT_FOUND" },
    ]);
  });

  test("nothing is chosen, an unknown field or an unreadable code: the form is refused in words and nothing is filed", async () => {
    const { code } = await proposal(world);
    askAs(world.admin.sessionId);
    const before = await db.receipt.count();
    const sent = { edition: "kipp-2021", key: randomUUID() };

    expect((await press(fileSubmissions, sent)).status).toBe("invalid");
    expect((await press(fileSubmissions, { ...sent, "codes[]": [code], status: "SUBMITTED" })).status).toBe("invalid");
    expect((await press(fileSubmissions, { ...sent, "codes[]": [`${code}\u0000`] })).status).toBe("invalid");
    expect((await press(fileSubmissions, { ...sent, key: "1", "codes[]": [code] })).status).toBe("invalid");
    expect(await db.receipt.count()).toBe(before);
  });
});

describe("who may not file", () => {
  test.each(["stranger", "innovator"] as const)("for a %s the proposals do not exist", async (who) => {
    const { code } = await proposal(world);
    askAs(world[who].sessionId);

    expect(await file([code])).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    expect(await statusOf(code)).toBe("ENDORSED");
  });

  test("a batch that mixes two agencies is not found for the admin of either", async () => {
    const own = await proposal(world);
    const foreign = await proposal({ ...world, own: world.other });
    for (const who of [world.admin, world.stranger]) {
      askAs(who.sessionId);
      expect(await file([own.code, foreign.code])).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    }
    expect([await statusOf(own.code), await statusOf(foreign.code)]).toEqual(["ENDORSED", "ENDORSED"]);
  });

  test("nobody signed in is asked to sign in and files nothing", async () => {
    const { code } = await proposal(world);
    askAs(null);
    expect(await file([code])).toMatchObject({ status: "refused", key: "common.errors.signedOut" });
    expect(await statusOf(code)).toBe("ENDORSED");
  });

  test("of a colleague's key the answer is not shown", async () => {
    const { code } = await proposal(world);
    askAs(world.admin.sessionId);
    const key = randomUUID();
    await file([code], key);
    expect(await filingAnswerOf(world.admin.userId, key)).not.toBeNull();
    expect(await filingAnswerOf(world.colleague.userId, key)).toBeNull();
  });
});
