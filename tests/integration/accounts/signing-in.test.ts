import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/auth/credentials";
import { presence } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { chooseWorkspace, signIn, signInToDemonstration, signOut, suspendPerson } from "@/modules/accounts/actions";

const PASSWORD = "kata sandi yang panjang";
let userId = "";

beforeAll(async () => {
  const person = await db.user.create({
    data: { email: "orang@contoh.test", name: "Orang", passwordHash: await hashPassword(PASSWORD), memberships: { create: { role: "AUDITOR" } } },
  });
  userId = person.id;
});

describe("signing in", () => {
  test("the right password leads to the workspace, or to the address that was asked for", async () => {
    const fields = { email: " Orang@Contoh.test ", password: PASSWORD };
    expect(await press(signIn, fields)).toEqual({ status: "redirected", to: "/ruang" });
    expect(await press(signIn, { ...fields, back: "/audit?rantai=1" })).toEqual({ status: "redirected", to: "/audit?rantai=1" });
  });

  test("an address outside of the portal is never followed", async () => {
    for (const back of ["https://lain.example/", "//lain.example", "/\\lain.example", "javascript:alert(1)"])
      expect(await press(signIn, { email: "orang@contoh.test", password: PASSWORD, back })).toEqual({ status: "redirected", to: "/ruang" });
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const wrong = await press(signIn, { email: "orang@contoh.test", password: "bukan ini" });
    const unknown = await press(signIn, { email: "tidak.ada@contoh.test", password: "bukan ini" });
    expect(wrong).toMatchObject({ status: "refused", key: "accounts.signIn.wrong" });
    expect({ ...unknown, typed: null }).toEqual({ ...wrong, typed: null });
  });

  test("a password is never sent back to the page", async () => {
    const answer = await press(signIn, { email: "orang@contoh.test", password: "rahasia sekali" });
    expect(JSON.stringify(answer)).not.toContain("rahasia sekali");
  });

  test("outside of a demonstration nobody signs in without a password", async () => {
    await db.user.create({ data: { email: "peran@peragaan.example", name: "Peran" } });
    expect(await press(signInToDemonstration, { email: "peran@peragaan.example" })).toMatchObject({ key: "accounts.signIn.wrong" });
  });

  test("an unknown field is refused", async () => {
    expect(await press(signIn, { email: "orang@contoh.test", password: PASSWORD, role: "SUPER_ADMIN" })).toMatchObject({ status: "invalid" });
  });
});

describe("a session", () => {
  afterEach(() => void vi.useRealTimers());

  test.each([-8, 8])("lasts its week by the database's clock, with the portal's own %i days off", async (days) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * 24 * 60 * 60 * 1000 });
    const session = await openSession(userId);
    const [row] = await db.$queryRaw<{ hours: number }[]>`
      select round(extract(epoch from max("expiresAt") - clock_timestamp()) / 3600)::int as hours from "Session" where "userId" = ${userId}::uuid and "createdAt" > now() - interval '1 minute'`;
    expect(row?.hours).toBe(7 * 24);
    askAs(session);
    expect((await presence()).actor?.userId).toBe(userId);
  });

  test("ends on the server when its holder signs out", async () => {
    const session = await openSession(userId);
    askAs(session, { path: "/audit" });
    expect((await presence()).actor?.userId).toBe(userId);
    expect(await press(signOut, {})).toEqual({ status: "redirected", to: "/" });
    askAs(session);
    expect((await presence()).actor).toBeNull();
  });

  test("is over at once when its holder is suspended, and a role that ended is gone at the next request", async () => {
    const admin = await db.user.create({ data: { email: "admin@contoh.test", name: "Admin", memberships: { create: { role: "SUPER_ADMIN" } } } });
    const person = await db.user.create({ data: { email: "lepas@contoh.test", name: "Lepas", memberships: { create: { role: "AUDITOR" } } } });
    const session = await openSession(person.id);
    await db.membership.updateMany({ where: { userId: person.id }, data: { endedAt: new Date() } });
    askAs(session);
    expect((await presence()).actor?.hat).toBeNull();

    askAs(await openSession(admin.id));
    expect(await press(suspendPerson, { userId: person.id })).toMatchObject({ status: "redirected" });
    askAs(session);
    expect((await presence()).actor).toBeNull();
  });

  test("wears only a role that its holder has", async () => {
    const other = await db.user.create({ data: { email: "lain@contoh.test", name: "Lain", memberships: { create: { role: "SUPER_ADMIN" } } }, include: { memberships: true } });
    askAs(await openSession(userId));
    expect(await press(chooseWorkspace, { membershipId: other.memberships[0]!.id })).toMatchObject({ status: "refused" });
  });
});
