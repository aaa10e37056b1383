import { randomUUID } from "node:crypto";
import { askAs, keptSession } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkCredentials, hashPassword } from "@/lib/auth/credentials";
import { db } from "@/lib/db";
import { accept, acceptWithAccount } from "@/modules/accounts/actions";
import type { Role } from "@/modules/accounts/domain/roles";
import { invite } from "@/modules/accounts/repository";

/* The real ones, with a count of their calls. */
vi.mock("@/lib/auth/credentials", { spy: true });

const PASSWORD = "kata sandi yang panjang";
let userId = "";

beforeAll(async () => {
  const person = await db.user.create({
    data: { email: "orang@contoh.test", name: "Orang", passwordHash: await hashPassword(PASSWORD), memberships: { create: { role: "AUDITOR" } } },
  });
  userId = person.id;
});
beforeEach(() => askAs(null));

describe("an invitation", () => {
  const linkTo = async (email: string, role: Role) =>
    (await invite({ email, role, editionId: null, agencyId: null, invitedById: userId, handedOverById: userId })).token!;
  const invitation = (email: string) => linkTo(email, "AUDITOR");
  const toKeep = (email: string) => linkTo(email, "SUPER_ADMIN");
  const answers = { name: "Orang Baru", position: "Auditor", password: PASSWORD };

  test("makes a person with a password of their own, once", async () => {
    const token = await invitation("baru@contoh.test");
    expect(await press(accept, { token, ...answers })).toEqual({ status: "redirected", to: "/ruang" });
    expect(await press(accept, { token, ...answers })).toMatchObject({ status: "refused", key: "accounts.invitation.state.ACCEPTED" });
    expect(await db.membership.count({ where: { user: { email: "baru@contoh.test" } } })).toBe(1);
  });

  test("tells with the role it gives who gave it", async () => {
    await press(accept, { token: await invitation("diberi@contoh.test"), ...answers });
    expect(await db.membership.findFirst({ where: { user: { email: "diberi@contoh.test" } } })).toMatchObject({ grantedById: userId });
  });

  test("that does not exist is refused before any work is done for it, sixty times from one network", async () => {
    const hashing = vi.mocked(hashPassword).mockClear();
    const guess = () => press(accept, { token: randomUUID(), ...answers });
    askAs(null, { source: "192.0.2.60" });
    const told = await Promise.all(Array.from({ length: 70 }, guess));
    const keys = told.map((answer) => answer.status === "refused" && answer.key);
    expect(keys.filter((key) => key === "accounts.invitation.unknown")).toHaveLength(60);
    expect(keys.filter((key) => key === "accounts.signIn.tooMany")).toHaveLength(10);
    expect(hashing).not.toHaveBeenCalled();
    askAs(null, { source: "192.0.2.61" });
    expect(await press(accept, { token: await invitation("dari-tempat-lain@contoh.test"), ...answers })).toMatchObject({ to: "/ruang" });
    expect(hashing).toHaveBeenCalledTimes(1);
  });

  test("used twenty times at once gives one role", async () => {
    const token = await invitation("ramai@contoh.test");
    await Promise.all(Array.from({ length: 20 }, () => press(accept, { token, ...answers })));
    expect(await db.membership.count({ where: { user: { email: "ramai@contoh.test" } } })).toBe(1);
  });

  test("to a role that somebody has gives no second one", async () => {
    await press(accept, { token: await invitation("dua@contoh.test"), ...answers });
    const roles = { user: { email: "dua@contoh.test" } };
    for (let times = 0; times < 2; times += 1) await press(acceptWithAccount, { token: await invitation("dua@contoh.test"), password: PASSWORD });
    expect(await db.membership.count({ where: roles })).toBe(1);

    await db.membership.updateMany({ where: roles, data: { endedAt: new Date() } });
    await press(acceptWithAccount, { token: await invitation("dua@contoh.test"), password: PASSWORD });
    expect(await db.membership.count({ where: { ...roles, endedAt: null } })).toBe(1);
  });

  test("made again takes the place of the one before, also five times at once: one is open, and one link opens it", async () => {
    const tokens = await Promise.all(Array.from({ length: 5 }, () => invitation("lima@contoh.test")));
    expect(await db.invitation.count({ where: { email: "lima@contoh.test", acceptedAt: null, revokedAt: null } })).toBe(1);
    const told = [];
    for (const token of tokens) told.push(await press(accept, { token, ...answers }));
    expect(told.filter(({ status }) => status === "redirected")).toHaveLength(1);
    expect(told.filter((answer) => "key" in answer && answer.key === "accounts.invitation.unknown")).toHaveLength(4);
  });

  test("that has lapsed is good again when somebody asks for it again", async () => {
    const old = await invitation("lewat@contoh.test");
    await db.invitation.updateMany({ where: { email: "lewat@contoh.test" }, data: { expiresAt: new Date("2026-01-01") } });
    expect(await press(accept, { token: old, ...answers })).toMatchObject({ key: "accounts.invitation.state.EXPIRED" });
    expect(await press(accept, { token: await invitation("lewat@contoh.test"), ...answers })).toMatchObject({ to: "/ruang" });
  });

  test.each(["N", "Ö", "健"])("is accepted by somebody whose name is %s", async (name) => {
    const email = `huruf-${randomUUID()}@contoh.test`;
    expect(await press(accept, { token: await invitation(email), ...answers, name })).toMatchObject({ to: "/ruang" });
    expect((await db.user.findUniqueOrThrow({ where: { email } })).name).toBe(name);
  });

  test("to somebody known is accepted with their password alone, which signs them in; name and password stay", async () => {
    const token = await toKeep("orang@contoh.test");
    expect(await press(acceptWithAccount, { token, password: PASSWORD })).toEqual({ status: "redirected", to: "/ruang" });
    expect(keptSession()).toBeTruthy();
    expect(await db.membership.count({ where: { userId, role: "SUPER_ADMIN" } })).toBe(1);
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).name).toBe("Orang");
    expect((await checkCredentials({ email: "orang@contoh.test", password: PASSWORD, source: "192.0.2.9" })).ok).toBe(true);
  });

  test("to somebody known gives whoever only has the link neither the role nor the account, and stays open", async () => {
    await db.membership.deleteMany({ where: { userId, role: "SUPER_ADMIN" } });
    const token = await toKeep("orang@contoh.test");
    expect(await press(acceptWithAccount, { token, password: "kata sandi orang lain" })).toMatchObject({ key: "accounts.invitation.wrongPassword" });
    expect(await press(accept, { token, ...answers })).toMatchObject({ key: "accounts.invitation.knownMeanwhile" });
    expect(await db.membership.count({ where: { userId, role: "SUPER_ADMIN" } })).toBe(0);
    expect(await press(acceptWithAccount, { token, password: PASSWORD })).toMatchObject({ to: "/ruang" });
  });

  test("to somebody new is not accepted as if they had an account", async () => {
    const token = await invitation("belum-ada@contoh.test");
    expect(await press(acceptWithAccount, { token, password: PASSWORD })).toMatchObject({ key: "accounts.invitation.wrongPassword" });
    expect(await db.user.count({ where: { email: "belum-ada@contoh.test" } })).toBe(0);
  });

  test("without a name is told so in its own words", async () => {
    const answer = await press(accept, { token: await invitation("tanpa-nama@contoh.test"), ...answers, name: " " });
    expect(answer).toMatchObject({ status: "invalid", errors: [{ field: "name", text: "Isi nama Anda; satu huruf pun boleh." }] });
  });

  test("with a short password is refused at the field", async () => {
    const answer = await press(accept, { token: await invitation("pendek@contoh.test"), ...answers, password: "pendek" });
    expect(answer.status === "invalid" && answer.errors.map(({ field }) => field)).toEqual(["password"]);
  });
});
