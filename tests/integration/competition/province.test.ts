import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";

import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { startSubmission } from "@/modules/submission/actions/writing";
import { placedIn } from "../../../prisma/generate/placed";

/** Who may begin where in a province's competition, asked at the door by people of each kind of unit. */
const NAMES = { diy: "kipp-diy-2025", sulsel: "kipp-sulsel-2023" } as const;
type Name = keyof typeof NAMES;

const AGENCIES = [
  ["34", "PROVINCE"], ["34/dinas-pendidikan", "AGENCY_UNIT"], ["34/dinas-pendidikan/sman-1", "SCHOOL"], ["34.02", "REGENCY"],
  ["34.02/dinas-kesehatan", "AGENCY_UNIT"], ["34.02/dinas-kesehatan/puskesmas", "SERVICE_UNIT"], ["34.02/kalurahan-sabdodadi", "VILLAGE"],
  ["D-34-BANK", "REGIONAL_SOE"], ["33.02", "REGENCY"], ["33.02/dinas-kesehatan", "AGENCY_UNIT"],
  ["73", "PROVINCE"], ["73/dinas-kesehatan", "AGENCY_UNIT"], ["73.72", "CITY"], ["73.72/rsud", "SERVICE_UNIT"], ["73.01", "REGENCY"],
] as const;

const sessions = new Map<string, string>();

beforeAll(async () => {
  for (const [code, kind] of AGENCIES) {
    const parent = code.includes("/") ? await db.agency.findUniqueOrThrow({ where: { code: code.slice(0, code.lastIndexOf("/")) } }) : null;
    const { id } = await db.agency.create({ data: { code, kind, name: code, parentId: parent?.id } });
    const person = await db.user.create({
      data: { email: `${sessions.size}@contoh.test`, name: code, memberships: { create: { role: "INNOVATOR", agencyId: id } } },
    });
    sessions.set(code, await openSession(person.id));
  }
  for (const name of Object.keys(NAMES)) {
    const read = readRules(readFileSync(`prisma/rules/kipp-${name}.yaml`, "utf8"));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const rules = placedIn(read.rules, { stage: "pendaftaran", now: await databaseNow() });
    const opened = await createEdition({ rules, isDemo: false, createdById: null });
    if (!opened.ok) throw new Error(opened.refusal.key);
  }
});

function start(name: Name, unit: string, more: Record<string, string>) {
  askAs(sessions.get(unit)!);
  return press(startSubmission, {
    edition: NAMES[name], key: randomUUID(), title: `Inovasi ${unit}`, month: "1", year: "2015", pastResult: "none", otherResult: "", origin: "OWN",
    sourceText: "", category: "kesehatan", signatory: "Kepala", ...more,
  });
}

/** The groups that take an innovation of a unit; null where its agency takes no part. */
async function openGroups(name: Name, unit: string) {
  const answer = await start(name, unit, { step: "check" });
  if (answer.status !== "done") return null;
  const { groups } = answer.details as { groups: { key: string; reasons: string[] }[] };
  return groups.filter(({ reasons }) => reasons.length === 0).map(({ key }) => key);
}

describe("five groups bound to what a body is", () => {
  test.each([
    ["34/dinas-pendidikan", ["opd-provinsi"]],
    ["34/dinas-pendidikan/sman-1", ["sekolah"]],
    ["34.02/dinas-kesehatan/puskesmas", ["kabupaten-kota"]],
    ["34.02/kalurahan-sabdodadi", ["kalurahan"]],
    ["D-34-BANK", ["bumd"]],
    ["33.02/dinas-kesehatan", null],
    ["34", null],
  ] as const)("%s enters %j", async (unit, groups) => {
    expect(await openGroups("diy", unit)).toEqual(groups);
  });

  test("another group is refused with the reason, whatever the form sends", async () => {
    const answer = await start("diy", "34/dinas-pendidikan/sman-1", { step: "create", group: "opd-provinsi" });
    expect(answer).toMatchObject({ status: "refused", key: "submission.refused.group" });
    const { groups } = (answer as { details: { groups: { key: string; reasons: string[] }[] } }).details;
    expect(groups.find(({ key }) => key === "opd-provinsi")!.reasons).toEqual([expect.stringContaining("Sekolah")]);
    expect(await db.submission.count()).toBe(0);
  });
});

describe("offices of the province beside its regencies and cities", () => {
  test.each([
    ["73/dinas-kesehatan", "73/dinas-kesehatan"],
    ["73.72/rsud", "73.72"],
    ["73.01", "73.01"],
  ] as const)("%s begins, and %s files for it", async (unit, agency) => {
    expect(await start("sulsel", unit, { step: "create", group: "umum" })).toMatchObject({ status: "redirected" });
    const { agency: filing } = await db.submission.findFirstOrThrow({ where: { unit: { code: unit } }, include: { agency: true } });
    expect(filing.code).toBe(agency);
  });

  test("a regency of another province takes no part", async () => {
    expect(await openGroups("sulsel", "33.02/dinas-kesehatan")).toBeNull();
  });
});
