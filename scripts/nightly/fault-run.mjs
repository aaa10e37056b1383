// The fault run: kill -9 of the web process and of the database under autosave, hand-in and filing, then what must hold.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CLUSTER, FOLDER, loadDemonstration, NEUTRAL, openDatabase } from "../bench/portal.mjs";
import { portalCommand, startServer } from "../lib/child-server.mjs";
import { command } from "../lib/command.mjs";
import { keepRunning } from "../lib/database.mjs";
import { freePort } from "../lib/ports.mjs";
import { step } from "../lib/progress.mjs";
import { supervise } from "../lib/supervise.mjs";
import { Tally } from "../lib/test-tally.mjs";
import { getReady } from "./ready.mjs";

/** How long people work between two kills. */
const WORK_MS = 2_000;
const BACK_WITHIN_MS = 180_000;
/** The whole run ends then, whatever the machine does. */
const LIMIT_MS = 40 * 60_000;

await command(async (life) => {
  const kills = wantedKills();
  await getReady();
  const limit = setTimeout(() => {
    console.error(`The fault run took longer than ${LIMIT_MS / 60_000} minutes.\n0 passed, 1 failed`);
    void life.stop(1);
  }, LIMIT_MS);
  limit.unref();

  const postgres = await openDatabase(life);
  await loadDemonstration(postgres.url);
  const database = keepRunning(postgres, CLUSTER);
  life.onStop(database.stop);
  const portal = await openPortal(life, postgres.portalUrlOf());

  const { openWorld } = await import("./world.mjs");
  const { peopleAtWork } = await import("./people.mjs");
  const { checks } = await import("./checks.mjs");
  const world = await openWorld({ ...portal, databaseUrl: postgres.url });
  const downtimes = /** @type {[number, number][]} */ ([]);
  const people = await peopleAtWork(world);

  await step(`${kills.web} kills of the web process and ${kills.database} of the database`, async () => {
    for (const what of inTurns(kills)) {
      await sleep(WORK_MS);
      if (what === "database") downtimes.push(await killDatabase(database, world.pool));
      else kill(portal.pid());
      await ready(portal.base);
    }
    await sleep(WORK_MS);
  });
  const record = await step("letting everybody finish", () => people.finish());

  const tally = new Tally();
  for (const [name, check] of checks({ pool: world.pool, record, downtimes })) await tally.check(name, check);
  await world.pool.end();
  console.log(`Acknowledged: ${record.saves.length} sections, ${record.handIns.length} reviews, ${record.filings.length} batches; refused as down ${record.unavailable.length} times.`);
  console.log(String(tally));
  return tally.failed > 0 ? 1 : 0;
}, { signalCode: 1 });

function wantedKills() {
  const { values } = parseArgs({ options: { web: { type: "string", default: "20" }, database: { type: "string", default: "5" } } });
  return { web: Number(values.web), database: Number(values.database) };
}

/** @param {import("../lib/command.mjs").Life} life @param {string} databaseUrl */
async function openPortal(life, databaseUrl) {
  const port = await freePort(3300);
  const base = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString("hex");
  const env = { ...process.env, ...NEUTRAL, NODE_ENV: "production", DATABASE_URL: databaseUrl, NEXTAUTH_URL: base, NEXTAUTH_SECRET: secret, PORT: String(port), PUBLISHED_DIR: join(FOLDER, "published"), ANCHORS_FILE: join(FOLDER, "anchors") };
  /** @type {number | undefined} */
  let pid;
  const start = async () => {
    const server = await startServer(portalCommand(), { env, url: `${base}/api/health/live`, stdio: ["ignore", "ignore", "ignore"] });
    pid = server.pid;
    return server;
  };
  // The pause grows with each of our kills; here it is not what is tried.
  const server = await step("starting the web server", () => supervise({ start, isStopping: life.stopping, tell: () => {}, pause: (ms) => sleep(Math.min(ms, 500)) }));
  life.onStop(server.stop);
  return { base, secret, pid: () => pid };
}

/** The kills of the database are spread among those of the web process. @param {{web: number, database: number}} kills */
function inTurns({ web, database }) {
  const every = Math.max(1, Math.floor(web / Math.max(1, database)));
  const list = Array.from({ length: web }, () => "web");
  for (let n = database; n > 0; n -= 1) list.splice(n * every, 0, "database");
  return list;
}

/** @param {{pid: () => number | undefined}} database @param {import("pg").Pool} pool @returns {Promise<[number, number]>} while it was down */
async function killDatabase(database, pool) {
  const from = performance.now();
  const before = database.pid();
  kill(before);
  await until(async () => database.pid() !== before && (await pool.query("select 1").then(() => true, () => false)));
  return [from, performance.now()];
}

/** @param {string} base */
function ready(base) {
  return until(async () => (await fetch(`${base}/api/health/ready`).catch(() => undefined))?.status === 200);
}

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  const end = performance.now() + BACK_WITHIN_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come back within ${BACK_WITHIN_MS / 1_000} s.`);
    await sleep(100);
  }
}

/** @param {number | undefined} pid */
function kill(pid) {
  if (pid) process.kill(pid, "SIGKILL");
}
