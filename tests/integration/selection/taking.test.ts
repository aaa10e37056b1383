import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { giveProposalBack, takeNextProposal, takeProposal } from "@/modules/selection/actions";
import type { SelectionSubject } from "@/modules/selection/policy";
import { findSelection } from "@/modules/selection/queries/reading";
import { saveChecks } from "@/modules/selection/repository/deciding";
import { take, takeNext } from "@/modules/selection/repository/holding";
import { lockHeld } from "@/modules/selection/repository/window";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import {
  filedProposal, moveSelectionStage, selectionPerson, selectionWorld, type SelectionPerson, type SelectionWorld,
} from "../../support/selection-world";
import { untilWaiting } from "../../support/waiting";

let world: SelectionWorld;
beforeEach(async () => { world = await selectionWorld(); });

const holderOf = async (submissionId: string) => (await db.selectionDecision.findFirst({ where: { submissionId } }))?.takenById;
const takeAs = async ({ sessionId }: SelectionPerson) => {
  askAs(sessionId);
  return press(takeNextProposal, {});
};

test("the next one is the oldest that nobody holds, and it leaves an event in the audit trail", async () => {
  const [oldest, next] = [await filedProposal(world), await filedProposal(world)];
  expect(await takeAs(world.first)).toEqual({ status: "redirected", to: `/verifikasi/${oldest.code}` });
  expect(await takeAs(world.second)).toEqual({ status: "redirected", to: `/verifikasi/${next.code}` });
  expect(await takeAs(world.second)).toMatchObject({ status: "refused", key: "selection.refused.nothingLeft" });
  expect(await db.auditEvent.count({ where: { action: "selection.take", editionId: world.edition.id } })).toBe(2);
});

test("twenty selectors who ask in the same moment get twenty different proposals", async () => {
  for (let count = 0; count < 20; count += 1) await filedProposal(world);
  const people = await Promise.all(Array.from({ length: 20 }, () => selectionPerson([{ role: "ADMIN_SELECTOR", editionId: world.edition.id }])));
  const taken = await Promise.all(people.map(({ userId }) => takeNext({ editionId: world.edition.id, userId, ownAgencies: [] })));

  const codes = taken.map((each) => (each.ok ? each.value.code : each.refusal.key));
  expect(new Set(codes).size).toBe(20);
  expect(codes.every((code) => code.startsWith("INV-"))).toBe(true);
  const held = await db.selectionDecision.findMany({ where: { editionId: world.edition.id } });
  expect(new Set(held.map(({ takenById }) => takenById)).size).toBe(20);
});

test("one selector who asks several times in the same moment gets as many different ones, and no more than there are", async () => {
  for (let count = 0; count < 3; count += 1) await filedProposal(world);
  const taken = await Promise.all(Array.from({ length: 5 }, () => takeNext({ editionId: world.edition.id, userId: world.first.userId, ownAgencies: [] })));
  const codes = taken.flatMap((each) => (each.ok ? [each.value.code] : []));
  expect(new Set(codes).size).toBe(3);
  expect(codes.length).toBe(3);
});

test("a proposal that its holder has not touched for a day is handed to another, and the other's answers do not stay", async () => {
  const { id: submissionId, organizerId, code } = await filedProposal(world);
  await takeAs(world.first);
  await db.selectionCheck.create({ data: { organizerId, submissionId, checkKey: "umur", verdict: "MET", checkedById: world.first.userId } });
  const long = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await db.selectionDecision.updateMany({ where: { submissionId }, data: { takenAt: long } });

  expect(await takeAs(world.second)).toMatchObject({ status: "refused", key: "selection.refused.nothingLeft" });
  await db.selectionCheck.updateMany({ where: { submissionId }, data: { checkedAt: long } });
  expect(await takeAs(world.first)).toMatchObject({ status: "refused" });
  expect(await takeAs(world.second)).toEqual({ status: "redirected", to: `/verifikasi/${code}` });
  expect(await holderOf(submissionId)).toBe(world.second.userId);
  expect(await db.selectionCheck.count({ where: { submissionId } })).toBe(0);
});

test("a proposal that was given back can be taken by name, and what one had answered oneself is still there", async () => {
  const { id: submissionId, organizerId, code } = await filedProposal(world);
  await takeAs(world.first);
  await db.selectionCheck.create({ data: { organizerId, submissionId, checkKey: "umur", verdict: "MET", checkedById: world.first.userId } });
  askAs(world.second.sessionId);
  expect(await press(takeProposal, { code })).toMatchObject({ status: "refused", key: "selection.refused.taken" });
  expect(await press(giveProposalBack, { code })).toMatchObject({ status: "refused", key: "selection.refused.notYours" });

  askAs(world.first.sessionId);
  expect(await press(giveProposalBack, { code })).toEqual({ status: "redirected", to: "/verifikasi" });
  expect(await press(takeProposal, { code })).toEqual({ status: "redirected", to: `/verifikasi/${code}` });
  expect(await db.selectionCheck.count({ where: { submissionId } })).toBe(1);
});

