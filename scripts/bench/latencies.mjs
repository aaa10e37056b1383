// Every latency is kept, so the percentiles are exact.

export class Latencies {
  /** @type {number[]} */
  #ms = [];

  /** @param {number} ms */
  add(ms) {
    this.#ms.push(ms);
  }

  /** Percentiles by nearest rank; zeros for nothing. */
  summary() {
    const sorted = Float64Array.from(this.#ms).sort();
    const rank = (/** @type {number} */ percent) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
    return { count: sorted.length, p50: rank(50), p95: rank(95), p99: rank(99), max: rank(100) };
  }
}
