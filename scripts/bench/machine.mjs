// The machine that the figures were taken on, and who used its processors meanwhile.
import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** The kernel counts processor time for programs in hundredths of a second, on every Linux. */
const MS_PER_TICK = 10;

/** @returns {{cores: number, processor: string, memoryGb: number, system: string, node: string, loadAtStart: string}} */
export function describeMachine() {
  const cores = cpus();
  return {
    cores: cores.length,
    processor: cores[0]?.model.trim() || "unknown",
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    loadAtStart: loadavg().map((load) => load.toFixed(1)).join(" "),
  };
}

/** @typedef {{at: number, busy: number, programs: Record<"server" | "database" | "driver", Map<number, number>>}} CpuTimes milliseconds, of each process of a program */

/**
 * Processor time used so far; nothing of single programs where the system does not tell it.
 *
 * @param {{server?: number, database?: number, driver?: number}} pids
 * @returns {CpuTimes}
 */
export function cpuTimes({ server, database, driver }) {
  const processes = allProcesses();
  const ofTree = (/** @type {number | undefined} */ pid) => new Map(processes.filter((one) => one.pid === pid || one.parent === pid).map((one) => [one.pid, one.ms]));
  const busy = cpus().reduce((sum, { times }) => sum + times.user + times.sys + times.nice + times.irq, 0);
  return { at: performance.now(), busy, programs: { server: ofTree(server), database: ofTree(database), driver: ofTree(driver) } };
}

/**
 * What a run cost: milliseconds for each request, and the share of the machine that other programs took (0 to 1).
 *
 * @param {CpuTimes} before @param {CpuTimes} after @param {number} requests
 */
export function cpuUse(before, after, requests) {
  const used = (/** @type {"server" | "database" | "driver"} */ who) => {
    const known = before.programs[who];
    return [...after.programs[who]].reduce((sum, [pid, ms]) => sum + ms - (known.get(pid) ?? 0), 0);
  };
  const [server, database] = [used("server"), used("database")];
  const capacity = (after.at - before.at) * cpus().length;
  const others = (after.busy - before.busy - server - database - used("driver")) / capacity;
  return { server: server / Math.max(requests, 1), database: database / Math.max(requests, 1), others: Math.max(0, others) };
}

/** @returns {{pid: number, parent: number, ms: number}[]} */
function allProcesses() {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const stat = readOrEmpty(`/proc/${name}/stat`);
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 15) return [];
    return [{ pid: Number(name), parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK }];
  });
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
