import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { presence } from "@/lib/auth/actor";
import { checkCredentials, hashPassword } from "@/lib/auth/credentials";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { offerNewPassword, reinstatePerson, setNewPassword, suspendPerson } from "@/modules/accounts/actions";
import { makePasswordLink } from "@/modules/accounts/repository";

const [OLD, NEW] = ["kata sandi yang lama", "kata sandi yang baru"];
let admin: { id: string; session: string };
let oldHash = "";

beforeAll(async () => {
  oldHash = await hashPassword(OLD);
  const { id } = await db.user.create({ data: { email: "admin@contoh.test", name: "Admin", memberships: { create: { role: "SUPER_ADMIN" } } } });
  admin = { id, session: await openSession(id) };
});
beforeEach(() => askAs(null));

let made = 0;
async function somebody() {
  made += 1;
  const email = `lupa-${made}@contoh.test`;
  const data = { email, name: "Lupa", passwordHash: oldHash, memberships: { create: { role: "AUDITOR" as const } } };
  return { email, id: (await db.user.create({ data })).id };
}

const signsIn = async (email: string, password: string) => (await checkCredentials({ email, password, source: "192.0.2.9" })).ok;
const IN = { status: "redirected", to: "/ruang" };

test("the link that the super admin makes sets a new password once, ends every session, and the log tells both", async () => {
  const person = await somebody();
  const before = await openSession(person.id);
  askAs(admin.session);
  const answer = await press(offerNewPassword, { userId: person.id });
  const token = /kata-sandi\/([\w-]+)/.exec(JSON.stringify(answer))?.[1] ?? "";
  expect(await db.passwordLink.count({ where: { tokenHash: token } })).toBe(0);

  askAs(null);
  expect(await press(setNewPassword, { token, password: NEW })).toEqual(IN);
  expect([await signsIn(person.email, OLD), await signsIn(person.email, NEW)]).toEqual([false, true]);
  askAs(before);
  expect((await presence()).actor).toBeNull();
  const events = await db.auditEvent.findMany({ where: { subjectId: person.id }, orderBy: { seq: "asc" }, select: { action: true, actorId: true } });
  expect(events).toEqual([{ action: "accounts.makePasswordLink", actorId: admin.id }, { action: "accounts.setPassword", actorId: person.id }]);
  expect(await press(setNewPassword, { token, password: OLD })).toMatchObject({ key: "accounts.newPassword.state.USED" });
});

test("of twenty who use one link at once, one sets the password", async () => {
  const { id } = await somebody();
  const token = await makePasswordLink(id, admin.id);
  const told = await Promise.all(Array.from({ length: 20 }, () => press(setNewPassword, { token, password: NEW })));
  expect(told.filter(({ status }) => status === "redirected")).toHaveLength(1);
  expect(await db.auditEvent.count({ where: { action: "accounts.setPassword", subjectId: id } })).toBe(1);
});

test("a newer link takes the place of the older", async () => {
  const { id } = await somebody();
  const [older, newer] = [await makePasswordLink(id, admin.id), await makePasswordLink(id, admin.id)];
  expect(await press(setNewPassword, { token: older, password: NEW })).toMatchObject({ key: "accounts.newPassword.state.REPLACED" });
  expect(await press(setNewPassword, { token: newer, password: NEW })).toEqual(IN);
});

test("a link opens nothing for who is suspended, nor after they are reinstated, and none is made for them", async () => {
  const { id } = await somebody();
  const token = await makePasswordLink(id, admin.id);
  askAs(admin.session);
  await press(suspendPerson, { userId: id });
  expect(await press(offerNewPassword, { userId: id })).toMatchObject({ key: "accounts.refused.suspended" });
  expect(await press(setNewPassword, { token, password: NEW })).toMatchObject({ key: "accounts.newPassword.state.SUSPENDED" });
  await press(reinstatePerson, { userId: id });
  expect(await press(setNewPassword, { token, password: NEW })).toMatchObject({ key: "accounts.newPassword.state.REPLACED" });
});

test("a link that is a day old, or that nobody made, opens nothing", async () => {
  const { id, email } = await somebody();
  const token = await makePasswordLink(id, admin.id);
  await db.passwordLink.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await press(setNewPassword, { token, password: NEW })).toMatchObject({ key: "accounts.newPassword.state.EXPIRED" });
  expect(await press(setNewPassword, { token: "x".repeat(32), password: NEW })).toMatchObject({ key: "accounts.newPassword.unknown" });
  expect(await signsIn(email, OLD)).toBe(true);
});

test("a password that is too short is refused at the field, and the link still opens", async () => {
  const { id } = await somebody();
  const token = await makePasswordLink(id, admin.id);
  const answer = await press(setNewPassword, { token, password: "pendek" });
  expect(answer.status === "invalid" && answer.errors.map(({ field }) => field)).toEqual(["password"]);
  expect(await press(setNewPassword, { token, password: NEW })).toEqual(IN);
});
