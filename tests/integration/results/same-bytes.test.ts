import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";

const ENTRIES = 200;
const own: string[] = [];

type Frozen = { body: string; sha256: string; files: string[] };

/** The same generated competition, from filing to the second publication, in the database that is connected now. */
async function runCompetition(): Promise<Record<"top-99" | "top-45", Frozen>> {
  const { loadEdition, loadPanelReadings } = await import("../../../prisma/seed/load-edition");
  const { publishResult } = await import("../../../prisma/seed/publish");
  const { rulesFile } = await import("../../../prisma/seed/rules-file");
  const loaded = await loadEdition({
    rules: rulesFile("kipp-2020"), count: ENTRIES, seed: 11, upTo: "EVALUATED", failing: 10, groupMix: { umum: 160, replikasi: 10, khusus: 30 }, evaluators: 30,
  });
  const { slug, staff, editionId } = loaded;
  const people = { composerId: staff.secretariat.id, publisherId: staff.publisher.id, decree: { number: "", date: "" } };
  expect(await publishResult({ slug, result: "top-99", ...people })).toBe(114);
  await loadPanelReadings({ editionId, seed: 11, panelists: 9 });
  expect(await publishResult({ slug, result: "top-45", ...people })).toBe(50);
  return { "top-99": await frozen(editionId, "top-99"), "top-45": await frozen(editionId, "top-45") };
}

async function frozen(editionId: string, resultKey: string): Promise<Frozen> {
  const { db } = await import("@/lib/db");
  const { body, sha256 } = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId, resultKey } });
  const publication = await db.publication.findFirstOrThrow({ where: { editionId, resultKey }, include: { files: { where: { kind: "CSV" } } } });
  return { body, sha256, files: publication.files.map((file) => file.body) };
}

/** Another empty database on the same server; what was loaded of the application is forgotten with the first. */
async function moveToAnotherDatabase(): Promise<void> {
  const { db } = await import("@/lib/db");
  await db.$disconnect();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE "${new URL(process.env.TEST_DATABASE_URL!).pathname.slice(1)}"`);
  own.push(name);
  const address = new URL(process.env.DATABASE_URL!);
  address.pathname = `/${name}`;
  process.env.DATABASE_URL = String(address);
  delete (globalThis as { sinovikDb?: unknown }).sinovikDb;
  vi.resetModules();
}

async function onServer(sql: string): Promise<void> {
  const server = new URL(process.env.TEST_DATABASE_URL!);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: String(server) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

afterAll(async () => {
  const { db } = await import("@/lib/db");
  await db.$disconnect();
  for (const name of own) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

describe("one competition in two databases", () => {
  it("gives the same bytes for both frozen rankings and both published tables", { timeout: 180_000 }, async () => {
    const one = await runCompetition();
    await moveToAnotherDatabase();
    const other = await runCompetition();
    expect(JSON.parse(one["top-99"].body).entries).toHaveLength(190);
    expect(JSON.parse(one["top-45"].body).entries).toHaveLength(114);
    expect(other).toEqual(one);
  });
});
