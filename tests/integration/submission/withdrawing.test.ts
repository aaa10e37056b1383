import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { formatDeadline } from "@/lib/format";
import { paths } from "@/lib/paths";
import { answerWithdrawal, askWithdrawal, withdraw } from "@/modules/submission/actions/withdrawing";
import { CURRENT_FORMAT } from "@/modules/submission/domain/filed-content";
import { fileSubmissions } from "@/modules/submission/actions/filing";
import { loadAgencyDesk, loadAgencyReading, loadAgencyReceipt, loadAgencyReceipts } from "@/modules/submission/loaders/filing";
import { loadFiledList } from "@/modules/submission/loaders/organising";
import { loadReceipt } from "@/modules/submission/loaders/writing";
import { closeRegistrationIn } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";
import { randomUUID } from "node:crypto";

const reason = "Layanan ini dihentikan.";
let world: WritingWorld;
let code: string;

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(() => rinaADayBeforeTheClose(world));

/** Rina's, in the state asked for. */
async function own(status: "DRAFT" | "ENDORSED" = "DRAFT") {
  ({ code } = await draft(world, status));
  await db.submission.update({ where: { code }, data: { ownerId: world.rina.userId } });
}
const current = () => db.submission.findUniqueOrThrow({ where: { code } });
const moves = async () => db.statusMove.findMany({ where: { submission: { code } }, select: { from: true, to: true, reason: true }, orderBy: [{ movedAt: "asc" }, { id: "asc" }] });
const versionNow = async () => String((await current()).version);
const takeOut = async (change: Record<string, string> = {}) => press(withdraw, { code, version: await versionNow(), reason, understood: "yes", ...change });
const ask = async (change: Record<string, string> = {}) => press(askWithdrawal, { code, version: await versionNow(), reason, ...change });
const request = async () => (await db.withdrawalRequest.findFirstOrThrow({ where: { submission: { code } }, orderBy: { askedAt: "desc" } })).id;
const answer = async (given: string, because = "") => press(answerWithdrawal, { code, version: await versionNow(), request: await request(), answer: given, reason: because });
const letters = (subject: string) => db.outboxMessage.findMany({ where: { subject: { startsWith: `${code}: ${subject}` } }, select: { recipient: true, body: true } });

/** Filed with another one, which stays; gives the number of the receipt. */
async function filed(): Promise<string> {
  await own("ENDORSED");
  const other = await draft(world, "ENDORSED");
  askAs(world.admin.sessionId);
  const state = await press(fileSubmissions, { edition: "kipp-2021", key: randomUUID(), "codes[]": [code, other.code] });
  askAs(world.rina.sessionId);
  return (state as { to: string }).to.split("?")[0]!.split("/").at(-1)!;
}

describe("before it is filed", () => {
  beforeEach(() => own());

  test("its owner takes it out alone, with the reason in its history, once, and nothing leads back", async () => {
    expect(await takeOut()).toEqual({ status: "redirected", to: paths.receiptOf(code) });
    expect(await takeOut()).toEqual({ status: "redirected", to: paths.receiptOf(code) });
    expect(await moves()).toEqual([{ from: "DRAFT", to: "WITHDRAWN", reason }]);
  });

  test("a colleague of the unit cannot end it, unless its owner is no longer there", async () => {
    askAs(world.budi.sessionId);
    expect(await takeOut()).toMatchObject({ status: "refused", key: "submission.refused.notOwner" });
    expect((await current()).status).toBe("DRAFT");
    await db.membership.updateMany({ where: { userId: world.rina.userId }, data: { endedAt: new Date() } });
    expect(await takeOut()).toMatchObject({ status: "redirected" });
    await db.membership.updateMany({ where: { userId: world.rina.userId }, data: { endedAt: null } });
  });

  test("not without a reason, not before it is understood that it is for good, not after the close", async () => {
    expect(await takeOut({ reason: "  " })).toMatchObject({ status: "invalid", errors: [{ field: "reason", text: "Tulis alasan pembatalan." }] });
    expect(await press(withdraw, { code, version: "1", reason })).toMatchObject({ status: "invalid", errors: [{ field: "understood" }], typed: { reason } });
    await closeRegistrationIn(world.edition.id, -1_000);
    expect(await takeOut()).toMatchObject({ status: "refused", key: "submission.refused.registrationClosed" });
  });
});

