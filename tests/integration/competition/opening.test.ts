import { readFileSync } from "node:fs";
import { askAs } from "#tests/support/request";
import { countPublicChanges } from "#tests/support/public-changes";
import { press } from "#tests/support/press";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { presence } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { openEdition } from "@/modules/competition/actions";
import { editionBySlug } from "@/modules/competition/queries";

const CONTACT = "Meja Inovasi, inovasi@ambon.example, telepon (0911) 000000";
const RULES = readFileSync("tests/integration/whole-path/fourth-edition.yaml", "utf8");

let superAdmin = "";

beforeAll(async () => {
  await db.agency.create({ data: { code: "81.71", kind: "CITY", name: "Pemerintah Kota Ambon" } });
  const person = await db.user.create({
    data: { email: "sistem@contoh.test", name: "Pengelola", memberships: { create: { role: "SUPER_ADMIN" } } },
  });
  superAdmin = await openSession(person.id);
});

afterEach(() => vi.unstubAllEnvs());

async function open(year: number, contact: string | null) {
  askAs(superAdmin);
  const rules = RULES.replaceAll("2031", String(year)).replace('agency: "81.71"', `agency: "81.71"${contact ? `\n  contact: ${contact}` : ""}`);
  const told = countPublicChanges();
  expect(await press(openEdition, { rules })).toMatchObject({ status: "redirected" });
  expect(told()).toBe(1);
  return (await editionBySlug(`lomba-ambon-${year}`))!;
}

describe("the place to ask", () => {
  test("comes from the rules, and stays where later rules are silent about it", async () => {
    expect((await open(2031, CONTACT)).organizer.contact).toBe(CONTACT);
    expect((await open(2032, null)).organizer.contact).toBe(CONTACT);
  });

  test("is known to those who work in an edition", async () => {
    const { id: editionId } = (await editionBySlug("lomba-ambon-2031"))!;
    const person = await db.user.create({
      data: { email: "sekretaris@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId } } },
    });
    askAs(await openSession(person.id));
    expect((await presence()).actor?.hat?.editionContact).toBe(CONTACT);
  });
});

test("what is opened on a demonstration is marked as one, and nowhere else", async () => {
  expect((await open(2033, null)).isDemo).toBe(false);
  vi.stubEnv("SINOVIK_DEMO", "1");
  expect((await open(2034, null)).isDemo).toBe(true);
});
