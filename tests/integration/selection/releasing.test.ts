import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { releaseSelection } from "@/modules/selection/actions";
import { loadOutcomeFor, loadSelection, loadSelectionQueue, loadSelectionRecap } from "@/modules/selection/loaders";
import { outcomeFor, selectionReleased } from "@/modules/selection/queries/released";
import { release } from "@/modules/selection/repository/releasing";
import { takeNext } from "@/modules/selection/repository/holding";
import { countPublicChanges } from "#tests/support/public-changes";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { filedProposal, moveSelectionStage, selectionPerson, selectionWorld, type SelectionPerson, type SelectionWorld } from "../../support/selection-world";

let world: SelectionWorld;
let passed: Awaited<ReturnType<typeof filedProposal>>;
let failed: Awaited<ReturnType<typeof filedProposal>>;

beforeEach(async () => {
  // The agencies are the same in each test: who administers them is not.
  await db.membership.updateMany({ data: { endedAt: new Date() } });
  await db.outboxMessage.deleteMany();
  world = await selectionWorld();
  passed = await decided("PASS");
  failed = await decided("FAIL");
});

async function decided(outcome: "PASS" | "FAIL", agency = world.own) {
  const submission = await filedProposal(world, { agency });
  const isFail = outcome === "FAIL";
  await db.selectionDecision.create({
    data: {
      organizerId: world.edition.organizerId, editionId: world.edition.id, submissionId: submission.id, takenById: world.first.userId, outcome,
      decidedAt: new Date(), ...(isFail ? { reasonKeys: ["terlalu-muda"] } : {}), note: isFail ? "Baru berjalan." : "",
      secondById: isFail ? world.second.userId : null, secondAt: isFail ? new Date() : null,
    },
  });
  return submission;
}

const releaseAs = ({ sessionId }: SelectionPerson, editionCode = world.edition.code) => {
  askAs(sessionId);
  return press(releaseSelection, { editionCode });
};
const letters = () => db.outboxMessage.findMany({ orderBy: { recipient: "asc" } });
const outcomeSeenBy = async ({ sessionId }: SelectionPerson, code: string) => {
  askAs(sessionId);
  return (await loadOutcomeFor({ code })).subject.outcome;
};

describe("before the release", () => {
  test("no read that others use tells anything, although everything is decided", async () => {
    expect(await selectionReleased(world.edition.id)).toBe(false);
    expect((await outcomeFor([passed.id, failed.id])).size).toBe(0);
    expect(await outcomeSeenBy(world.innovator, failed.code)).toBeNull();
    expect(await outcomeSeenBy(world.admin, failed.code)).toBeNull();
  });

  test("the selectors' pages answer nobody but the edition's selectors and its secretariat", async () => {
    const elsewhere = await selectionWorld();
    const judge = await selectionPerson([{ role: "EVALUATOR", editionId: world.edition.id }]);
    const partial = await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }, { role: "AGENCY_ADMIN", agencyId: world.own.id }]);
    for (const person of [world.innovator, world.admin, judge, elsewhere.first, elsewhere.secretary, partial]) {
      askAs(person.sessionId);
      await expect(loadSelection({ code: passed.code })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    }
    for (const person of [world.innovator, world.admin, judge]) {
      askAs(person.sessionId);
      await expect(loadSelectionQueue({})).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
      await expect(loadSelectionRecap({})).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    }
    askAs(world.first.sessionId);
    expect((await loadSelection({ code: passed.code })).subject.outcome).toBe("PASS");
  });

  test("a selector with an own agency finds its proposals in no list", async () => {
    const foreign = await decided("PASS", world.other);
    const partial = await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }, { role: "AGENCY_ADMIN", agencyId: world.own.id }]);
    askAs(partial.sessionId);
    const { queue } = (await loadSelectionQueue({ status: "selesai" })).subject;
    expect(queue.rows.map(({ code }) => code)).toEqual([foreign.code]);
    expect(queue).toMatchObject({ hidden: 2, counts: { DONE: 1 } });
  });
});

describe("the queue", () => {
  test("tells the outcome of what is decided, fails before passes, so that nobody is released unread", async () => {
    const passed = await decided("PASS");
    const failed = await decided("FAIL");
    askAs(world.secretary.sessionId);
    const { queue } = (await loadSelectionQueue({ status: "selesai" })).subject;
    const shown = queue.rows.filter(({ code }) => [passed.code, failed.code].includes(code)).map(({ code, outcome }) => [code, outcome]);
    expect(shown).toEqual([[failed.code, "FAIL"], [passed.code, "PASS"]]);
  });

  test("counts every filed proposal once, and shows those the machine points at", async () => {
    await filedProposal(world, { title: "Antar Obat" });
    const twin = await filedProposal(world, { title: "ANTAR OBAT", agency: world.other });
    const young = await filedProposal(world);
    await db.submission.updateMany({ where: { id: young.id }, data: { implementedSince: new Date() } });
    await takeNext({ editionId: world.edition.id, userId: world.second.userId, ownAgencies: [] });

    askAs(world.first.sessionId);
    const { counts } = (await loadSelectionQueue({})).subject.queue;
    expect(counts).toEqual({ FREE: 2, MINE: 0, HELD: 1, AWAITING_SECOND: 0, DONE: 2 });
    const flagged = async (tanda: string) => (await loadSelectionQueue({ tanda })).subject.queue.rows.map(({ code }) => code);
    expect(await flagged("DUPLICATE_TITLE")).toEqual([twin.code]);
    expect(await flagged("AGE")).toEqual([young.code]);
    expect(await flagged("STATEMENTS")).toEqual([twin.code, young.code]);
    expect(await flagged("COMPLETENESS")).toEqual([]);
  });
});

