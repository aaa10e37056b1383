import { countQueries } from "#tests/support/query-count";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { allEditions, editionBySlug } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { sampleRules } from "../../../prisma/generate/sample-rules";

const MANY = 60;

beforeAll(async () => {
  await db.agency.create({ data: { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" } });
  const { edition } = sampleRules();
  for (let number = 1; number <= MANY; number += 1) {
    const rules = sampleRules({ edition: { ...edition, slug: `contoh-${number}`, code: `CONTOH-${number}` } });
    const opened = await createEdition({ rules, isDemo: false, createdById: null });
    if (!opened.ok) throw new Error(opened.refusal.key);
  }
});

test("the rules of many editions are read in one statement, and once", async () => {
  expect(await countQueries(allEditions)).toBe(2);
  expect(await countQueries(allEditions)).toBe(1);
  const editions = await allEditions();
  expect(editions.map(({ slug, rules }) => slug === rules.edition.slug)).toEqual(Array.from({ length: MANY }, () => true));
  expect(await countQueries(() => editionBySlug("contoh-1"))).toBe(1);
});
