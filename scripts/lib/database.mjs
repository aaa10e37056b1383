// The database as the commands see it: which one, whether it answers, what it already holds.
import { existsSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { runningPostgres, startPostgres } from "./postgres.mjs";
import { deployMigrations, migrationNames } from "./prisma.mjs";
import { root } from "./process.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { grantRights, mayChangeTrail } from "./rights.mjs";
import { tsx } from "./setup.mjs";

const EMBEDDED_DIR = join(root, ".data/pg");
const CONNECT_MS = 5_000;
const RESTART_PAUSE_MS = 1_000;
const RESTART_ATTEMPTS = 10;
const UNDEFINED_TABLE = "42P01";
const UNDEFINED_DATABASE = "3D000";

/**
 * @typedef {object} Database
 * @property {string} url as the portal uses it
 * @property {string} ownerUrl as the role that owns the tables: it migrates and fills them
 * @property {boolean} embedded ours, with the demonstration in it
 * @property {() => Promise<void>} stop
 */

/** The server of DATABASE_URL where that is set, else our own, started on `.data/pg`. @returns {Promise<Database>} */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: await reachable(given), ownerUrl: await reachable(process.env.DATABASE_OWNER_URL || given), embedded: false, stop: async () => {} };
  const postgres = await step("starting the embedded PostgreSQL", () => startPostgres({ dir: EMBEDDED_DIR }));
  return { url: postgres.portalUrlOf(), ownerUrl: postgres.url, embedded: true, stop: keepRunning(postgres, EMBEDDED_DIR).stop };
}

/** As above, but joins our own server when a portal already runs it. @returns {Promise<Database>} */
export async function joinDatabase() {
  const running = process.env.DATABASE_URL ? undefined : await runningPostgres(EMBEDDED_DIR);
  return running ? { url: running.portalUrl, ownerUrl: running.url, embedded: true, stop: async () => {} } : openDatabase();
}

/**
 * Starts our own server again when it ends without being asked to, for example by a kill -9: nothing acknowledged is lost.
 *
 * @param {import("./postgres.mjs").Postgres} first
 * @param {string} dir
 * @returns {{stop: () => Promise<void>, pid: () => number | undefined}} `stop` ends it for good
 */
export function keepRunning(first, dir) {
  let current = first;
  let wanted = true;
  const watch = async () => {
    while (wanted) {
      await current.gone;
      if (wanted) current = await restart(dir, first.port);
    }
  };
  watch().catch((error) => console.error(`The embedded PostgreSQL stopped and did not come back: ${error instanceof Error ? error.message : error}`));
  const stop = async () => {
    wanted = false;
    await current.stop();
  };
  return { stop, pid: () => current.pid };
}

/** What is left of the killed server needs a moment to end. @param {string} dir @param {number} port */
async function restart(dir, port) {
  console.error("The embedded PostgreSQL stopped; starting it again.");
  for (let attempt = 1; ; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS));
    try {
      return await startPostgres({ dir, port, exactPort: true });
    } catch (error) {
      if (attempt === RESTART_ATTEMPTS) throw error;
    }
  }
}

/** Applies the folder's migrations unless the database lists them all; then the portal's role may do what it needs. @param {Database} database */
export async function ensureMigrated({ url, ownerUrl }) {
  const applied = await rows(ownerUrl, "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null");
  const names = new Set(applied?.map((row) => row.name));
  if (migrationNames().some((name) => !names.has(name))) await step("bringing the database up to date", () => deployMigrations(ownerUrl));
  const [role, owner] = [roleOf(url), roleOf(ownerUrl)];
  if (role !== owner) await grantRights(ownerUrl, role);
  if (await mayChangeTrail(url)) console.warn(`The role "${role}" of DATABASE_URL owns the tables, so that whoever holds it could rewrite the audit log. docs/operations.md says how to give the portal a role of its own (DATABASE_OWNER_URL).`);
}

/** @param {string} url */
const roleOf = (url) => decodeURIComponent(new URL(url).username) || userInfo().username;

/** The demonstration for our own database, only the reference data for yours; each is loaded once. @param {Database} database */
export async function ensureSeeded({ ownerUrl: url, embedded }) {
  const marker = embedded ? "demo" : "reference";
  if (!existsSync(join(root, "prisma/seed.ts")) || (await rows(url, `select 1 from "SeedMarker" where name = '${marker}'`))?.length) return;
  const name = embedded ? "loading the demonstration" : "loading the reference data";
  // On your own server the seed may say how the first super admin gets in, and it says it once.
  const show = !embedded && Boolean(process.env.SINOVIK_ADMIN_EMAIL);
  await step(name, () => tsx(["prisma/seed.ts", ...(embedded ? [] : ["--reference-only"])], { env: { DATABASE_URL: url }, show }));
}

/** @param {string} url @param {string} sql @returns {Promise<Record<string, any>[] | undefined>} undefined when there is no such table */
async function rows(url, sql) {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  } finally {
    await client.end();
  }
}

/** @param {string} url */
async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => {}); // a connection that breaks later also fails the query that waits on it
  await client.connect();
  return client;
}

/** A database that does not exist yet is fine: the migration makes it. @param {string} url */
async function reachable(url) {
  const where = placeOf(url);
  try {
    await (await connect(url)).end();
  } catch (error) {
    const reason = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
    if (reason !== UNDEFINED_DATABASE) throw new Refusal(`The PostgreSQL server of DATABASE_URL (${where}) cannot be used (${reason}): start it or correct the address, or unset DATABASE_URL to use the embedded one.`);
  }
  return url;
}

/** Never the password. @param {string} url */
function placeOf(url) {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol)) return `${host}${pathname}`;
  } catch {
    // told below
  }
  throw new Refusal("DATABASE_URL is not a PostgreSQL address: it should look like postgresql://user:password@host:5432/database.");
}

/** @param {unknown} error @returns {string | undefined} */
function codeOf(error) {
  return error instanceof Error && "code" in error && error.code ? String(error.code) : undefined;
}

/** The people of the demonstration, as the seed wrote them down. @returns {{name: string, role: string, email: string, password: string, workspace: string}[]} */
export function demonstrationPeople() {
  const file = join(root, ".data/people.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
