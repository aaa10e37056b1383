import { beforeEach, expect, it } from "vitest";
import { ask } from "#tests/support/ask";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { assign, fullMarks, reviewWorld, type Person, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { endRole } from "@/modules/accounts/actions";
import { saveMarks } from "@/modules/review/endpoints";
import { loadShortOfJudges, loadWorkInHand } from "@/modules/review/loaders";

/* What a secretariat is told when it ends a judge's role: before, after, and on its desk. */

let world: ReviewWorld;
let ill: Person;
beforeEach(async () => {
  world = await reviewWorld({ judges: 2, entries: 3 });
  ill = world.judges[0]!;
  const [finished] = await Promise.all(world.submissions.flatMap(({ id }) => world.judges.map((judge) => assign(world.stage, id, judge))));
  askAs(ill.sessionId);
  await ask(saveMarks, { assignmentId: finished!, version: 0, marks: fullMarks(world.stage), finish: true });
});

it("before it: what the judge has not read in each stage that can still change", async () => {
  expect((await inHand()).work.filter(({ userId }) => userId === ill.userId)).toMatchObject([
    { role: "EVALUATOR", stage: { key: "penilaian" }, left: 2, finished: 1, active: true },
  ]);
  expect((await inHand(ill.userId)).ended, "of a role that has not ended nothing is said").toEqual([]);
  expect(await short()).toEqual({});
});

it("after it: what is left behind and what stays; the desk counts the entries short of judges", async () => {
  await end();
  expect((await inHand(ill.userId)).ended).toMatchObject([{ name: ill.name, stage: { key: "penilaian" }, left: 2, finished: 1, active: false }]);
  expect((await inHand()).ended).toEqual([]);
  expect(await short()).toEqual({ penilaian: 2 });
});

it("leads to the page that says so, with the search as it was", async () => {
  expect(await end()).toEqual({ status: "redirected", to: `/kelola/kipp/peserta?cari=juri&berakhir=${ill.userId}` });
});

async function end() {
  const { id } = await db.membership.findFirstOrThrow({ where: { userId: ill.userId, role: "EVALUATOR" } });
  askAs(world.secretary.sessionId, { path: "/kelola/kipp/peserta?cari=juri" });
  return press(endRole, { membershipId: id });
}

async function inHand(berakhir?: string) {
  askAs(world.secretary.sessionId);
  return (await loadWorkInHand({ slug: world.edition.slug, query: { berakhir } })).subject;
}

async function short() {
  askAs(world.secretary.sessionId);
  return (await loadShortOfJudges({})).subject.short;
}