describe("releasing", () => {
  test("is refused while a proposal is undecided or a fail waits, and leaves nothing behind", async () => {
    const told = countPublicChanges();
    const open = await filedProposal(world);
    expect(await releaseAs(world.secretary)).toMatchObject({ status: "refused", key: "selection.release.problem.UNDECIDED" });
    await db.submission.updateMany({ where: { id: open.id }, data: { status: "WITHDRAWN" } });
    await db.selectionDecision.updateMany({ where: { submissionId: failed.id }, data: { secondById: null } });
    expect(await releaseAs(world.secretary)).toMatchObject({ status: "refused", key: "selection.release.problem.AWAITING_SECOND" });
    expect(await selectionReleased(world.edition.id)).toBe(false);
    expect(await letters()).toEqual([]);
    expect(told()).toBe(0);
  });

  test("is refused while registration is open, with a wrong code, and to everybody but the secretariat", async () => {
    await moveSelectionStage(world.edition.id, "REGISTRATION", [-5, 1]);
    expect(await releaseAs(world.secretary)).toMatchObject({ status: "refused", key: "selection.release.problem.REGISTRATION_OPEN" });
    await moveSelectionStage(world.edition.id, "REGISTRATION", [-5, -1]);
    expect(await releaseAs(world.secretary, "KIPP-1999")).toMatchObject({ status: "refused", key: "selection.release.wrongCode" });
    expect(await releaseAs(world.first)).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    expect(await releaseAs(world.admin)).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    expect(await selectionReleased(world.edition.id)).toBe(false);
  });

  test("is possible after the stage has closed, counts what was decided, and tells owners and agency admins", async () => {
    await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-5, -1]);
    const told = countPublicChanges();
    expect(await releaseAs(world.secretary)).toEqual({ status: "redirected", to: "/verifikasi/rekap" });
    expect(told()).toBe(1);
    expect(await db.selectionRelease.findFirst({ where: { editionId: world.edition.id } })).toMatchObject({ passed: 1, failed: 1 });

    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual([world.admin.email, world.innovator.email, world.innovator.email].sort());
    const aboutFail = sent.find(({ recipient, body }) => recipient === world.innovator.email && body.includes(failed.code));
    expect(aboutFail?.body).toContain("Umur inovasi belum mencapai");
    expect(aboutFail?.body).toContain("Baru berjalan.");
    expect(sent.find(({ recipient }) => recipient === world.admin.email)?.body).toContain(`Lolos: ${passed.code}`);
    expect(await db.auditEvent.count({ where: { action: "selection.release", editionId: world.edition.id } })).toBe(1);
  });

  test("happens once, however often and from wherever it is asked", async () => {
    const asked = Array.from({ length: 4 }, () => release({ editionId: world.edition.id, actorId: world.secretary.userId }));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect(await releaseAs(world.secretary)).toMatchObject({ status: "redirected" });
    expect(await db.selectionRelease.count({ where: { editionId: world.edition.id } })).toBe(1);
    expect((await letters()).length).toBe(3);
  });

  test("shows the outcome to the unit and the filing agency alone, and ends selecting", async () => {
    await releaseAs(world.secretary);
    expect(await outcomeSeenBy(world.innovator, passed.code)).toMatchObject({ passed: true, reasons: [] });
    expect(await outcomeSeenBy(world.admin, failed.code)).toMatchObject({ passed: false, note: "Baru berjalan." });
    askAs(world.otherAdmin.sessionId);
    await expect(loadOutcomeFor({ code: failed.code })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(await takeNext({ editionId: world.edition.id, userId: world.first.userId, ownAgencies: [] })).toMatchObject({
      ok: false, refusal: { key: "selection.refused.released" },
    });
  });

  test("a recap adds up: filed is passed, failed and open together, by kind as in all", async () => {
    await decided("PASS", world.other);
    await filedProposal(world, { agency: world.other });
    askAs(world.secretary.sessionId);
    const { total, byKind, byReason } = (await loadSelectionRecap({})).subject.recap;
    expect(total).toEqual({ filed: 4, passed: 2, failed: 1, awaitingSecond: 0, undecided: 1 });
    expect(byKind.map(({ kind, counts }) => [kind, counts.filed])).toEqual([["REGENCY", 2], ["CITY", 2]]);
    expect(byReason.find(({ key }) => key === "terlalu-muda")?.count).toBe(1);
  });
});
