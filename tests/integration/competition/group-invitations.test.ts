import { readFileSync } from "node:fs";
import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import { inviteToGroup, withdrawGroupInvitation } from "@/modules/competition/actions";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { entrantOf } from "@/modules/submission/queries/eligibility";
import { placedIn } from "../../../prisma/generate/placed";

const DAY = 24 * 60 * 60 * 1000;
const PAREPARE = "73.72";

let secretary = "";
let edition = { id: "", organizerId: "" };

beforeAll(async () => {
  await db.agency.createMany({
    data: [
      { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" },
      { code: PAREPARE, kind: "CITY", name: "Pemerintah Kota Parepare" },
      { code: "73.72/rsud", kind: "AGENCY_UNIT", name: "RSUD" },
      { code: "33.02/rsud", kind: "AGENCY_UNIT", name: "RSUD" },
    ],
  });
  const read = readRules(readFileSync("prisma/rules/kipp-2021.yaml", "utf8"));
  if (!read.ok) throw new Error("The rules of 2021 do not read.");
  const rules = placedIn(read.rules, { stage: "pendaftaran", now: await databaseNow() });
  const opened = await createEdition({ rules, isDemo: false, createdById: null });
  if (!opened.ok) throw new Error(opened.refusal.key);
  edition = await db.edition.findUniqueOrThrow({ where: { id: opened.value.id }, select: { id: true, organizerId: true } });
  const person = await db.user.create({
    data: { email: "sekretaris@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId: edition.id } } },
  });
  secretary = await openSession(person.id);
});

function invite(agency: string, group = "khusus") {
  askAs(secretary);
  return press(inviteToGroup, { slug: "kipp-2021", group, agency });
}

function withdraw(agencyCode: string) {
  askAs(secretary);
  return press(withdrawGroupInvitation, { slug: "kipp-2021", group: "khusus", agencyCode });
}

async function groupsOfParepare() {
  const { id: agencyId } = await db.agency.findUniqueOrThrow({ where: { code: PAREPARE } });
  const source = { innovationId: null, agencyId, unitId: agencyId, claimedResult: "", implementedSince: new Date(), sourceText: "", sourceInnovationId: null, sourceAgency: "", sourceYear: null };
  const context = { editionId: edition.id, organizerId: edition.organizerId, rules: { participants: { within: null, kinds: [] } } };
  return (await entrantOf(source, context)).invitedTo;
}

const events = (act: string) => db.auditEvent.count({ where: { action: `competition.${act}`, editionId: edition.id } });

describe("the secretariat and a group that is entered by invitation", () => {
  test.each([
    ["an agency that nobody knows", "Pemerintah Kota Antah", "khusus", "competition.refused.agencyUnknown"],
    ["a name that two bear", "rsud", "khusus", "competition.refused.agencyAmbiguous"],
    ["a unit that does not file for itself", "73.72/rsud", "khusus", "competition.refused.agencyTakesNoPart"],
    ["a group that is open to all", PAREPARE, "umum", "competition.refused.groupIsOpen"],
  ])("%s is refused", async (_, agency, group, key) => {
    expect(await invite(agency, group)).toMatchObject({ status: "refused", key, typed: { agency } });
    expect(await db.groupInvitation.count()).toBe(0);
  });

  test("an agency invited by its name may enter the group, and the trail tells it", async () => {
    expect(await groupsOfParepare()).toEqual([]);
    expect(await invite("pemerintah kota parepare")).toMatchObject({ status: "done" });
    expect(await groupsOfParepare()).toEqual(["khusus"]);
    expect(await events("inviteToGroup")).toBe(1);
  });

  test("a second invitation changes nothing", async () => {
    expect(await invite(PAREPARE)).toMatchObject({ status: "refused", key: "competition.refused.alreadyInvited" });
    expect(await events("inviteToGroup")).toBe(1);
  });

  test("an invitation that is withdrawn closes the group again, once", async () => {
    expect(await withdraw(PAREPARE)).toMatchObject({ status: "done" });
    expect(await groupsOfParepare()).toEqual([]);
    expect(await withdraw(PAREPARE)).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect(await events("withdrawGroupInvitation")).toBe(1);
  });

  test("after the close nobody is invited any more", async () => {
    const past = new Date(Date.now() - DAY);
    await db.stage.updateMany({ where: { editionId: edition.id, kind: "REGISTRATION" }, data: { closesAt: past } });
    expect(await invite(PAREPARE)).toMatchObject({ status: "refused", key: "competition.refused.invitationsClosed" });
  });
});
