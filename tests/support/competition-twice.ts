import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, vi } from "vitest";
import { asOwner } from "./owner";
import type { EditionLoad } from "../../prisma/seed/load-edition";

export type Frozen = { body: string; sha256: string; table: string };
export type Outcome = Record<"top-99" | "top-45", Frozen & { published: number }>;

/** The generated competition of 2020, from filing to the second publication, in the database that is connected now. */
export async function runCompetition(load: Omit<EditionLoad, "rules" | "upTo"> & { panelists: number }): Promise<Outcome> {
  const { loadEdition, loadPanelReadings } = await import("../../prisma/seed/load-edition");
  const { publishResult } = await import("../../prisma/seed/publish");
  const { rulesFile } = await import("../../prisma/seed/rules-file");
  const { panelists, ...wanted } = load;
  const { slug, staff, editionId } = await loadEdition({ ...wanted, rules: rulesFile("kipp-2020"), upTo: "EVALUATED" });

  const people = { composerId: staff.secretariat.id, publisherId: staff.publisher.id, decree: { number: "", date: "" } };
  await gatherStatistics();
  const first = await publishResult({ slug, result: "top-99", ...people });
  await loadPanelReadings({ editionId, seed: load.seed, panelists });
  await gatherStatistics();
  const second = await publishResult({ slug, result: "top-45", ...people });
  return {
    "top-99": { ...(await frozen(editionId, "top-99")), published: first },
    "top-45": { ...(await frozen(editionId, "top-45")), published: second },
  };
}

/**
 * Statistics of what was loaded, as autovacuum or the owner would gather them: the portal's role may not, and without them
 * PostgreSQL plans for empty tables.
 */
const gatherStatistics = () => asOwner("analyze");

/** Another empty database on the same server; what was loaded of the application is forgotten with the first. */
export async function moveToAnotherDatabase(): Promise<void> {
  const { db } = await import("@/lib/db");
  await db.$disconnect();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE "${new URL(process.env.TEST_DATABASE_URL!).pathname.slice(1)}"`);
  others.push(name);
  const address = new URL(process.env.DATABASE_URL!);
  address.pathname = `/${name}`;
  process.env.DATABASE_URL = String(address);
  delete (globalThis as { sinovikDb?: unknown }).sinovikDb;
  vi.resetModules();
}

const others: string[] = [];

afterAll(async () => {
  const { db } = await import("@/lib/db");
  await db.$disconnect();
  for (const name of others) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function frozen(editionId: string, resultKey: string): Promise<Frozen> {
  const { db } = await import("@/lib/db");
  const { body, sha256 } = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId, resultKey } });
  const { body: table } = await db.publicationFile.findFirstOrThrow({ where: { publication: { editionId, resultKey }, kind: "CSV" } });
  return { body, sha256, table };
}

async function onServer(sql: string): Promise<void> {
  const server = new URL(process.env.TEST_DATABASE_URL!);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: String(server) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
