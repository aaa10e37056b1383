// What has been measured so far, and when the measuring begins and ends.
import { Latencies } from "./latencies.mjs";

/** The server compiles what it runs often: only then are its answers those of a portal in use. */
const WARM_AFTER_ANSWERS = 300;
const WARM_AFTER_MS = 1_000;
const WARM_AT_LAST_MS = 10_000;
const ERRORS_TOLD = 3;

export class Tally {
  #latencies = new Latencies();
  #bytes = 0;
  #errors = 0;
  /** @type {string[]} */
  #firstErrors = [];
  #answers = 0;
  #created = performance.now();
  #from = Infinity;
  #lastEnd = 0;

  /** @param {{length: number, warmsUp: boolean, onBegin: () => void}} options `length`: milliseconds that count */
  constructor({ length, warmsUp, onBegin }) {
    this.length = length;
    this.warmsUp = warmsUp;
    this.onBegin = onBegin;
  }

  /** @param {number} now */
  goesOn(now) {
    if (this.#from === Infinity && this.#isWarm(now)) {
      this.#from = now;
      this.onBegin();
    }
    return now < this.#from + this.length;
  }

  /** @param {number} now */
  #isWarm(now) {
    if (!this.warmsUp) return true;
    const passed = now - this.#created;
    return (this.#answers >= WARM_AFTER_ANSWERS && passed >= WARM_AFTER_MS) || passed >= WARM_AT_LAST_MS;
  }

  /** An error counts in the warm-up too. @param {string} text */
  addError(text) {
    this.#answers += 1;
    this.#errors += 1;
    if (this.#firstErrors.length < ERRORS_TOLD) this.#firstErrors.push(text);
  }

  /** @param {{began: number, ended: number, bytes: number}} answer */
  add({ began, ended, bytes }) {
    this.#answers += 1;
    if (began < this.#from) return;
    this.#latencies.add(ended - began);
    this.#bytes += bytes;
    this.#lastEnd = Math.max(this.#lastEnd, ended);
  }

  figures() {
    const latencies = this.#latencies.summary();
    const perSecond = latencies.count / (Math.max(this.#lastEnd - this.#from, 1) / 1000);
    return { latencies, perSecond, bytes: this.#bytes / Math.max(latencies.count, 1), errors: this.#errors, firstErrors: this.#firstErrors };
  }
}
