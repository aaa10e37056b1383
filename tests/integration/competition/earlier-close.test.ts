import { beforeEach, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import { confirmEarlierClose, withdrawEarlierClose } from "@/modules/competition/actions";
import { loadTimetable } from "@/modules/competition/loaders";
import { editionById } from "@/modules/competition/queries";
import { confirmEarlierClose as confirm } from "@/modules/competition/repository/earlier-close";
import { moveStage } from "@/modules/competition/repository/timetable";
import { press } from "#tests/support/press";
import { countPublicChanges } from "#tests/support/public-changes";
import { askAs } from "#tests/support/request";
import { filedProposal, placeStages, selectionPerson, type SelectionPerson, selectionWorld, type SelectionWorld } from "#tests/support/selection-world";
import { datesOf, daysOn, eventsOf, MOVE_REASON, MOVED, moveStageAs, planIn, stageOf } from "#tests/support/timetable-acts";

const PLACED: Record<string, [number, number]> = {
  pendaftaran: [-10, 10.5], administrasi: [12, 20], penilaian: [21, 30], "pengumuman-top-99": [31, 32], presentasi: [33, 40],
};
const LAPSED = { status: "refused", key: "competition.refused.requestLapsed" };

let world: SelectionWorld;
let second: SelectionPerson;
beforeEach(async () => {
  world = await selectionWorld();
  second = await selectionPerson([{ role: "SECRETARIAT", editionId: world.edition.id }]);
  await placeStages(world.edition.id, PLACED);
});

const inDays = async (days: number) => daysOn(await databaseNow(), days);

/** Registration is asked to close so many days from now, by two presses: the plan, and the request. */
async function asked(days = 5, shifts = false) {
  const typed = { closesAt: await inDays(days), shifts };
  const { seen } = planIn(await moveStageAs({ world, by: world.secretary }, "pendaftaran", typed));
  expect(await moveStageAs({ world, by: world.secretary }, "pendaftaran", { ...typed, seen })).toMatchObject(MOVED);
}

/** The requests of the timetable as its page shows them to somebody. */
async function shownTo({ sessionId }: SelectionPerson) {
  askAs(sessionId);
  return (await loadTimetable({ slug: world.edition.slug })).subject.asked;
}

async function agree(by: SelectionPerson, given?: { id: string; plan: { name: string } | null }) {
  const request = given ?? (await shownTo(by))[0]!;
  askAs(by.sessionId);
  return press(confirmEarlierClose, { slug: world.edition.slug, request: request.id, seen: request.plan?.name ?? "" });
}

async function takeBack(by: SelectionPerson) {
  const [request] = await shownTo(by);
  askAs(by.sessionId);
  return press(withdrawEarlierClose, { slug: world.edition.slug, request: request!.id });
}

describe("a close that comes earlier than announced", () => {
  test("is shown, then asked, and tells nobody anything before another person agrees", async () => {
    const told = countPublicChanges();
    const before = await datesOf(world);
    const answer = await moveStageAs({ world, by: world.secretary }, "pendaftaran", { closesAt: await inDays(5) });
    expect(answer).toMatchObject({ status: "done", message: expect.stringMatching(/^Belum ada yang diubah\. Penutupan lebih awal membutuhkan orang kedua/) });
    expect(await db.earlierClose.count({ where: { stage: { editionId: world.edition.id } } })).toBe(0);

    await asked();
    expect(await datesOf(world)).toEqual(before);
    expect((await stageOf(world, "pendaftaran")).changes).toEqual([]);
    expect(told()).toBe(0);
    expect(await shownTo(second)).toMatchObject([{ stageKey: "pendaftaran", requestedByName: world.secretary.name, reason: MOVE_REASON }]);
    expect(await eventsOf(world, "competition.requestEarlierClose")).toMatchObject([{ actor: world.secretary.userId, details: { stage: "pendaftaran" } }]);
  });

  test("is decided by another person, once, and then everybody reads it with its reason", async () => {
    await asked();
    const told = countPublicChanges();
    const [request] = await shownTo(second);
    const { closesAt } = await stageOf(world, "pendaftaran");
    expect(await agree(second)).toMatchObject(MOVED);
    expect(await stageOf(world, "pendaftaran")).toMatchObject({ closesAt: request!.closesAt, changes: [{ reason: MOVE_REASON, closesBefore: closesAt }] });
    expect(told()).toBe(1);
    expect(await eventsOf(world, "competition.confirmEarlierClose")).toMatchObject([{ actor: second.userId, details: { reason: MOVE_REASON, stage: "pendaftaran" } }]);
    expect(await agree(second, request)).toMatchObject(LAPSED);
  });

  test("is not decided by whoever asked, through no role of theirs", async () => {
    await asked();
    const { userId } = world.secretary;
    const { id: membershipId } = await db.membership.create({ data: { userId, role: "SECRETARIAT", editionId: world.edition.id } });
    const sessionId = await openSession(userId);
    await db.session.updateMany({ where: { userId, endedAt: null, membershipId: null }, data: { membershipId } });
    for (const self of [world.secretary, { ...world.secretary, sessionId }])
      expect(await agree(self)).toMatchObject({ status: "refused", key: "competition.refused.twoPeople" });
    expect((await stageOf(world, "pendaftaran")).changes).toEqual([]);
  });

  test("names to whoever asked who can decide it: nobody who has left, is suspended or runs another edition", async () => {
    const secretaryOf = (editionId: string) => selectionPerson([{ role: "SECRETARIAT", editionId }]);
    const [gone, suspended] = [await secretaryOf(world.edition.id), await secretaryOf(world.edition.id)];
    await db.membership.updateMany({ where: { userId: gone.userId }, data: { endedAt: new Date() } });
    await db.user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    await secretaryOf((await selectionWorld()).edition.id);
    askAs(world.secretary.sessionId);
    expect((await loadTimetable({ slug: world.edition.slug })).subject.others).toEqual([second.name]);
  });

  test("changes the dates once where two agree at the same time", async () => {
    await asked();
    const [request] = await shownTo(second);
    const third = await selectionPerson([{ role: "SECRETARIAT", editionId: world.edition.id }]);
    const edition = (await editionById(world.edition.id))!;
    const answers = await Promise.all([second, third].map(({ userId }) => confirm({ edition, requestId: request!.id, actorId: userId }, request!.plan!.name)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { key: "competition.refused.requestLapsed" } });
    expect((await stageOf(world, "pendaftaran")).changes).toHaveLength(1);
  });

  test("takes no second person where it is later: an extension is one person's act", async () => {
    expect(await moveStageAs({ world, by: world.secretary }, "pendaftaran", { closesAt: await inDays(11) })).toMatchObject(MOVED);
    expect((await stageOf(world, "pendaftaran")).changes).toHaveLength(1);
    expect(await shownTo(second)).toEqual([]);
  });
});

describe("whose work would end", () => {
  test("is told by numbers that are true at the moment", async () => {
    const statuses = ["DRAFT", "RETURNED", "AGENCY_REVIEW", "SUBMITTED", "WITHDRAWN"] as const;
    for (const status of statuses) {
      const { id } = await filedProposal(world, status === "RETURNED" ? { agency: world.other } : {});
      await db.submission.updateMany({ where: { id }, data: { status } });
    }
    const shown = planIn(await moveStageAs({ world, by: world.secretary }, "pendaftaran", { closesAt: await inDays(5) }));
    expect(shown.work).toBe("Yang belum diajukan sekarang: 2 proposal pada inovator dan 1 pada admin instansi, dari 2 instansi.");
    await asked();
    await db.submission.updateMany({ where: { editionId: world.edition.id, status: "RETURNED" }, data: { status: "SUBMITTED" } });
    expect(await shownTo(second)).toMatchObject([{ work: { withInnovators: 1, withAgencies: 1, agencies: 1 } }]);
  });
});

describe("the notice", () => {
  test("is a day where the rules say nothing; what lies nearer is refused with the earliest close", async () => {
    expect(await moveStageAs({ world, by: world.secretary }, "pendaftaran", { closesAt: await inDays(0.5) })).toMatchObject({
      status: "refused", key: "competition.refused.noticeTooShort", because: expect.stringMatching(/paling sedikit 24 jam sebelumnya\. Tulis waktu tutup sesudah \d+ /),
    });
  });

  test("is as long as the rules say", async () => {
    const edition = (await editionById(world.edition.id))!;
    const { opensAt } = await stageOf(world, "pendaftaran");
    const ask = async (earlierCloseNoticeHours: number, days: number) => moveStage({
      edition: { ...edition, rules: { ...edition.rules, earlierCloseNoticeHours } }, reason: MOVE_REASON, changedById: world.secretary.userId,
      move: { key: "pendaftaran", opensAt, closesAt: await inDays(days), shifts: false },
    });
    expect(await ask(0, 0.5)).toMatchObject({ ok: true, value: { did: "SHOWN" } });
    expect(await ask(72, 2)).toMatchObject({ ok: false, refusal: { key: "competition.refused.noticeTooShort", values: { hours: 72 } } });
  });

  test("ends a request that nobody decided in time", async () => {
    await asked();
    const [request] = await shownTo(second);
    await db.earlierClose.updateMany({ where: { id: request!.id }, data: { closesAt: await inDays(23 / 24) } });
    expect(await shownTo(second)).toEqual([]);
    expect((await loadTimetable({ slug: world.edition.slug })).subject.lapsed).toMatchObject([{ id: request!.id, requestedByName: world.secretary.name }]);
    expect(await agree(second, request)).toMatchObject(LAPSED);
  });
});

describe("a request", () => {
  test("is taken back by whoever made it, or declined by the other; then nothing can be agreed to", async () => {
    for (const by of [world.secretary, second]) {
      await asked();
      const [request] = await shownTo(second);
      expect(await takeBack(by)).toMatchObject(MOVED);
      expect(await shownTo(second)).toEqual([]);
      expect(await agree(second, request)).toMatchObject(LAPSED);
    }
    expect((await eventsOf(world, "competition.withdrawEarlierClose")).map(({ actor }) => actor)).toEqual([second.userId, world.secretary.userId]);
  });

  test("gives way to a newer one, so that one question is open at a time", async () => {
    await asked(5);
    const [request] = await shownTo(second);
    await asked(6);
    expect(await shownTo(second)).toHaveLength(1);
    expect(await agree(second, request)).toMatchObject(LAPSED);
  });

  test("stands no longer once the dates of its stage have changed", async () => {
    await asked();
    const [request] = await shownTo(second);
    await moveStageAs({ world, by: world.secretary }, "pendaftaran", { closesAt: await inDays(11) });
    expect(await shownTo(second)).toEqual([]);
    expect(await agree(second, request)).toMatchObject(LAPSED);
  });

  test("is agreed to only as it was seen: where other stages moved meanwhile it is refused, and shown as it is now", async () => {
    await asked(5, true);
    const [request] = await shownTo(second);
    await placeStages(world.edition.id, { presentasi: [33, 41], penilaian: PLACED.penilaian!, "pengumuman-top-99": PLACED["pengumuman-top-99"]! });
    const before = await datesOf(world);
    const answer = await agree(second, request);
    expect(answer).toMatchObject({ status: "refused", key: "competition.refused.planChanged" });
    expect(await datesOf(world)).toEqual(before);
    expect(await agree(second, { id: request!.id, plan: { name: planIn(answer).seen } })).toMatchObject(MOVED);
    expect((await stageOf(world, "presentasi")).closesAt).toEqual(daysOn(before.find(({ key }) => key === "presentasi")!.closesAt, -5));
  });
});
