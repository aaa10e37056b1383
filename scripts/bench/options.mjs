import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "../lib/refusal.mjs";

const USAGE = "npm run bench -- [--only W3,W5] [--seconds 5] [--json file] [--profile folder] [--check]";

/**
 * @typedef {object} BenchOptions
 * @property {string[]} only codes of workloads; none means all
 * @property {number} seconds for each line of the table
 * @property {string | undefined} json where the figures go as well
 * @property {string | undefined} profile where the web server's CPU profile goes
 * @property {boolean} isCheck whether each workload still does what it says, and nothing about speed
 */

/** @param {string[]} args @param {readonly string[]} known the codes there are @returns {BenchOptions} */
export function benchOptions(args, known) {
  const { only = "", seconds = "5", json, profile, check = false } = parsed(args);
  const wanted = only.split(",").map((code) => code.trim().toUpperCase()).filter(Boolean);
  const stranger = wanted.find((code) => !known.includes(code));
  if (stranger) throw new Refusal(`There is no workload ${stranger}, only ${known.join(", ")}.`);
  const length = Number(seconds);
  if (!(length > 0 && length <= 600)) throw new Refusal(`--seconds ${seconds} is not a number from 1 to 600.`);
  return { only: wanted, seconds: length, json: json && resolve(json), profile: profile && resolve(profile), isCheck: check };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    return parseArgs({ args, options: { only: text, seconds: text, json: text, profile: text, check: { type: "boolean" } } }).values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
