import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";

const read = readRules(readFileSync("prisma/rules/kipp-2021.yaml", "utf8"));
if (!read.ok) throw new Error("The rules of 2021 do not read.");
const { rules } = read;

const open = (change: Partial<EditionRules> = {}) => createEdition({ rules: { ...rules, ...change }, isDemo: false, createdById: null });
const written = async () => [
  await db.organizer.count(), await db.competition.count(), await db.edition.count(), await db.rulesVersion.count(), await db.auditEvent.count(),
];

beforeAll(async () => {
  await db.agency.createMany({
    data: [
      { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" },
      { code: "33.02", kind: "REGENCY", name: "Pemerintah Kabupaten Banyumas" },
    ],
  });
  expect(await open()).toMatchObject({ ok: true });
});

describe("an edition that is refused", () => {
  const another = { ...rules.edition, slug: "edisi-lain", code: "EDISI-LAIN" };

  test.each<[string, Partial<EditionRules>, string]>([
    ["under an address that is taken", { edition: { ...another, slug: rules.edition.slug } }, "taken"],
    ["by an agency that does not exist", { edition: another, organizer: { agency: "99.99" } }, "organizer"],
    ["in the competition of another organiser", { edition: another, organizer: { agency: "33.02" } }, "competition"],
  ])("%s leaves nothing behind, not even its organiser", async (_, change, because) => {
    const before = await written();
    expect(await open(change)).toMatchObject({ ok: false, refusal: { key: `competition.refused.${because}` } });
    expect(await written()).toEqual(before);
  });
});
