import { beforeEach, describe, expect, it } from "vitest";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { person, reviewWorld, type ReviewWorld } from "#tests/support/review-world";
import { db } from "@/lib/db";
import { invitePerson } from "@/modules/accounts/actions";
import type { Role } from "@/modules/accounts/domain/roles";
import { loadAssignmentBoard } from "@/modules/review/loaders";

/* An agency admin whose office had filed was invited as evaluator without a word, and scored the rival of her own entries. */
let world: ReviewWorld;
beforeEach(async () => {
  world = await reviewWorld({ judges: 2, entries: 2 });
});

describe("inviting somebody whose agency takes part", () => {
  it.each(["EVALUATOR", "PANELIST", "ADMIN_SELECTOR"] as const)("as %s: tells it, and does so once it is confirmed", async (role) => {
    const email = await holderOf("AGENCY_ADMIN", world.agencies[0]!.id);
    expect(await invite(email, role)).toMatchObject({ status: "refused", key: "accounts.invite.participant", details: { asksToConfirm: true } });
    expect(await db.invitation.count({ where: { email } })).toBe(0);
    expect(await invite(email, role, { participantConfirmed: "yes" })).toMatchObject({ status: "done" });
    expect(await db.invitation.count({ where: { email } })).toBe(1);
  });

  it("is asked about an innovator of its unit as well, whatever the address is written like", async () => {
    const email = await holderOf("INNOVATOR", world.agencies[1]!.unitId);
    expect(await invite(` ${email.toUpperCase()} `)).toMatchObject({ key: "accounts.invite.participant" });
  });

  it("is not asked about who has no part in it: another agency, a role that has ended, a draft, nobody known", async () => {
    const others = [
      await holderOf("AGENCY_ADMIN", world.agencies[2]!.id), await ended(await holderOf("AGENCY_ADMIN", world.agencies[0]!.id)), "baru@contoh.test",
    ];
    for (const email of others) expect(await invite(email), email).toMatchObject({ status: "done" });
    await db.submission.updateMany({ where: { editionId: world.edition.id }, data: { status: "DRAFT" } });
    expect(await invite(await holderOf("AGENCY_ADMIN", world.agencies[0]!.id))).toMatchObject({ status: "done" });
  });

  it("is refused where the rules of the edition forbid it, confirmed or not", async () => {
    await forbid();
    const email = await holderOf("AGENCY_ADMIN", world.agencies[0]!.id);
    expect(await invite(email, "EVALUATOR", { participantConfirmed: "yes" })).toMatchObject({ status: "refused", key: "accounts.invite.participantForbidden" });
    expect(await db.invitation.count({ where: { email } })).toBe(0);
  });
});

describe("a judge whose agency takes part later", () => {
  it("is named on the page of assignments; where it is forbidden no entry is given to them", async () => {
    const [judge] = world.judges;
    await db.membership.create({ data: { userId: judge!.userId, role: "AGENCY_ADMIN", agencyId: world.agencies[0]!.id } });
    const named = (await board()).judges.find(({ id }) => id === judge!.userId);
    expect(named?.participates).toEqual(["Pemerintah Kota Parepare"]);
    expect((await board()).preview?.loads.find(({ judgeId }) => judgeId === judge!.userId)).toMatchObject({ load: 1 });
    await forbid();
    expect((await board()).preview?.loads.map(({ judgeId }) => judgeId)).toEqual([world.judges[1]!.userId]);
  });
});

async function board() {
  askAs(world.secretary.sessionId);
  return (await loadAssignmentBoard({ slug: world.edition.slug, query: { tahap: "penilaian", susun: "1" } })).subject.board!;
}

async function holderOf(role: "AGENCY_ADMIN" | "INNOVATOR", agencyId: string): Promise<string> {
  const { userId } = await person(role, { agencyId });
  return (await db.user.findUniqueOrThrow({ where: { id: userId } })).email;
}

async function ended(email: string): Promise<string> {
  await db.membership.updateMany({ where: { user: { email } }, data: { endedAt: new Date() } });
  return email;
}

async function forbid() {
  const { id: editionId, rules } = world.edition;
  await db.rulesVersion.create({ data: { editionId, number: 2, document: { ...rules, participantsAsJudges: "FORBID" } as never, sha256: "0" } });
}

function invite(email: string, role: Role = "EVALUATOR", more: Record<string, string> = {}) {
  askAs(world.secretary.sessionId);
  return press(invitePerson, { email, role, editionSlug: world.edition.slug, ...more });
}
