import { randomUUID } from "node:crypto";
import { askAs, timesShownAnew } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { invitePerson, reinstatePerson, suspendPerson, withdrawInvitation } from "@/modules/accounts/actions";
import { invite } from "@/modules/accounts/repository";
import { registerAgency, registerUnit } from "@/modules/agencies/actions";

const SEARCHED = "/sistem/pengguna?cari=budi";
let admin: { id: string; session: string };
let person: { id: string };

beforeAll(async () => {
  const { id } = await db.user.create({ data: { email: "admin@contoh.test", name: "Admin", memberships: { create: { role: "SUPER_ADMIN" } } } });
  admin = { id, session: await openSession(id) };
  person = await db.user.create({ data: { email: "budi@contoh.test", name: "Budi", memberships: { create: { role: "AUDITOR" } } } });
});
beforeEach(() => void timesShownAnew());

const onThePage = (isScripted: boolean) => askAs(admin.session, { path: SEARCHED, isScripted });
const anInvitation = async () => {
  const email = `${randomUUID()}@contoh.test`;
  await invite({ email, role: "AUDITOR", editionId: null, agencyId: null, invitedById: admin.id });
  return (await db.invitation.findFirstOrThrow({ where: { email } })).id;
};

describe("without a script", () => {
  test("suspending and reinstating lead to the same page with the same search", async () => {
    onThePage(false);
    expect(await press(suspendPerson, { userId: person.id })).toEqual({ status: "redirected", to: SEARCHED });
    expect(await press(reinstatePerson, { userId: person.id })).toEqual({ status: "redirected", to: SEARCHED });
    expect(timesShownAnew()).toBe(0);
  });

  test("a withdrawn invitation is said on the page that answers", async () => {
    onThePage(false);
    expect(await press(withdrawInvitation, { invitationId: await anInvitation() })).toMatchObject({ status: "done", message: expect.stringContaining("dibatalkan") });
  });
});

describe("with a script the page is shown anew in its place", () => {
  beforeEach(() => onThePage(true));

  test("after suspending and after reinstating", async () => {
    expect(await press(suspendPerson, { userId: person.id })).toMatchObject({ status: "done" });
    expect(await press(reinstatePerson, { userId: person.id })).toMatchObject({ status: "done" });
    expect(timesShownAnew()).toBe(2);
  });

  test("after inviting and after withdrawing", async () => {
    expect(await press(invitePerson, { email: "baru@contoh.test", role: "AUDITOR" })).toMatchObject({ status: "done" });
    expect(await press(withdrawInvitation, { invitationId: await anInvitation() })).toMatchObject({ status: "done" });
    expect(timesShownAnew()).toBe(2);
  });

  test("and the place that a role is for is asked at its field", async () => {
    const asked = async (role: string) => press(invitePerson, { email: "baru@contoh.test", role });
    expect(await asked("INNOVATOR")).toMatchObject({ status: "invalid", errors: [{ field: "agencyCode" }] });
    expect(await asked("AGENCY_ADMIN")).toMatchObject({ status: "invalid", errors: [{ field: "agencyCode" }] });
    expect(await asked("EVALUATOR")).toMatchObject({ status: "invalid", errors: [{ field: "editionSlug" }] });
    expect(timesShownAnew()).toBe(0);
  });

  test("after a unit was added", async () => {
    await db.agency.create({ data: { code: "99.10", kind: "CITY", name: "Kota" } });
    expect(await press(registerUnit, { parentCode: "99.10", kind: "AGENCY_UNIT", name: "Dinas Baru" })).toMatchObject({ status: "done" });
    expect(timesShownAnew()).toBe(1);
  });

  test("but not after a unit that no code can be made for, nor when its name is taken", async () => {
    await db.agency.create({ data: { code: "99.20", kind: "CITY", name: "Kota" } });
    const add = (name: string) => press(registerUnit, { parentCode: "99.20", kind: "AGENCY_UNIT", name });
    expect(await add("健康センター")).toMatchObject({ status: "refused", key: "agencies.refused.unitName" });
    expect(await db.agency.count({ where: { code: { startsWith: "99.20/" } } })).toBe(0);
    await add("Dinas Baru");
    timesShownAnew();
    expect(await add("dinas  baru")).toMatchObject({ status: "refused", key: "agencies.refused.unitExists" });
    expect(timesShownAnew()).toBe(0);
  });

  test("after an agency was added, under a code of its kind that nobody has", async () => {
    const add = (kind: string, code: string) => press(registerAgency, { kind, code, name: "Kementerian Digital" });
    expect(await add("MINISTRY", "k-digital")).toMatchObject({ status: "done" });
    expect(await add("REGIONAL_SOE", "D-73-AIR")).toMatchObject({ status: "done" });
    expect(timesShownAnew()).toBe(2);
    expect(await db.agency.findUnique({ where: { code: "K-DIGITAL" } })).toMatchObject({ kind: "MINISTRY", parentId: null, provinceCode: null });
    expect(await db.agency.findUnique({ where: { code: "D-73-AIR" } })).toMatchObject({ provinceCode: "73" });
    expect(await db.auditEvent.count({ where: { action: "agencies.addAgency", subjectId: "K-DIGITAL" } })).toBe(1);

    expect(await add("MINISTRY", "K-DIGITAL")).toMatchObject({ status: "refused", key: "agencies.refused.codeTaken" });
    const mismatch = await add("CITY", "33.02");
    expect(mismatch.status === "invalid" && mismatch.errors.map(({ field }) => field)).toEqual(["code"]);
  });

  test("but not after a refusal, which changes nothing", async () => {
    const invitationId = await anInvitation();
    await press(withdrawInvitation, { invitationId });
    timesShownAnew();
    expect(await press(withdrawInvitation, { invitationId })).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect(timesShownAnew()).toBe(0);
  });
});
