// A portal of our own to measure: durable database, national data set, built application.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { portalCommand, startServer } from "../lib/child-server.mjs";
import { freePort } from "../lib/ports.mjs";
import { runningPostgres, startPostgres } from "../lib/postgres.mjs";
import { deployMigrations } from "../lib/prisma.mjs";
import { root } from "../lib/process.mjs";
import { step } from "../lib/progress.mjs";
import { grantRights } from "../lib/rights.mjs";
import { Refusal } from "../lib/refusal.mjs";
import { tsx } from "../lib/setup.mjs";

/** Inside the project, because a temporary folder may lie in memory, where durability costs nothing. */
export const FOLDER = join(root, ".data/bench");
export const CLUSTER = join(FOLDER, "pg");

/** Nothing of this machine's own configuration may change what is measured. */
export const NEUTRAL = { NODE_ENV: "production", SINOVIK_DEMO: "0", BIND: "127.0.0.1", TRUST_PROXY: "", DATABASE_POOL: undefined, NEXT_TELEMETRY_DISABLED: "1" };

/** A cluster that waits for the disk at every commit, as in production. @param {import("../lib/command.mjs").Life} life */
export async function openDatabase(life) {
  if (await runningPostgres(CLUSTER)) throw new Refusal("Another measurement is running: wait until it has ended.");
  rmSync(FOLDER, { recursive: true, force: true });
  const postgres = await step("starting a durable PostgreSQL", () => startPostgres({ dir: CLUSTER, port: 0 }));
  life.onStop(async () => {
    await postgres.stop();
    rmSync(FOLDER, { recursive: true, force: true });
  });
  await step("preparing the tables", async () => {
    await deployMigrations(postgres.url);
    await grantRights(postgres.url);
  });
  return postgres;
}

/** @param {string} url @returns {Promise<number>} the seconds that the national data set took */
export async function loadNational(url) {
  const began = performance.now();
  await step("loading the national data set", () => seed(url, ["--scale", "national"]));
  return (performance.now() - began) / 1000;
}

/** Open registration and published results, which the national edition has not. @param {string} url */
export const loadDemonstration = (url) => step("loading the demonstration beside it", () => seed(url, []));

/** @param {string} url @param {string[]} args */
const seed = (url, args) => tsx(["prisma/seed.ts", ...args], { env: { DATABASE_URL: url, SINOVIK_DATA_DIR: FOLDER }, show: true });

/**
 * @param {import("../lib/command.mjs").Life} life
 * @param {{databaseUrl: string, profile: string | undefined}} options
 */
export async function startPortal(life, { databaseUrl, profile }) {
  const port = await freePort(3200);
  const base = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString("hex");
  const env = { ...process.env, ...NEUTRAL, DATABASE_URL: databaseUrl, NEXTAUTH_URL: base, NEXTAUTH_SECRET: secret, PORT: String(port), PUBLISHED_DIR: join(FOLDER, "published") };
  const profiling = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const server = await step("starting the web server", () => startServer(portalCommand(profiling), { env, url: `${base}/api/health/live` }));
  life.onStop(server.stop);
  return { base, secret, pid: server.pid };
}
