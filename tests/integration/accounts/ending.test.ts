import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, expect, test } from "vitest";
import { presence } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { chooseWorkspace, endRole } from "@/modules/accounts/actions";
import type { Role } from "@/modules/accounts/domain/roles";
import { membershipById } from "@/modules/accounts/queries";
import { acceptInvitation, endMembership, invite, setSuspended } from "@/modules/accounts/repository";

const LIST = "/sistem/pengguna?cari=a";
let admin: Awaited<ReturnType<typeof somebody>>;

beforeAll(async () => {
  admin = await somebody("admin@contoh.test", "SUPER_ADMIN");
});

async function somebody(email: string, ...roles: Role[]) {
  const { id, memberships } = await db.user.create({
    data: { email, name: email, passwordHash: "ada", memberships: { create: roles.map((role) => ({ role })) } },
    include: { memberships: true },
  });
  return { id, session: await openSession(id), memberships: roles.map((role) => memberships.find((held) => held.role === role)!.id) };
}

async function hatOf(session: string) {
  askAs(session);
  return (await presence()).actor?.hat?.role;
}

function end(membershipId: string, by = admin.session) {
  askAs(by, { path: LIST });
  return press(endRole, { membershipId });
}

test("a role that is ended is gone with the next request, the log tells it, and an invitation brings it back", async () => {
  const person = await somebody("satu@contoh.test", "AUDITOR");
  expect(await end(person.memberships[0]!)).toEqual({ status: "redirected", to: LIST });
  expect(await hatOf(person.session)).toBeUndefined();
  const event = await db.auditEvent.findFirstOrThrow({ where: { action: "accounts.endMembership", subjectId: person.id } });
  expect(event.actorId).toBe(admin.id);

  askAs(null);
  const { token } = await invite({ email: "satu@contoh.test", role: "AUDITOR", editionId: null, agencyId: null, invitedById: admin.id, handedOverById: admin.id });
  await acceptInvitation(token!, { userId: person.id });
  expect(await hatOf(person.session)).toBe("AUDITOR");
});

test("who wore the role goes on with the one that is left, or chooses among several", async () => {
  const two = await somebody("dua@contoh.test", "AUDITOR", "EVALUATOR");
  const three = await somebody("tiga@contoh.test", "AUDITOR", "EVALUATOR", "PANELIST");
  for (const { session, memberships } of [two, three]) {
    askAs(session);
    await press(chooseWorkspace, { membershipId: memberships[0]! });
    expect(await hatOf(session)).toBe("AUDITOR");
    await end(memberships[0]!);
  }
  expect(await hatOf(two.session)).toBe("EVALUATOR");
  expect(await hatOf(three.session)).toBeUndefined();
});

test("a role ends once", async () => {
  const person = await somebody("sekali@contoh.test", "AUDITOR");
  await end(person.memberships[0]!);
  expect(await end(person.memberships[0]!)).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
  expect(await db.auditEvent.count({ where: { action: "accounts.endMembership", subjectId: person.id } })).toBe(1);
});

test("the last super admin stays, also when two end each other's role at once", async () => {
  expect(await end(admin.memberships[0]!)).toMatchObject({ key: "accounts.refused.lastSuperAdmin" });
  const other = await somebody("admin2@contoh.test", "SUPER_ADMIN");
  await db.user.update({ where: { id: other.id }, data: { suspendedAt: new Date() } });
  expect(await end(admin.memberships[0]!)).toMatchObject({ key: "accounts.refused.lastSuperAdmin" });
  await db.user.update({ where: { id: other.id }, data: { suspendedAt: null } });

  const both = await Promise.all([admin, other].map(({ memberships }) => membershipById(memberships[0]!)));
  const told = await Promise.all(both.map((membership) => endMembership(membership!, admin.id)));
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect(told).toContainEqual({ ok: false, refusal: { key: "accounts.refused.lastSuperAdmin" } });
  expect(await db.membership.count({ where: { role: "SUPER_ADMIN", endedAt: null } })).toBe(1);
});

test("the last super admin stays, whatever two or three do to each other at once", async () => {
  for (let round = 1; round <= 6; round += 1) {
    await db.membership.updateMany({ where: { role: "SUPER_ADMIN" }, data: { endedAt: new Date() } });
    const keepers = await Promise.all(Array.from({ length: 2 + (round % 2) }, (_, number) => somebody(`penjaga-${round}-${number}@contoh.test`, "SUPER_ADMIN")));
    const told = await Promise.all(
      keepers.map(async ({ id, memberships }, number) =>
        (number + round) % 3 === 0 ? endMembership((await membershipById(memberships[0]!))!, keepers.at(number - 1)!.id) : setSuspended(id, true, keepers.at(number - 1)!.id)),
    );
    expect(await db.membership.count({ where: { role: "SUPER_ADMIN", endedAt: null, user: { suspendedAt: null } } })).toBe(1);
    expect(told.filter(({ ok }) => ok)).toHaveLength(keepers.length - 1);
    expect(told).toContainEqual({ ok: false, refusal: { key: "accounts.refused.lastSuperAdmin" } });
  }
});