test("nobody is handed, and nobody can take, a proposal of the own agency", async () => {
  const { code } = await filedProposal(world);
  const foreign = await filedProposal(world, { agency: world.other });
  const partial = await selectionPerson([
    { role: "ADMIN_SELECTOR", editionId: world.edition.id }, { role: "INNOVATOR", agencyId: world.own.unitId },
  ]);
  askAs(partial.sessionId);
  expect(await press(takeProposal, { code })).toMatchObject({ status: "refused", key: "selection.refused.ownAgency" });
  expect(await takeAs(partial)).toEqual({ status: "redirected", to: `/verifikasi/${foreign.code}` });
  expect(await takeAs(partial)).toMatchObject({ status: "refused", key: "selection.refused.nothingLeft" });
});

test("after the stage has closed nothing is handed out, whatever the page still shows", async () => {
  const { code } = await filedProposal(world);
  await moveSelectionStage(world.edition.id, "ADMIN_SELECTION", [-5, -1]);
  expect(await takeAs(world.first)).toMatchObject({ status: "refused", key: "selection.refused.stageClosed" });
  askAs(world.first.sessionId);
  expect(await press(takeProposal, { code })).toMatchObject({ status: "refused", key: "selection.refused.stageClosed" });
  // The write asks again by itself: a policy that was asked a moment before the close decides nothing.
  expect(await takeNext({ editionId: world.edition.id, userId: world.first.userId, ownAgencies: [] })).toMatchObject({
    ok: false, refusal: { key: "selection.refused.stageClosed" },
  });
});

test("the secretariat and a selector of another edition take nothing", async () => {
  await filedProposal(world);
  expect(await takeAs(world.secretary)).toMatchObject({ status: "refused", key: "common.errors.notFound" });
  const elsewhere = await selectionWorld();
  expect(await takeAs(elsewhere.first)).toMatchObject({ status: "refused", key: "selection.refused.nothingLeft" });
});

describe("a holder who comes back after a day, while another selector asks", () => {
  let subject: SelectionSubject;
  const nextForSecond = () => takeNext({ editionId: world.edition.id, userId: world.second.userId, ownAgencies: [] });

  beforeEach(async () => {
    const { id: submissionId, organizerId, code } = await filedProposal(world);
    await takeAs(world.first);
    const long = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await db.selectionDecision.updateMany({ where: { submissionId }, data: { takenAt: long } });
    await db.selectionCheck.create({ data: { organizerId, submissionId, checkKey: "umur", verdict: "MET", checkedById: world.first.userId, checkedAt: long } });
    subject = (await findSelection(code))!;
  });

  test.each([
    ["for the next one", nextForSecond, "selection.refused.nothingLeft"],
    ["for this one", () => take(subject, world.second.userId), "selection.refused.taken"],
  ])("keeps the proposal, and neither waits for the other in a circle when that one asks %s", async (_, ask, refusal) => {
    let saved: ReturnType<typeof saveChecks> | undefined;
    let asked: ReturnType<typeof ask> | undefined;
    await db.$transaction(async (tx) => {
      // Holds the save between the lock on its decision and the line of the checklist that it writes.
      await tx.$queryRaw`select 1 from "SelectionCheck" where "submissionId" = ${subject.id}::uuid for update`;
      saved = saveChecks({ subject, actorId: world.first.userId, verdicts: { umur: "MET" }, notes: {} });
      await untilWaiting(1);
      asked = ask();
      await untilWaiting(2);
      // What writes a line asks of the proposal, and at once: nothing that looks whether it is free may stand in the way.
      await tx.$queryRaw`select 1 from "Submission" where id = ${subject.id}::uuid for key share nowait`;
    });
    expect(await saved).toMatchObject({ ok: true });
    expect(await asked).toMatchObject({ ok: false, refusal: { key: refusal } });
    expect(await holderOf(subject.id)).toBe(world.first.userId);
  });

  test("is not even waited for once there is a fresh answer", async () => {
    await db.selectionCheck.updateMany({ where: { submissionId: subject.id }, data: { checkedAt: new Date() } });
    await db.$transaction(async (tx) => {
      expect(await lockHeld(tx, subject, world.first.userId)).toBe(true);
      expect(await nextForSecond()).toMatchObject({ ok: false, refusal: { key: "selection.refused.nothingLeft" } });
    });
  });
});
