// One line of the table: a workload at a number of clients.
import { join } from "node:path";
import { end, root, start } from "../lib/process.mjs";
import { cpuTimes, cpuUse } from "./machine.mjs";

/**
 * @typedef {object} Line
 * @property {string} code of the workload
 * @property {string} name
 * @property {number} clients
 * @property {number} perSecond
 * @property {{count: number, p50: number, p95: number, p99: number, max: number}} latencies milliseconds
 * @property {number} bytes
 * @property {number} errors
 * @property {string[]} firstErrors
 * @property {number} serverCpuMs of the web server, for each request
 * @property {number} databaseCpuMs
 * @property {number} others share of the machine that other programs took meanwhile
 * @property {number} peakBytes the most that the web server held
 */

/**
 * @param {import("./workloads.mjs").Workload} workload
 * @param {{world: import("./world.mjs").World, clients: number, seconds: number, warmsUp: boolean, pids: {server?: number, database?: number}, memory: ReturnType<import("./memory.mjs").watchMemory>}} options
 * @returns {Promise<Line>}
 */
export async function measure(workload, { world, clients, seconds, warmsUp, pids, memory }) {
  const run = { base: world.base, behaviour: workload.behaviour, clients: await workload.clientsOf(world, clients), seconds, warmsUp };
  const { figures, before, after } = await drive(run, { pids, memory });
  const { latencies, perSecond, bytes, errors, firstErrors, acknowledged } = figures;
  const lost = (await workload.lost?.(world, /** @type {never[]} */ (acknowledged))) ?? [];
  const cpu = cpuUse(before, after, latencies.count);
  return {
    code: workload.code, name: workload.name, clients, perSecond, latencies, bytes,
    errors: errors + lost.length, firstErrors: [...firstErrors, ...lost.slice(0, 3)],
    serverCpuMs: cpu.server, databaseCpuMs: cpu.database, others: cpu.others, peakBytes: memory.part(),
  };
}

/** @param {import("./driver.mjs").Run} run @param {{pids: {server?: number, database?: number}, memory: ReturnType<import("./memory.mjs").watchMemory>}} watched */
async function drive(run, { pids, memory }) {
  const driver = start([process.execPath, join(root, "scripts/bench/driver.mjs")], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const all = { ...pids, driver: driver.pid };
  let before = cpuTimes(all);
  try {
    const figures = await new Promise((resolve, reject) => {
      driver.on("message", (/** @type {{measuring?: true, failed?: string, figures?: import("./driver.mjs").Figures}} */ message) => {
        if (message.measuring) {
          before = cpuTimes(all);
          memory.beginPart();
        }
        if (message.failed) reject(new Error(message.failed));
        if (message.figures) resolve({ figures: message.figures, after: cpuTimes(all) });
      });
      driver.once("error", reject);
      driver.once("exit", (code) => reject(new Error(`The load ended by itself (exit code ${code}).`)));
      driver.send(run);
    });
    return { ...figures, before };
  } finally {
    await end(driver);
  }
}
