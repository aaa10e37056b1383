// What must be there before anything runs: packages, Prisma's client, the built application.
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { prisma } from "./prisma.mjs";
import { actionKey } from "./portal-settings.mjs";
import { bin, root, run, runNode } from "./process.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { whenChanged } from "./stamp.mjs";

const GIGABYTE = 1e9;
const NEEDED_TO_INSTALL = 1.5 * GIGABYTE;
const NEEDED_TO_RUN = 0.2 * GIGABYTE;

const CLIENT = { stamp: "src/generated/.stamp", inputs: ["prisma/schema", "prisma.config.ts", "package-lock.json"], output: "src/generated/prisma" };
const BUILD = {
  stamp: ".next/inputs-stamp",
  inputs: ["src", "prisma", "public", "next.config.ts", "tsconfig.json", "package.json", "package-lock.json"],
  output: ".next/BUILD_ID",
  // The names of forms' actions follow from it.
  word: () => actionKey(),
};

/** Variables of a .env file, which never override what is set already. */
export function loadEnvFile() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export function requireDiskSpace() {
  const installed = existsSync(join(root, "node_modules/.package-lock.json"));
  const needed = installed ? NEEDED_TO_RUN : NEEDED_TO_INSTALL;
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free < needed) throw new Refusal(`There is too little space on the disk (${gigabytes(free)} free, ${gigabytes(needed)} needed): free some and run the command again.`);
}

/** Installs exactly what package-lock.json says, unless that is there. */
export async function ensureDependencies() {
  if (dependenciesAreThere()) return;
  await step("installing packages (about half a minute)", () => run([...npm(), "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { env: { NODE_ENV: "", npm_config_omit: "" } }));
}

export const ensureClient = () => whenChanged(CLIENT, () => step("generating the database client", () => prisma(["generate"])));

/** No page reads the database while it is built, so one build serves every database. */
export const ensureBuild = () => whenChanged(BUILD, () => step("building the application (about half a minute)", build));

const build = () =>
  runNode([bin("next", "dist/bin/next"), "build"], {
    env: { DATABASE_URL: "", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey() },
  });

/** @param {string[]} args */
export const tsx = (args, /** @type {{env?: import("./process.mjs").Env, show?: boolean}} */ options) => runNode([bin("tsx", "dist/cli.mjs"), ...args], options);

/** npm keeps its own record of what it installed: does that say what the lock file says? */
function dependenciesAreThere() {
  try {
    const installed = packagesIn("node_modules/.package-lock.json");
    return Object.entries(packagesIn("package-lock.json")).every(([path, wanted]) => !path || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version);
  } catch {
    return false;
  }
}

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>} */
const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** The npm that called us, where one did. */
function npm() {
  const caller = process.env.npm_execpath ?? "";
  return caller.endsWith("npm-cli.js") ? [process.execPath, caller] : ["npm"];
}

const gigabytes = (/** @type {number} */ bytes) => `${(bytes / GIGABYTE).toFixed(1)} GB`;
