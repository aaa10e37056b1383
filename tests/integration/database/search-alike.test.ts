import { expect, test } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holds, holdsEvery } from "@/lib/search";

const TEXT = "Gebrak’s Nur–Aini\u00a0Manis 100% “Cepat”";

const isFound = async (condition: Prisma.Sql) => {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`select ${condition} as found`;
  return row?.found;
};

test.each([
  ["gebrak's", true], ["GEBRAK’S", true], ["gebrak`s", true], ["gebrakʼs nur-aini", true], ["nur—aini manis", true], ["nur‑aini\u202fmanis", true],
  ['"cepat"', true], ["100%", true], ["", true], ["gebraks", false], ["manis nur", false], ["1_0", false],
])("a text is found by %j: %s", async (words, found) => {
  expect(await isFound(holds(Prisma.sql`${TEXT}::text`, words))).toBe(found);
});

test.each([["manis gebrak's", true], ["aini ‘", true], ["aini ”x", false], ["100% nur-aini", true], [" ", true], ["manis pahit", false], ["1_0", false]])("by every word of %j: %s", async (words, found) => {
  expect(await isFound(holdsEvery(Prisma.sql`${TEXT}::text`, words))).toBe(found);
});
