import { writeFileSync } from "node:fs";
import { command } from "../lib/command.mjs";
import { step } from "../lib/progress.mjs";
import { ensureBuild, ensureClient, ensureDependencies, requireDiskSpace } from "../lib/setup.mjs";
import { describeMachine } from "./machine.mjs";
import { measure } from "./measure.mjs";
import { watchMemory } from "./memory.mjs";
import { benchOptions } from "./options.mjs";
import { loadDemonstration, loadNational, openDatabase, startPortal } from "./portal.mjs";
import { printReport } from "./report.mjs";
import { judge } from "./targets.mjs";
import { WORKLOADS } from "./workloads.mjs";

/** Enough for each client to be answered a few times. */
const CHECK_SECONDS = 0.5;

await command(async (life) => {
  const options = benchOptions(process.argv.slice(2), [...new Set(WORKLOADS.map(({ code }) => code))]);
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();
  await ensureBuild();

  const machine = describeMachine();
  const postgres = await openDatabase(life);
  const loadSeconds = await loadNational(postgres.url);
  await loadDemonstration(postgres.url);
  const portal = await startPortal(life, { databaseUrl: postgres.portalUrlOf(), profile: options.profile });

  // Only now are the packages there that it imports.
  const { openWorld } = await import("./world.mjs");
  const world = await step("opening sessions and drafts", () => openWorld({ ...portal, databaseUrl: postgres.url }));
  life.onStop(() => world.pool.end());

  const memory = watchMemory(portal.pid);
  const idleBytes = memory.now();
  const lines = await measureAll(world, { options, memory, pids: { server: portal.pid, database: postgres.pid } });
  memory.stop();

  const faults = lines.flatMap(faultsOf);
  if (options.isCheck) {
    for (const fault of faults) console.error(fault);
    return faults.length > 0 ? 1 : 0;
  }

  const measured = { lines, loadSeconds, peakBytes: memory.peak() };
  const report = { ...measured, machine: { ...machine, ...(await durableServer(world.pool)) }, databaseBytes: await databaseBytes(world.pool), idleBytes, seconds: options.seconds, targets: judge(measured) };
  printReport(report);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.targets.some(({ met }) => met === false) || faults.length > 0 ? 1 : 0;
}, { signalCode: 1 });

/**
 * @param {import("./world.mjs").World} world
 * @param {{options: import("./options.mjs").BenchOptions, memory: ReturnType<typeof watchMemory>, pids: {server?: number, database?: number}}} how
 */
async function measureAll(world, { options: { only, isCheck, ...options }, memory, pids }) {
  const seconds = isCheck ? CHECK_SECONDS : options.seconds;
  const lines = [];
  for (const workload of WORKLOADS) {
    if (only.length > 0 && !only.includes(workload.code)) continue;
    for (const clients of isCheck ? workload.clients.slice(0, 1) : workload.clients) {
      const name = `${workload.code} ${workload.name}, ${clients} ${clients === 1 ? "client" : "clients"}`;
      lines.push(await step(name, () => measure(workload, { world, clients, seconds, warmsUp: !isCheck, pids, memory })));
    }
  }
  return lines;
}

/** A line that nobody answered proves as little as one with errors. @param {import("./measure.mjs").Line} line @returns {string[]} */
function faultsOf({ code, name, latencies, errors, firstErrors }) {
  const isFine = errors === 0 && latencies.count > 0;
  return isFine ? [] : [`${code} ${name}: ${firstErrors.join("; ") || "nothing was answered"}`];
}

/** Figures from a database that may forget would say nothing. @param {import("pg").Pool} pool */
async function durableServer(pool) {
  const { rows } = await pool.query(`select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`);
  const [{ version, fsync, commit }] = rows;
  if (fsync !== "on" || commit !== "on") throw new Error("The database does not wait for the disk: nothing measured on it would count.");
  return { postgres: `${version} (fsync on, synchronous_commit on)` };
}

/** @param {import("pg").Pool} pool */
async function databaseBytes(pool) {
  const { rows } = await pool.query("select pg_database_size(current_database()) as bytes");
  return Number(rows[0].bytes);
}
