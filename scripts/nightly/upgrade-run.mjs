// An upgrade at noon: pages stay open while the portal behind their address becomes another release, and what people do next
// on them must be stored.
import { randomBytes } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { FOLDER, loadDemonstration, NEUTRAL, openDatabase } from "../bench/portal.mjs";
import { portalCommand, startServer } from "../lib/child-server.mjs";
import { ensureChromium } from "../lib/chromium.mjs";
import { command } from "../lib/command.mjs";
import { actionKey } from "../lib/portal-settings.mjs";
import { freePort } from "../lib/ports.mjs";
import { root, run } from "../lib/process.mjs";
import { step } from "../lib/progress.mjs";
import { scratchFolder } from "../lib/scratch-folder.mjs";
import { Tally } from "../lib/test-tally.mjs";
import { getReady } from "./ready.mjs";

/** What the next release has beside; it is loaded with every form. */
const CHANGED = "src/ui/forms/action-form.tsx";
const MARK = `"use client";\nif (typeof document !== "undefined") document.documentElement.dataset.release = "next";`;
const NOT_COPIED = new Set([".git", ".next", ".data", "test-results"]);

await command(async (life) => {
  await getReady();
  const chromium = await ensureChromium();
  const next = await step("building the next release beside this one", () => nextRelease(life));
  const postgres = await openDatabase(life);
  await loadDemonstration(postgres.url);
  const address = await chosenAddress();
  const env = { ...process.env, ...NEUTRAL, NODE_ENV: "production", DATABASE_URL: postgres.portalUrlOf(), NEXTAUTH_URL: address.base, NEXTAUTH_SECRET: address.secret, PORT: String(address.port), PUBLISHED_DIR: join(FOLDER, "published"), ANCHORS_FILE: join(FOLDER, "anchors") };
  const serve = (/** @type {string} */ folder) => startServer(commandIn(folder), { env, url: `${address.base}/api/health/live`, stdio: ["ignore", "ignore", "inherit"] });
  let server = await step("starting this release", () => serve(root));
  life.onStop(() => server.stop());

  const { openWorld } = await import("./world.mjs");
  const { openPages, UNDER_THE_NEXT } = await import("./open-pages.mjs");
  const world = await openWorld({ base: address.base, secret: address.secret, databaseUrl: postgres.url });
  const pages = await step("opening pages", () => openPages({ life, world, executablePath: chromium }));
  await step("putting the next release in its place", async () => {
    await server.stop();
    server = await serve(next);
  });
  const tally = new Tally();
  for (const [name, hold] of UNDER_THE_NEXT) await tally.check(name, () => hold({ ...pages, world }));
  await world.pool.end();
  console.log(String(tally));
  return tally.failed > 0 ? 1 : 0;
}, { signalCode: 1 });

/** @returns {Promise<{port: number, base: string, secret: string}>} */
async function chosenAddress() {
  const port = await freePort(3400);
  return { port, base: `http://127.0.0.1:${port}`, secret: randomBytes(32).toString("hex") };
}

/** A copy of the project with a change in it, built with the same key. @param {import("../lib/command.mjs").Life} life */
async function nextRelease(life) {
  const folder = scratchFolder();
  life.onStop(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(root, folder, { recursive: true, verbatimSymlinks: true, filter: (from) => !NOT_COPIED.has(relative(root, from)) });
  const file = join(folder, CHANGED);
  writeFileSync(file, readFileSync(file, "utf8").replace('"use client";', MARK));
  await run([process.execPath, join(folder, "node_modules/next/dist/bin/next"), "build", folder], {
    env: { DATABASE_URL: "", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey() },
  });
  return folder;
}

/** @param {string} folder @returns {string[]} what serves the release in it */
function commandIn(folder) {
  return portalCommand().map((part) => (part.startsWith(root) ? join(folder, relative(root, part)) : part));
}
