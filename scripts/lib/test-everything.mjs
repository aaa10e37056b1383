import { randomBytes } from "node:crypto";
import { createWriteStream, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { portalCommand, startServer } from "./child-server.mjs";
import { ensureChromium } from "./chromium.mjs";
import { command } from "./command.mjs";
import { freePort } from "./ports.mjs";
import { slowLine } from "../nightly/slow-line.mjs";
import { actionKey } from "./portal-settings.mjs";
import { throwawayPostgres } from "./postgres.mjs";
import { copyDatabase } from "./postgres-databases.mjs";
import { deployMigrations, prisma } from "./prisma.mjs";
import { bin, runNode } from "./process.mjs";
import { step } from "./progress.mjs";
import { explain } from "./refusal.mjs";
import { grantRights } from "./rights.mjs";
import { scratchFolder } from "./scratch-folder.mjs";
import { ensureBuild, ensureClient, ensureDependencies, requireDiskSpace, tsx } from "./setup.mjs";
import { testOptions } from "./test-options.mjs";
import { countPlaywright, countVitest, Tally } from "./test-tally.mjs";

const TEMPLATE = "sinovik_template";
const PROJECTS = ["unit", "architecture", "integration", "nightly"];
const ON_A_DATABASE = ["integration", "nightly"];
const SERVER_LINES_SHOWN = 40;

/** Nothing of this machine's own configuration may change what is tested, or be touched by it. */
const NEUTRAL = { BIND: "127.0.0.1", TRUST_PROXY: "", NEXTAUTH_SECRET: randomBytes(32).toString("hex") };
const UNSET = ["DATABASE_URL", "NEXTAUTH_URL", "PORT", "SINOVIK_DEMO"];

const tally = new Tally();
const reports = scratchFolder();
/** @type {ReturnType<typeof testOptions>} */
let options;

await command(async (life) => {
  options = testOptions(process.argv.slice(2));
  let isDone = false;
  life.onStop(() => isDone && console.log(String(tally)));
  life.onStop(() => rmSync(reports, { recursive: true, force: true }));
  // The build is the one that is started afterwards: its forms keep the names that they have under this portal's own secret.
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = actionKey();
  Object.assign(process.env, NEUTRAL);
  for (const name of UNSET) delete process.env[name];
  try {
    await testEverything(life);
  } catch (error) {
    if (life.stopping()) throw error;
    tally.fail(explain(error));
  }
  isDone = true;
  return tally.failed > 0 ? 1 : 0;
}, { signalCode: 1 });

/** @param {import("./command.mjs").Life} life */
async function testEverything(life) {
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();

  const [chromium] = await Promise.all([options.wanted.has("e2e") ? findChromium() : undefined, checkStyle(), checkTypes()]);
  const postgres = [...ON_A_DATABASE, "e2e"].some((part) => options.wanted.has(part)) ? await prepareDatabase(life) : undefined;
  await runVitest(postgres?.url);
  if (options.wanted.has("e2e")) await runJourneys(life, { chromium, postgres });
  if (options.wanted.has("bench")) await tally.check("every workload of the bench is answered as it expects", () => runNode([join("scripts", "bench.mjs"), "--check"]));
}

async function findChromium() {
  try {
    return await step("finding a browser", ensureChromium, { alone: false });
  } catch (error) {
    tally.fail(explain(error));
    return undefined;
  }
}

async function checkStyle() {
  if (!options.wanted.has("lint")) return;
  await tally.check("lint", () => runNode([bin("eslint", "bin/eslint.js"), "--config", "tests/eslint.config.mjs", "--max-warnings", "0", "."]));
}

/** Next first writes down the types of the routes. */
async function checkTypes() {
  if (!options.wanted.has("types")) return;
  await tally.check("types", async () => {
    await runNode([bin("next", "dist/bin/next"), "typegen"]);
    await runNode([bin("typescript", "bin/tsc"), "--noEmit"]);
  });
}

/** A migrated template that test files copy, and the proof that the migrations say what the schema says. @param {import("./command.mjs").Life} life */
async function prepareDatabase(life) {
  const postgres = await step("starting a throwaway PostgreSQL", () => throwawayPostgres(TEMPLATE));
  life.onStop(postgres.stop);
  const isMigrated = await tally.check("migrations", async () => {
    await deployMigrations(postgres.url);
    await grantRights(postgres.url);
  });
  if (options.isWhole) await tally.check("migrations and schema agree", () => prisma(["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"], { url: postgres.url }));
  return isMigrated ? postgres : undefined;
}

/** Without a database the pure layers still run. @param {string | undefined} templateUrl */
async function runVitest(templateUrl) {
  const projects = PROJECTS.filter((project) => options.wanted.has(project) && (!ON_A_DATABASE.includes(project) || templateUrl));
  if (projects.length === 0) return;
  const report = join(reports, "vitest.json");
  const args = [
    ...["run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ...projects.flatMap((project) => ["--project", `${project}*`]),
    ...options.filter,
  ];
  const env = { NODE_ENV: "test", TEST_DATABASE_URL: templateUrl ?? "" };
  await tally.suite(`tests: ${projects.join(", ")}`, () => runNode([bin("vitest", "vitest.mjs"), ...args], { env, show: true }), () => countVitest(report));
}

/** @param {import("./command.mjs").Life} life @param {{chromium: string | undefined, postgres: import("./postgres.mjs").Postgres | undefined}} needs */
async function runJourneys(life, { chromium, postgres }) {
  const isBuilt = await tally.check("build", ensureBuild);
  if (!isBuilt || !chromium || !postgres) return tally.fail("The journeys could not run: what they need is missing, see above.");

  const env = await openDemonstration(life, postgres);
  const report = join(reports, "playwright.json");
  const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json", ...options.filter];
  const failedBefore = tally.failed;
  await tally.suite("journeys", () => runNode([bin("@playwright/test", "cli.js"), ...args], { env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, show: true }), () => countPlaywright(report));
  if (tally.failed > failedBefore) console.error(`The end of the web server's log:\n${endOf(join(reports, "server.log"))}`);
}

/** A portal with the demonstration in a database of its own. @param {import("./command.mjs").Life} life @param {import("./postgres.mjs").Postgres} postgres */
async function openDemonstration(life, postgres) {
  const url = postgres.urlOf("e2e");
  await step("loading the demonstration", async () => {
    await copyDatabase(postgres, { from: TEMPLATE, to: "e2e" });
    await tsx(["prisma/seed.ts"], { env: { DATABASE_URL: url } });
  });
  const lateBy = Number(process.env.SINOVIK_SLOW_LINE ?? 0);
  const outside = await freePort(3100);
  const port = lateBy > 0 ? await freePort(outside + 1) : outside;
  const base = `http://localhost:${outside}`;
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: postgres.portalUrlOf("e2e"), NEXTAUTH_URL: base, PORT: String(port), SINOVIK_DEMO: "1", PUBLISHED_DIR: join(reports, "published") };
  const log = createWriteStream(join(reports, "server.log"));
  await new Promise((resolve) => log.once("open", resolve));
  const server = await step("starting the web server", () => startServer(portalCommand(), { env, url: `http://localhost:${port}/api/health/live`, stdio: ["ignore", log, log] }));
  life.onStop(server.stop);
  if (lateBy > 0) life.onStop((await slowLine({ port: outside, to: port, lateBy })).stop);
  return { BASE_URL: base, DATABASE_URL: url, NEXTAUTH_URL: base };
}

/** @param {string} file */
function endOf(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-SERVER_LINES_SHOWN).join("\n");
}
