import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, vi } from "vitest";
import { beginAnew } from "./each-file";

// Each test file works on its own database, copied from the migrated template. Files of one process share its modules, so they
// share the name too: each makes its database anew.
const template = process.env.TEST_DATABASE_URL;
if (!template) throw new Error("TEST_DATABASE_URL names the migrated template database; `npm test` sets it.");

const address = new URL(template);
const templateName = address.pathname.slice(1);
const shared = globalThis as typeof globalThis & { databaseName?: string };
const name = (shared.databaseName ??= `t_${randomUUID().replaceAll("-", "")}`);

await copyTemplate();
beginAnew();
address.pathname = `/${name}`;
// What tests do through the portal they do as the portal's role, so that each of them shows that its rights suffice.
address.searchParams.set("options", "-c role=sinovik_web");
process.env.DATABASE_URL = String(address);
process.env.NEXTAUTH_SECRET ??= "a-secret-only-for-tests";
process.env.DATABASE_POOL = "12";

// The driver says once a process that a query began while its connection was busy with another; it will refuse that one day.
process.removeAllListeners("warning").on("warning", (warning) => {
  if (warning.name === "DeprecationWarning" && warning.message.includes("client.query()")) throw warning;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
  await closeDatabase();
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

/** The next file opens it anew. */
async function closeDatabase(): Promise<void> {
  const kept = globalThis as typeof globalThis & { sinovikDb?: { $disconnect: () => Promise<void> } };
  await kept.sinovikDb?.$disconnect();
  delete kept.sinovikDb;
}

/** Two files may copy at the same moment, and PostgreSQL allows one copy at a time. */
async function copyTemplate(attempts = 100): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onServer(`CREATE DATABASE ${name} TEMPLATE "${templateName}"`);
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function onServer(sql: string): Promise<void> {
  const server = new URL(template!);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: String(server) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
