// What the figures must reach.

const MB = 1024 * 1024;

/**
 * @typedef {import("./measure.mjs").Line} Line
 * @typedef {{lines: Line[], loadSeconds: number, peakBytes: number}} Measured
 * @typedef {{what: string, wanted: string, measured: string, met: boolean | null}} Verdict `met` is null where nothing was measured
 */

/** @type {{what: string, wanted: string, of: (measured: Measured) => number | undefined, show: (value: number) => string, isMet: (value: number) => boolean}[]} */
const TARGETS = [
  {
    what: "ranking, first page, 4 clients", wanted: "p95 < 150 ms", of: ({ lines }) => found(lines, "W2", 4)?.latencies.p95,
    show: (ms) => `${ms.toFixed(1)} ms`, isMet: (ms) => ms < 150,
  },
  {
    what: "review saved, 20 judges", wanted: "≥ 100/s", of: ({ lines }) => found(lines, "W5", 20)?.perSecond,
    show: (rate) => `${Math.round(rate)}/s`, isMet: (rate) => rate >= 100,
  },
  {
    what: "published result through its cache", wanted: "≥ 5,000/s", of: ({ lines }) => found(lines, "P4", 64)?.perSecond,
    show: (rate) => `${Math.round(rate).toLocaleString("en")}/s`, isMet: (rate) => rate >= 5000,
  },
  {
    what: "memory of the web server", wanted: "≤ 512 MB", of: ({ peakBytes }) => peakBytes || undefined,
    show: (bytes) => `${Math.round(bytes / MB)} MB at its peak`, isMet: (bytes) => bytes <= 512 * MB,
  },
  {
    what: "loading the national data set", wanted: "≤ 60 s", of: ({ loadSeconds }) => loadSeconds,
    show: (seconds) => `${seconds.toFixed(1)} s`, isMet: (seconds) => seconds <= 60,
  },
];

/** @param {Measured} measured @returns {Verdict[]} */
export function judge(measured) {
  return TARGETS.map(({ what, wanted, of, show, isMet }) => {
    const value = of(measured);
    return { what, wanted, measured: value === undefined ? "not measured" : show(value), met: value === undefined ? null : isMet(value) };
  });
}

/** A run with errors proves nothing. @param {Line[]} lines @param {string} code @param {number} clients */
function found(lines, code, clients) {
  return lines.find((line) => line.code === code && line.clients === clients && line.errors === 0);
}
