import { Refusal } from "./refusal.mjs";

const PARTS = ["lint", "types", "unit", "architecture", "integration", "e2e"];
/** Only asked for by name. */
const BY_NIGHT = ["nightly", "bench"];

/**
 * Reads `--only=unit,e2e` and, after `--`, what is passed on to the test runners.
 *
 * @param {string[]} args
 */
export function testOptions(args) {
  const separator = args.indexOf("--");
  const own = separator < 0 ? args : args.slice(0, separator);
  const filter = separator < 0 ? [] : args.slice(separator + 1);
  const wanted = new Set(own.length === 0 ? PARTS : own.flatMap(partsOf));
  return { wanted, isWhole: own.length === 0, filter };
}

/** @param {string} option */
function partsOf(option) {
  const parts = option.startsWith("--only=") ? option.slice("--only=".length).split(",") : [option];
  if (parts.every((part) => [...PARTS, ...BY_NIGHT].includes(part))) return parts;
  throw new Refusal(`"${option}" is not understood: npm test -- --only=${[...PARTS, ...BY_NIGHT].join(",")} [-- filter]`);
}
