import { askAs } from "#tests/support/request";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { loadPeople, loadSignIn, loadWorkspaces } from "@/modules/accounts/loaders";
import { invite } from "@/modules/accounts/repository";
import { loadAllAgencies, loadOwnUnits } from "@/modules/agencies/loaders";

const UNREADABLE = ["\u0000", "\ud800", ["dua", "kali"]];
let sessions: { system: string; agency: string };

beforeAll(async () => {
  const city = await db.agency.create({ data: { code: "99.10", kind: "CITY", name: "Kota Uji" } });
  const units = ["Dinas Kesehatan", "Dinas Sosial"].map((name) => ({ code: `99.10/${name}`, kind: "AGENCY_UNIT" as const, name, parentId: city.id }));
  await db.agency.createMany({ data: units });
  const { id: agencyId } = await db.agency.findUniqueOrThrow({ where: { code: "99.10/Dinas Sosial" } });
  const person = (name: string, role: "SUPER_ADMIN" | "AGENCY_ADMIN" | "INNOVATOR", place?: string) =>
    db.user.create({ data: { email: `${name.toLowerCase()}@contoh.test`, name, memberships: { create: { role, agencyId: place } } } });
  const [system, agency] = [await person("Sistem", "SUPER_ADMIN"), await person("Admin", "AGENCY_ADMIN", city.id)];
  for (const name of ["Budi", "Citra"]) await person(name, "INNOVATOR", agencyId);
  for (const email of ["dewi@contoh.test", "eko@contoh.test"]) await invite({ email, role: "INNOVATOR", editionId: null, agencyId, invitedById: agency.id });
  sessions = { system: await openSession(system.id), agency: await openSession(agency.id) };
});

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe("the lists of an agency", () => {
  test("find people by name, and invitations by their address", async () => {
    askAs(sessions.agency);
    const { people, text } = (await loadPeople({ query: { cari: " budi " } })).subject;
    expect({ people: names(people), text }).toEqual({ people: ["Budi"], text: "budi" });
    const { invitations } = (await loadPeople({ query: { cari: "DEWI" } })).subject;
    expect(invitations.map(({ email }) => email)).toEqual(["dewi@contoh.test"]);
  });

  test("find units, and what is searched for among people leaves them alone", async () => {
    askAs(sessions.agency);
    expect(names((await loadOwnUnits({ query: { unit: "sosial" } })).subject.units)).toEqual(["Dinas Sosial"]);
    expect((await loadOwnUnits({ query: { cari: "sosial" } })).subject.units).toHaveLength(3);
  });
});

test.each(UNREADABLE)("an address that asks for %j shows everything", async (cari) => {
  askAs(sessions.system);
  expect((await loadPeople({ query: { cari } })).subject.people).toHaveLength(4);
  expect((await loadAllAgencies({ query: { cari } })).subject.agencies).toHaveLength(3);
});

test.each(["//lain.example", ["/audit", "/audit"], "\u0000"])("an address that leads back to %j leads to the workspace", async (kembali) => {
  askAs(sessions.system);
  expect((await loadWorkspaces({ query: { kembali } })).subject.back).toBeUndefined();
  askAs(null);
  expect((await loadSignIn({ query: { kembali } })).back).toBeUndefined();
  expect((await loadSignIn({ query: { kembali: "/audit" } })).back).toBe("/audit");
});
