import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { accept, endRole, handOverInvitations, invitePerson } from "@/modules/accounts/actions";
import type { LinksMade } from "@/modules/accounts/domain/invitations";
import type { Role } from "@/modules/accounts/domain/roles";
import { loadInvitation, loadPeople, loadWorkspaces } from "@/modules/accounts/loaders";

const ANSWERS = { name: "Akun Kedua", position: "", password: "kata sandi yang panjang" };
const LINK = /\/undangan\/([\w-]+)/g;

let keeper: Awaited<ReturnType<typeof somebody>>;
let office: Awaited<ReturnType<typeof somebody>>;
let unit: { id: string; code: string };

beforeAll(async () => {
  const root = await db.agency.create({ data: { code: "99.30", kind: "CITY", name: "Pemerintah Kota Teluk" } });
  unit = await db.agency.create({ data: { code: "99.30/dinas-kesehatan", kind: "AGENCY_UNIT", name: "Dinas Kesehatan", parentId: root.id } });
  keeper = await somebody("Penjaga", "SUPER_ADMIN");
  office = await somebody("Kantor", "AGENCY_ADMIN", root.id);
});

async function somebody(name: string, role: Role, agencyId?: string) {
  const { id } = await db.user.create({ data: { email: `${name.toLowerCase()}@contoh.test`, name, memberships: { create: { role, agencyId } } } });
  return { id, session: await openSession(id) };
}

const inviteTo = (email: string) => press(invitePerson, { email, role: "INNOVATOR", agencyCode: unit.code });
const openTo = (email: string) => db.invitation.findMany({ where: { email, acceptedAt: null, revokedAt: null } });

describe("whoever invites", () => {
  test("is told that the invitation waits for the super admin, and never its link, however often they press", async () => {
    askAs(office.session);
    const first = await inviteTo("satu@contoh.test");
    expect(first).toMatchObject({ status: "done", message: expect.stringMatching(/^Undangan untuk satu@contoh\.test dibuat, berlaku sampai .+ WIB\. Minta admin sistem/) });
    const told = await Promise.all(Array.from({ length: 5 }, () => inviteTo("satu@contoh.test")));
    for (const again of told) expect(again).toMatchObject({ status: "done", message: expect.stringContaining("sudah ada dan tetap sama") });
    expect(JSON.stringify([first, ...told])).not.toContain("/undangan/");
    expect(await openTo("satu@contoh.test")).toHaveLength(1);
    const { subject } = await loadPeople({});
    expect(subject.invitations).toMatchObject([{ email: "satu@contoh.test", handedOverAt: null, place: { id: "Dinas Kesehatan, Pemerintah Kota Teluk" } }]);
    expect(JSON.stringify(subject)).not.toMatch(/token/i);
  });

  test("cannot make a link either, and the log tells that they tried", async () => {
    askAs(office.session);
    const { id } = (await openTo("satu@contoh.test"))[0]!;
    expect(await press(handOverInvitations, { "invitationIds[]": id })).toMatchObject({ status: "refused", key: "accounts.refused.handOver" });
    expect(await db.auditEvent.count({ where: { action: "access.denied", actorId: office.id, subjectId: "accounts.handOver" } })).toBe(1);
  });
});

