import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { acceptPactFor, assign, eventsOf, fullMarks, person, reviewWorld, suspend, type Person, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { acceptPact, assignEntries, changeEntryReader, correctTie, giveRecusedBack, handOverReadings, recuseFromEntry } from "@/modules/review/actions";
import { saveMarks } from "@/modules/review/endpoints";
import { loadAssignmentBoard, loadJudgeDesk, loadReaders } from "@/modules/review/loaders";
import { scoringStage } from "@/modules/review/queries/stage";

/* Who reads what, changed by hand: a judge falls ill, one pair is wrong, a third reader is wanted, a recusal was a slip. */

let world: ReviewWorld;
let ill: Person;
let others: Person[];
beforeEach(async () => {
  world = await reviewWorld({ judges: 4, entries: 6 });
  [ill, ...others] = world.judges as [Person, ...Person[]];
});

describe("a judge whose role has ended", () => {
  it("holds nothing that is not finished: their entries are short of judges, and the next preview refills them", async () => {
    await plan();
    const [first, second] = await heldBy(ill);
    await hand(first!.id, ill);
    await begin(second!.id, ill);
    expect((await board()).figures).toMatchObject({ shortOfJudges: 0 });

    await endRole(ill);
    expect((await board()).figures).toMatchObject({ shortOfJudges: 2, readings: 1 });
    expect((await board()).judges.find(({ id }) => id === ill.userId)).toMatchObject({ active: false, load: 1, finished: 1, left: 2 });
    expect((await board({ susun: "1" })).preview).toMatchObject({ made: 2, shortages: [] });

    await plan();
    expect((await board()).figures).toMatchObject({ shortOfJudges: 0, readings: 1 });
    expect(await standings()).toMatchObject([{ submissionId: first!.submissionId, readings: 1 }]);
  });

  it.each([["ended", endRole], ["suspended", suspend]] as const)("the same for one whose account or role was %s", async (_, take) => {
    await plan();
    await take(ill);
    expect((await board()).figures.shortOfJudges).toBe(3);
  });
});

describe("handing over all unread ones of one judge", () => {
  it("spreads them evenly over the others by the same rules, keeps what is begun, and says in the trail why", async () => {
    await plan();
    const [begun] = await heldBy(ill);
    await begin(begun!.id, ill);
    expect(await handOver()).toEqual({ status: "redirected", to: address({ juri: ill.userId, dialihkan: 2, tersisa: 0 }) });

    expect((await heldBy(ill)).map(({ id }) => id)).toEqual([begun!.id]);
    expect((await board()).figures).toMatchObject({ shortOfJudges: 0 });
    const loads = (await board()).judges.filter(({ id }) => id !== ill.userId).map(({ load }) => load);
    expect(loads.toSorted()).toEqual([3, 4, 4]);
    const [event] = await events("review.handOver");
    expect(event).toMatchObject({ actorId: world.secretary.userId, details: { reason: "Dirawat di rumah sakit", from: ill.userId, to: null, moved: 2, left: 0 } });
  });

  it("to one person gives none in conflict: these stay, and the page says how many", async () => {
    await db.membership.create({ data: { userId: others[0]!.userId, role: "AGENCY_ADMIN", agencyId: world.agencies[0]!.id } });
    for (const { id } of world.submissions.slice(0, 3)) await assign(world.stage, id, ill);
    expect(await handOver({ to: others[0]!.userId })).toEqual({ status: "redirected", to: address({ juri: ill.userId, dialihkan: 2, tersisa: 1 }) });
    expect((await heldBy(ill)).map(({ submissionId }) => submissionId)).toEqual([world.submissions[0]!.id]);
    expect(await handOver({ to: others[0]!.userId })).toMatchObject({ key: "review.refused.nobodyFree" });
  });

  it("relieves the judge: the automatic way gives them nothing, and says so, until they are given one by hand", async () => {
    for (const act of [plan, () => handOver()]) await act();
    const gone = (await heldBy(others[0]!))[0]!;
    await db.assignment.deleteMany({ where: { id: gone.id } });
    const nothing = expect.arrayContaining([{ judgeId: ill.userId, load: 0, added: 0 }]) as object;
    expect((await board({ susun: "1" })).preview).toMatchObject({ relieved: [ill.userId], loads: nothing });
    await plan();
    expect(await heldBy(ill)).toEqual([]);
    await change({ code: world.submissions.find(({ id }) => id === gone.submissionId)!.code, to: ill.userId });
    expect((await board({ susun: "1" })).preview).toMatchObject({ relieved: [] });
  });

  it("of somebody who left says what was only released, readers being enough, and leads to a page that is still there", async () => {
    for (const act of [plan, () => endRole(ill), plan]) await act();
    expect(await handOver({ to: others[0]!.userId })).toEqual({ status: "redirected", to: address({ juri: ill.userId, dialihkan: 0, dilepas: 3, tersisa: 0 }) });
    expect((await events("review.handOver"))[0]).toMatchObject({ details: { moved: 0, released: 3, left: 0 } });
    expect(await readersPage({ juri: ill.userId, dilepas: "3" })).toMatchObject({
      justDone: { moved: 0, released: 3 }, view: { judge: { name: ill.name, active: false, load: 0, left: 0 }, lines: [] },
    });
  });

  it("happens once when two press at once, and the second is told that nothing is left", async () => {
    await plan();
    const outcomes = await Promise.all([handOver(), handOver()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["redirected", "refused"]);
    expect(await db.assignment.count({ where: { stageId: world.stage.id } })).toBe(12);
    expect(await events("review.handOver")).toHaveLength(1);
  });

  it("loses no mark that is saved at the same moment", async () => {
    await plan();
    const mine = await heldBy(ill);
    const [, ...saved] = await Promise.all([handOver(), ...mine.map(({ id }) => begin(id, ill))]);
    const kept = saved.filter(({ status }) => status === 200).length;
    expect(await db.score.count({ where: { review: { assignment: { judgeId: ill.userId, stageId: world.stage.id } } } })).toBe(kept);
    expect((await heldBy(ill)).length).toBe(kept);
  });

  it("of somebody who left: what they had begun stays on record and its entry gets another reader", async () => {
    await plan();
    const [begun] = await heldBy(ill);
    await begin(begun!.id, ill);
    await endRole(ill);
    await handOver();
    expect((await board()).figures.shortOfJudges).toBe(0);
    expect(await db.score.count({ where: { assignmentId: begun!.id } })).toBe(1);
    expect(await handOver()).toMatchObject({ key: "review.refused.nothingToHandOver" });
  });

  it("needs a reason, and a person who judges", async () => {
    await plan();
    expect(await handOver({ reason: "ya" })).toMatchObject({ status: "invalid", errors: [{ field: "reason" }] });
    expect(await handOver({ to: world.panelist.userId })).toMatchObject({ key: "review.refused.notAJudge" });
    expect((await heldBy(ill)).length).toBe(3);
  });
});

describe("one pair", () => {
  it("is moved, added or taken back, and pressed twice it is as it was", async () => {
    const entry = world.submissions[0]!;
    await assign(world.stage, entry.id, ill);
    const [second, third] = others as [Person, Person];
    for (let press = 0; press < 2; press += 1) expect(await change({ from: ill.userId, to: second.userId })).toMatchObject({ status: "redirected" });
    expect(await readersOf(entry.id)).toEqual([second.userId]);
    await Promise.all([change({ to: third.userId }), change({ to: third.userId })]);
    expect(await readersOf(entry.id)).toEqual([second.userId, third.userId].toSorted());
    for (let press = 0; press < 2; press += 1) await change({ from: third.userId });
    expect(await readersOf(entry.id)).toEqual([second.userId]);
    expect((await events("review.changeReader")).map(({ details }) => [details.from, details.to])).toEqual([
      [ill.userId, second.userId], [null, third.userId], [third.userId, null],
    ]);
  });

  it("that was begun stays; the sentence says what to do instead", async () => {
    const id = await assign(world.stage, world.submissions[0]!.id, ill);
    await begin(id, ill);
    expect(await change({ from: ill.userId, to: others[0]!.userId })).toMatchObject({ key: "review.refused.alreadyBegun" });
    expect(await change({ from: ill.userId })).toMatchObject({ key: "review.refused.alreadyBegun" });
    expect(await readersOf(world.submissions[0]!.id)).toEqual([ill.userId]);
  });

  it("is never made in conflict, with an entry that is not scored here, or without any judge", async () => {
    await db.membership.create({ data: { userId: others[0]!.userId, role: "AGENCY_ADMIN", agencyId: world.agencies[0]!.id } });
    expect(await change({ to: others[0]!.userId })).toMatchObject({ key: "review.refused.notFree" });
    expect(await change({ to: others[1]!.userId, code: "INV-2020-ZZZZZ" })).toMatchObject({ key: "common.errors.notFound" });
    expect(await change({})).toMatchObject({ status: "invalid", errors: [{ field: "to" }] });
    expect(await readersOf(world.submissions[0]!.id)).toEqual([]);
  });
});

describe("a recusal made by mistake", () => {
  it("is lifted with a reason: the marks come back as a draft and count only once handed in anew", async () => {
    const [mine, other] = [await assign(world.stage, world.submissions[0]!.id, ill), await assign(world.stage, world.submissions[0]!.id, others[0]!)];
    await hand(mine, ill, 90);
    await hand(other, others[0]!, 60);
    askAs(ill.sessionId);
    await press(recuseFromEntry, { assignmentId: mine, reason: "Salah tekan tombol", understood: "yes" });

    expect(await lift()).toMatchObject({ status: "redirected", to: expect.stringContaining("diubah=kembali") });
    expect(await standings()).toMatchObject([{ readings: 1, sumTotal: 6000n }]);
    askAs(ill.sessionId);
    expect((await loadJudgeDesk({ query: {} })).subject.rows).toMatchObject([{ id: mine, state: "PARTIAL", weightedSum: null }]);
    await hand(mine, ill, 90, 2);
    expect(await standings()).toMatchObject([{ readings: 2, sumTotal: 15000n }]);

    expect((await events("review.recuse")).map(({ details }) => details.reason)).toEqual(["Salah tekan tombol"]);
    expect((await events("review.liftRecusal")).map(({ details }) => details.reason)).toEqual(["Keliru menekan"]);
    expect(await lift()).toMatchObject({ status: "redirected" });
    expect(await events("review.liftRecusal")).toHaveLength(1);
    expect(await standings()).toMatchObject([{ readings: 2 }]);
  });

  it("is lifted where the two may meet again; in a next stage on whose list the entry is not, nothing comes back", async () => {
    const panel = (await scoringStage(world.edition.id, "presentasi"))!;
    const [mine, later] = [await assign(world.stage, world.submissions[0]!.id, ill), await assign(panel, world.submissions[0]!.id, ill)];
    askAs(ill.sessionId);
    await press(recuseFromEntry, { assignmentId: mine, reason: "Salah tekan tombol", understood: "yes" });
    expect(await db.assignment.count({ where: { id: { in: [mine, later] }, recusedAt: null } })).toBe(0);
    await db.membership.create({ data: { userId: ill.userId, role: "PANELIST", editionId: world.edition.id } });
    await lift();
    expect(await db.assignment.findMany({ where: { id: { in: [mine, later] }, recusedAt: null }, select: { id: true } })).toEqual([{ id: mine }]);
  });

  it("is not lifted while a declared agency keeps the two apart; that slip is put right first, and gives its entries back", async () => {
    const taken = await assign(world.stage, world.submissions[0]!.id, ill);
    const kept = await assign(world.stage, world.submissions[1]!.id, ill);
    await hand(taken, ill, 90);
    askAs(ill.sessionId);
    await press(acceptPact, { intent: "sign", affiliation: "Universitas Hasanuddin", agreed: "1", "agencies[]": ["73.72"] });
    expect(await lift()).toMatchObject({ key: "review.refused.tieFirst" });

    expect((await readersPage({ juri: ill.userId })).view).toMatchObject({ kind: "JUDGE", ties: [{ code: "73.72", isProvince: false }] });
    const form = { slug: world.edition.slug, stage: "penilaian", judge: ill.userId, tie: "I:73.72", reason: "Salah memilih kota" };
    askAs(world.secretary.sessionId);
    expect(await press(correctTie, form)).toEqual({ status: "redirected", to: address({ juri: ill.userId, dicabut: 1 }) });
    expect(await db.assignment.count({ where: { id: { in: [taken, kept] }, recusedAt: null } })).toBe(2);
    expect(await standings()).toEqual([]);
    await press(correctTie, form);
    expect((await events("review.removeTie")).map(({ details }) => details)).toEqual([{ reason: "Salah memilih kota", code: "73.72", isProvince: false, lifted: 1 }]);
  });

  it("is not lifted for somebody who judges no longer", async () => {
    const mine = await assign(world.stage, world.submissions[0]!.id, ill);
    askAs(ill.sessionId);
    await press(recuseFromEntry, { assignmentId: mine, reason: "Salah tekan tombol", understood: "yes" });
    await endRole(ill);
    expect(await lift()).toMatchObject({ key: "review.refused.notAJudge" });
  });
});

describe("a secretary who also judges", () => {
  it("neither gives entries to the own person nor lifts the own recusal, under whatever role", async () => {
    const { secretary, submissions, edition } = world;
    const own = await assign(world.stage, submissions[0]!.id, secretary);
    await db.assignment.update({ where: { organizerId_id: { organizerId: edition.organizerId, id: own } }, data: { recusedAt: new Date() } });
    expect(await change({ to: secretary.userId, code: submissions[1]!.code })).toMatchObject({ key: "review.refused.toOneself" });
    expect(await handOver({ to: secretary.userId })).toMatchObject({ key: "review.refused.toOneself" });
    expect(await lift(secretary)).toMatchObject({ key: "review.refused.ownRecusal" });
    expect(await press(correctTie, { slug: edition.slug, stage: "penilaian", judge: secretary.userId, tie: "I:73.72", reason: "Salah pilih" }))
      .toMatchObject({ key: "review.refused.ownRecusal" });
  });
});

describe("the page", () => {
  it("lists the entries by how far they are, by words, and after a code", async () => {
    await plan();
    const codes = world.submissions.map(({ code }) => code).toSorted();
    expect(await entriesOf({})).toEqual(codes);
    expect(await entriesOf({ setelah: codes[3]! })).toEqual(codes.slice(4));
    expect(await entriesOf({ cari: world.submissions[2]!.title.toUpperCase() })).toEqual([world.submissions[2]!.code]);
    expect(await entriesOf({ cari: "100%" })).toEqual([]);
    expect(await entriesOf({ tampil: "kurang" })).toEqual([]);
    const [mine] = await heldBy(ill);
    await endRole(ill);
    expect((await entriesOf({ tampil: "kurang" })).length).toBe(3);
    expect(await entriesOf({ tampil: "kurang" })).toContain(world.submissions.find(({ id }) => id === mine!.submissionId)!.code);
  });

  it("shows every state of a pair by judge and by entry, and no mark", async () => {
    const ids = await Promise.all(world.submissions.slice(0, 4).map(({ id }) => assign(world.stage, id, ill)));
    await begin(ids[1]!, ill, 73);
    await hand(ids[2]!, ill, 73);
    askAs(ill.sessionId);
    await press(recuseFromEntry, { assignmentId: ids[3]!, reason: "Pernah membina", understood: "yes" });
    const { view } = await readersPage({ juri: ill.userId });
    expect(view).toMatchObject({ kind: "JUDGE", counts: { UNREAD: 1, BEGUN: 1, FINISHED: 1, RECUSED: 1, LAPSED: 0 }, judge: { left: 2 } });
    expect(await readersPage({ juri: ill.userId, keadaan: "RECUSED" })).toMatchObject({ view: { lines: [{ recusalReason: "Pernah membina" }] } });
    const byEntry = (await readersPage({ entri: world.submissions[2]!.code })).view;
    expect(byEntry).toMatchObject({ kind: "ENTRY", lines: [{ judge: ill.name, state: "FINISHED" }] });
    expect(byEntry.kind === "ENTRY" && byEntry.free.map(({ id }) => id).toSorted()).toEqual(others.map(({ userId }) => userId).toSorted());
    expect(JSON.stringify([view, byEntry])).not.toMatch(/"(mark|marks|weightedSum|remark)"/);
  });

  it("is not there for an unknown judge or entry", async () => {
    await expect(readersPage({ juri: world.owner.userId })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    await expect(readersPage({ entri: "INV-2020-ZZZZZ" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe("a judge replaced", () => {
  it("role ended, a new judge invited, all handed over, read and complete", async () => {
    await plan();
    const [read] = await heldBy(ill);
    await hand(read!.id, ill);
    for (const judge of others) for (const { id } of await heldBy(judge)) await hand(id, judge);
    await endRole(ill);
    const fresh = await person("EVALUATOR", { editionId: world.edition.id });
    await acceptPactFor(world.edition, fresh);
    expect(await handOver({ to: fresh.userId })).toEqual({ status: "redirected", to: address({ juri: ill.userId, dialihkan: 2, tersisa: 0 }) });
    for (const { id } of await heldBy(fresh)) await hand(id, fresh);
    expect((await board()).figures).toEqual({ entries: 6, readEnough: 6, shortOfJudges: 0, readings: 12 });
  });
});

const address = (query: Record<string, string | number>) =>
  `/kelola/${world.edition.slug}/penugasan/pembaca?${new URLSearchParams({ tahap: "penilaian", ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])) })}`;

async function board(query: Record<string, string> = {}) {
  askAs(world.secretary.sessionId);
  return (await loadAssignmentBoard({ slug: world.edition.slug, query: { tahap: "penilaian", ...query } })).subject.board!;
}

async function readersPage(query: Record<string, string>) {
  askAs(world.secretary.sessionId);
  return (await loadReaders({ slug: world.edition.slug, query: { tahap: "penilaian", ...query } })).subject;
}

async function entriesOf(query: Record<string, string>): Promise<string[]> {
  const { view } = await readersPage(query);
  return view.kind === "ENTRIES" ? view.entries.map(({ code }) => code) : [];
}

async function plan() {
  const { preview } = await board({ susun: "1", benih: "uji" });
  await press(assignEntries, { slug: world.edition.slug, stage: "penilaian", seed: preview!.seed, fingerprint: preview!.fingerprint });
}

function handOver(more: Record<string, string> = {}) {
  askAs(world.secretary.sessionId);
  return press(handOverReadings, { slug: world.edition.slug, stage: "penilaian", from: ill.userId, to: "", reason: "Dirawat di rumah sakit", ...more });
}

function change(more: Record<string, string>) {
  askAs(world.secretary.sessionId);
  return press(changeEntryReader, { slug: world.edition.slug, stage: "penilaian", code: world.submissions[0]!.code, from: "", to: "", reason: "Pembaca keliru", ...more });
}

function lift(judge = ill) {
  askAs(world.secretary.sessionId);
  return press(giveRecusedBack, { slug: world.edition.slug, stage: "penilaian", code: world.submissions[0]!.code, judge: judge.userId, reason: "Keliru menekan" });
}

function begin(assignmentId: string, judge: Person, mark = 80) {
  askAs(judge.sessionId);
  return ask(saveMarks, { assignmentId, version: 0, marks: { [world.stage.rubric.criteria[0]!.key]: mark } });
}

async function hand(assignmentId: string, judge: Person, mark = 80, version = 0) {
  askAs(judge.sessionId);
  expect(await ask(saveMarks, { assignmentId, version, finish: true, marks: fullMarks(world.stage, mark), remark: "Catatan" })).toMatchObject({ status: 200 });
}

const heldBy = (judge: Person) =>
  db.assignment.findMany({ where: { stageId: world.stage.id, judgeId: judge.userId, recusedAt: null }, orderBy: { id: "asc" }, select: { id: true, submissionId: true } });

async function readersOf(submissionId: string): Promise<string[]> {
  const rows = await db.assignment.findMany({ where: { stageId: world.stage.id, submissionId, recusedAt: null }, select: { judgeId: true } });
  return rows.map(({ judgeId }) => judgeId).toSorted();
}

const standings = () => db.standing.findMany({ where: { stageId: world.stage.id } });

const events = (action: string) => eventsOf(world.edition.id, action);

async function endRole({ userId }: Person) {
  await db.membership.updateMany({ where: { userId, editionId: world.edition.id }, data: { endedAt: new Date() } });
}
