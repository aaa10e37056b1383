const MB = 1024 * 1024;
const RIGHT_FROM = 2;
/** Above this share of other programs the figures say more of them than of the portal. */
const BUSY = 0.15;

/**
 * @typedef {object} Report
 * @property {import("./measure.mjs").Line[]} lines
 * @property {ReturnType<import("./machine.mjs").describeMachine> & {postgres: string}} machine
 * @property {number} loadSeconds
 * @property {number} databaseBytes
 * @property {number} idleBytes of the web server, before the first request
 * @property {number} peakBytes of the web server
 * @property {number} seconds for each line
 * @property {import("./targets.mjs").Verdict[]} targets
 */

const HEADS = ["workload", "", "clients", "per second", "p50 ms", "p95 ms", "p99 ms", "bytes", "errors", "server CPU", "db CPU", "others", "memory"];

/** @param {Report} report */
export function printReport({ lines, machine, loadSeconds, databaseBytes, idleBytes, peakBytes, seconds, targets }) {
  const rows = lines.map(rowOf);
  console.log(["", ...table([HEADS, ...rows], RIGHT_FROM), ""].join("\n"));
  console.log([
    `Each line: ${seconds} s after a warm-up, load and portal on the same machine. CPU: ms for each request; others: share of the machine that other programs took.`,
    `Machine: ${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres}; load at start ${machine.loadAtStart}`,
    `National data set loaded in ${loadSeconds.toFixed(1)} s; database ${Math.round(databaseBytes / MB)} MB; web server ${Math.round(idleBytes / MB)} MB at rest, ${Math.round(peakBytes / MB)} MB at its peak`,
    "",
    ...table(targets.map(({ what, wanted, measured, met }) => [met === null ? "–" : met ? "✓ met" : "✗ NOT MET", what, wanted, measured]), 9),
    "",
  ].join("\n"));
  const busiest = Math.max(0, ...lines.map(({ others }) => others));
  if (busiest > BUSY) console.log(`Other programs took up to ${Math.round(busiest * 100)} % of this machine meanwhile: for figures of the portal, measure again while it is quiet.\n`);
  for (const { code, name, clients, firstErrors } of lines) for (const error of firstErrors) console.log(`${code} ${name}, ${clients} clients: ${error}`);
}

/** @param {import("./measure.mjs").Line} line */
function rowOf({ code, name, clients, perSecond, latencies, bytes, errors, serverCpuMs, databaseCpuMs, others, peakBytes }) {
  const ms = (/** @type {number} */ value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  return [
    code, name, String(clients), perSecond >= 100 ? Math.round(perSecond).toLocaleString("en") : perSecond.toFixed(1),
    ms(latencies.p50), ms(latencies.p95), ms(latencies.p99), Math.round(bytes).toLocaleString("en"), String(errors),
    `${ms(serverCpuMs)} ms`, `${ms(databaseCpuMs)} ms`, `${Math.round(others * 100)} %`, `${Math.round(peakBytes / MB)} MB`,
  ];
}

/** Columns from `rightFrom` on are numbers. @param {string[][]} rows @param {number} rightFrom */
function table(rows, rightFrom) {
  const widths = rows.reduce((/** @type {number[]} */ found, row) => row.map((cell, column) => Math.max(found[column] ?? 0, cell.length)), []);
  const cell = (/** @type {string} */ text, /** @type {number} */ column) => (column >= rightFrom ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0));
  return rows.map((row) => row.map(cell).join("  ").trimEnd());
}