describe("the super admin", () => {
  test("makes links for several at once; each opens, names unit and agency, and the trail tells who handed it over", async () => {
    askAs(office.session);
    await inviteTo("dua@contoh.test");
    askAs(keeper.session);
    const ids = [...await openTo("satu@contoh.test"), ...await openTo("dua@contoh.test")].map(({ id }) => id);
    const made = await press(handOverInvitations, { "invitationIds[]": ids });
    const { text } = (made as { details: LinksMade }).details;
    expect(text).toContain("satu@contoh.test · Inovator, Dinas Kesehatan, Pemerintah Kota Teluk\nhttp");
    const tokens = [...text.matchAll(LINK)].map(([, token]) => token!);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(await loadInvitation({ token })).toMatchObject({ state: "OPEN", agencyName: "Dinas Kesehatan, Pemerintah Kota Teluk" });
    expect(await db.auditEvent.count({ where: { action: "accounts.handOver", actorId: keeper.id, subjectId: { in: ids } } })).toBe(2);
    expect(await db.invitation.count({ where: { id: { in: ids }, handedOverById: keeper.id } })).toBe(2);
    expect((await loadPeople({ query: { cari: "dua@" } })).subject.invitations).toMatchObject([{ handedOverBy: "Penjaga" }]);
  });

  test("who makes a link again makes the one before worth nothing; one that was used is left out", async () => {
    askAs(keeper.session);
    const { id } = (await openTo("dua@contoh.test"))[0]!;
    const link = async () => [...((await press(handOverInvitations, { "invitationIds[]": id })) as { details: LinksMade }).details.text.matchAll(LINK)][0]![1]!;
    const [before, after] = [await link(), await link()];
    expect(await loadInvitation({ token: before })).toBeNull();
    askAs(null);
    await press(accept, { token: after, ...ANSWERS });
    askAs(keeper.session);
    expect(await press(handOverInvitations, { "invitationIds[]": id })).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect(await press(handOverInvitations, {})).toMatchObject({ status: "invalid", errors: [{ field: "invitationIds", text: "Pilih paling sedikit satu undangan." }] });
  });

  test("who invites is shown the link, and a new one when they press again", async () => {
    askAs(keeper.session);
    const press_ = () => press(invitePerson, { email: "auditor@contoh.test", role: "AUDITOR" });
    expect(await press_()).toMatchObject({ status: "done", details: { isAgain: false, link: expect.stringContaining("/undangan/") } });
    expect(await press_()).toMatchObject({ status: "done", details: { isAgain: true, link: expect.stringContaining("/undangan/") } });
    expect(await openTo("auditor@contoh.test")).toHaveLength(1);
  });
});

test("a unit stands with its agency on its people's list of workspaces", async () => {
  const { id } = await db.user.create({
    data: { email: "dinas@contoh.test", name: "Dinas", memberships: { create: [{ role: "INNOVATOR", agencyId: unit.id }, { role: "AUDITOR" }] } },
  });
  askAs(await openSession(id));
  const { subject } = await loadWorkspaces({});
  expect(subject.memberships.map(({ agencyName }) => agencyName).sort()).toEqual(["Dinas Kesehatan, Pemerintah Kota Teluk", null].sort());
});

/** The six requests with which one secretariat published alone, in their order. */
test("a secretariat makes no publisher of its own: neither the role nor a link, nor by ending the publisher's role", async () => {
  const organizer = await db.agency.create({ data: { code: "99.40", kind: "MINISTRY", name: "Kementerian" } });
  const { edition, publisher } = await anEdition(organizer.id);
  const secretary = await db.user.create({ data: { email: "sekretaris@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId: edition } } } });
  askAs(await openSession(secretary.id));
  for (const role of ["PUBLISHER", "AUDITOR", "SECRETARIAT", "SUPER_ADMIN"]) {
    const asked = await press(invitePerson, { email: "akun.kedua@contoh.test", role, editionSlug: "uji-penerbit" });
    expect(asked).toMatchObject({ status: "refused", key: "accounts.refused.invite" });
  }
  expect(await db.invitation.count({ where: { email: "akun.kedua@contoh.test" } })).toBe(0);
  for (const role of ["ADMIN_SELECTOR", "EVALUATOR", "PANELIST"]) {
    const asked = await press(invitePerson, { email: "akun.kedua@contoh.test", role, editionSlug: "uji-penerbit" });
    expect(asked).toMatchObject({ status: "done" });
    expect(JSON.stringify(asked)).not.toContain("/undangan/");
  }
  expect(await press(endRole, { membershipId: publisher })).toMatchObject({ status: "refused", key: "accounts.refused.endMembership" });
});

async function anEdition(agencyId: string) {
  const organizer = await db.organizer.create({ data: { slug: "uji-penyelenggara", agencyId } });
  const competition = await db.competition.create({ data: { slug: "uji", nameId: "Uji", nameEn: "Trial", organizerId: organizer.id } });
  const edition = await db.edition.create({
    data: { slug: "uji-penerbit", code: "UJI-PENERBIT", year: 2026, zone: "Asia/Jakarta", nameId: "Uji", nameEn: "Trial", organizerId: organizer.id, competitionId: competition.id },
  });
  const user = await db.user.create({ data: { email: "penerbit@contoh.test", name: "Penerbit", memberships: { create: { role: "PUBLISHER", editionId: edition.id } } }, include: { memberships: true } });
  return { edition: edition.id, publisher: user.memberships[0]!.id };
}