describe("once it is filed", () => {
  test("its owner asks and the agency agrees: only then it has left, and the receipt marks it with its hash as it was", async () => {
    const number = await filed();
    expect(await takeOut()).toMatchObject({ status: "refused", key: "submission.refused.askAgency" });
    expect(await ask()).toEqual({ status: "redirected", to: paths.withdrawal(code) });
    expect(await ask()).toEqual({ status: "redirected", to: paths.withdrawal(code) });
    expect((await current()).status).toBe("SUBMITTED");
    expect(await db.withdrawalRequest.count({ where: { submission: { code } } })).toBe(1);
    const asked = await letters("permintaan pembatalan menunggu");
    expect(asked.length).toBe(2);
    const { registration } = (await loadReceipt({ code })).subject;
    const deadline = formatDeadline(registration!.closesAt, { locale: "id", zone: (await db.edition.findFirstOrThrow({ where: { submissions: { some: { code } } }, select: { zone: true } })).zone });
    for (const { body } of asked) expect(body).toContain(`Jawab paling lambat ${deadline}, saat pendaftaran ditutup.`);

    askAs(world.admin.sessionId);
    expect((await loadAgencyDesk({ query: {} })).subject.withdrawals).toMatchObject([{ code, askedBy: "Rina" }]);
    expect((await loadAgencyReading({ code, query: {} })).subject.withdrawal).toMatchObject({ side: "OWNER", reason, answer: null });
    const before = (await loadAgencyReceipt({ number, query: {} })).subject;
    expect(before.items.map(({ format }) => format), "what its fingerprints cover is said by this").toEqual([CURRENT_FORMAT, CURRENT_FORMAT]);
    expect(await answer("AGREED")).toEqual({ status: "redirected", to: paths.agencySubmission(code) });
    expect((await moves()).at(-1)).toEqual({ from: "SUBMITTED", to: "WITHDRAWN", reason });

    const { edition } = await db.submission.findUniqueOrThrow({ where: { code }, select: { edition: { select: { id: true, slug: true } } } });
    const secretary = await db.user.create({ data: { email: `${randomUUID()}@contoh.test`, name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId: edition.id } } } });
    askAs(await openSession(secretary.id));
    const { left, counts } = (await loadFiledList({ slug: edition.slug, query: { tampil: "dibatalkan" } })).subject;
    expect(left?.rows.find((row) => row.code === code)).toMatchObject({ reason });
    expect(counts.left).toBe(left?.rows.length);
    askAs(world.admin.sessionId);
    const { items, count, withdrawn } = (await loadAgencyReceipt({ number, query: {} })).subject;
    expect({ count, withdrawn }).toEqual({ count: 2, withdrawn: 1 });
    expect(items.map((item) => item.withdrawnAt !== null)).toEqual(items.map((item) => item.code === code));
    expect(items.map(({ sha256 }) => sha256)).toEqual(before.items.map(({ sha256 }) => sha256));
    expect((await loadAgencyReceipts({})).subject.receipts.find((each) => each.number === number)).toMatchObject({ count: 2, withdrawn: 1 });
    expect((await loadAgencyDesk({ query: {} })).subject.withdrawals).toEqual([]);
    askAs(world.rina.sessionId);
    expect((await loadReceipt({ code })).subject).toMatchObject({ status: "WITHDRAWN", receipt: { number } });
    expect(await db.auditEvent.findMany({ where: { subjectId: (await current()).id, action: { contains: "ithdraw" } }, orderBy: { seq: "asc" }, select: { action: true } }))
      .toEqual([{ action: "submission.askWithdrawal" }, { action: "submission.withdraw" }]);
  });

  test("the agency asks and the owner answers; declining needs a reason and leaves it in", async () => {
    await filed();
    askAs(world.admin.sessionId);
    expect(await ask()).toEqual({ status: "redirected", to: paths.agencySubmission(code) });
    expect(await letters("permintaan pembatalan menunggu")).toMatchObject([{ recipient: "rina@contoh.test" }]);
    expect(await answer("AGREED")).toMatchObject({ status: "refused", key: "submission.refused.notYourAnswer" });
    askAs(world.budi.sessionId);
    expect(await answer("AGREED")).toMatchObject({ status: "refused", key: "submission.refused.notOwner" });
    askAs(world.rina.sessionId);
    expect(await ask()).toMatchObject({ status: "refused", key: "submission.refused.askedAlready" });
    expect(await answer("DECLINED")).toMatchObject({ status: "refused", key: "submission.withdraw.answerReason" });
    expect(await answer("DECLINED", "Layanannya masih berjalan.")).toMatchObject({ status: "redirected" });
    expect((await current()).status).toBe("SUBMITTED");
    expect(await answer("AGREED")).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect((await loadReceipt({ code })).subject.withdrawal).toMatchObject({ answer: "DECLINED", answerReason: "Layanannya masih berjalan." });
  });

  test("whoever asked may stop asking, and ask again", async () => {
    await filed();
    await ask();
    expect(await answer("TAKEN_BACK")).toMatchObject({ status: "redirected" });
    expect(await ask()).toMatchObject({ status: "redirected" });
    expect(await db.withdrawalRequest.count({ where: { submission: { code }, answer: null } })).toBe(1);
  });

  test("two answers at once: one counts", async () => {
    await filed();
    await ask();
    askAs(world.admin.sessionId);
    const states = await Promise.all([answer("AGREED"), answer("DECLINED", "Tidak.")]);
    expect(states.filter(({ status }) => status === "redirected")).toHaveLength(1);
  });

  test("an agency whose owner is gone withdraws alone, and nobody after the close", async () => {
    await filed();
    await db.membership.updateMany({ where: { userId: world.rina.userId }, data: { endedAt: new Date() } });
    askAs(world.admin.sessionId);
    expect(await ask()).toMatchObject({ status: "redirected" });
    expect((await current()).status).toBe("WITHDRAWN");
    await db.membership.updateMany({ where: { userId: world.rina.userId }, data: { endedAt: null } });

    await rinaADayBeforeTheClose(world);
    await filed();
    await ask();
    await closeRegistrationIn(world.edition.id, -1_000);
    askAs(world.admin.sessionId);
    expect(await answer("AGREED")).toMatchObject({ status: "refused", key: "submission.refused.registrationClosed" });
  });
});
