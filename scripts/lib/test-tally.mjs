// Counts what passed and what failed, over single checks and whole suites.
import { existsSync, readFileSync } from "node:fs";
import { step } from "./progress.mjs";
import { explain } from "./refusal.mjs";

/** @typedef {{passed: number, failed: number}} Count */

export class Tally {
  passed = 0;
  failed = 0;

  /**
   * One thing that holds or does not.
   *
   * @param {string} name
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>} whether it held
   */
  async check(name, work) {
    try {
      await step(name, work, { alone: false });
      this.passed += 1;
      return true;
    } catch (error) {
      this.fail(explain(error));
      return false;
    }
  }

  /**
   * A run of many tests, counted by its own report. A run that executed nothing has failed.
   *
   * @param {string} name
   * @param {() => Promise<unknown>} work
   * @param {() => Count} count reads the report afterwards
   */
  async suite(name, work, count) {
    let broken = "";
    await step(name, work, { alone: false }).catch((error) => (broken = explain(error)));
    const { passed, failed } = count();
    this.passed += passed;
    this.failed += failed;
    if (passed + failed === 0) this.fail(`${name}: no test was executed. ${broken}`);
    else if (broken && failed === 0) this.fail(broken);
  }

  /** @param {string} reason */
  fail(reason) {
    this.failed += 1;
    console.error(reason);
  }

  toString() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** A test file that could not even be read counts as one failure. @param {string} file @returns {Count} */
export function countVitest(file) {
  const results = /** @type {{status: string, assertionResults: {status: string}[]}[]} */ (readReport(file)?.testResults ?? []);
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const brokenFiles = results.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"));
  return { passed: countOf(tests, "passed"), failed: countOf(tests, "failed") + brokenFiles.length };
}

/** @param {string} file @returns {Count} */
export function countPlaywright(file) {
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(file)?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected };
}

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** @param {{status: string}[]} tests @param {string} status */
const countOf = (tests, status) => tests.filter((test) => test.status === status).length;
