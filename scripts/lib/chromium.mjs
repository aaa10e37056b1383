// A browser for the journeys: the one without windows, which needs about half the processor time of one that could have them;
// else any that is there; else the one Playwright downloads.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bin, run, runNode } from "./process.mjs";
import { Refusal } from "./refusal.mjs";

const WITHOUT_WINDOWS = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES = [WITHOUT_WINDOWS, "fonts-liberation"];

/** @returns {Promise<string>} the path of one that starts */
export async function ensureChromium() {
  const found = firstThatStarts([process.env.CHROMIUM_PATH, ...placesOnPath(WITHOUT_WINDOWS)])
    ?? (await installFromDebian()) ?? (await findChromium()) ?? (await downloadWithPlaywright());
  if (!found) throw new Refusal("No Chromium was found and none could be installed: install one and name it in CHROMIUM_PATH.");
  return found;
}

async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return firstThatStarts([...NAMES.flatMap(placesOnPath), ON_A_MAC, chromium.executablePath()]);
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || placesOnPath("apt-get").length === 0) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run(["apt-get", "-qq", "update"], { env });
    await run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", ...PACKAGES], { env });
  } catch (error) {
    console.warn(`Chromium could not be installed with apt-get: ${error instanceof Error ? error.message : error}`);
  }
  return firstThatStarts(placesOnPath(WITHOUT_WINDOWS));
}

async function downloadWithPlaywright() {
  await runNode([bin("@playwright/test", "cli.js"), "install", "chromium"]).catch(() => {});
  return findChromium();
}

/** @param {string} name */
const placesOnPath = (name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).filter((path) => existsSync(path));

/** @param {(string | undefined)[]} paths */
const firstThatStarts = (paths) => paths.find((path) => path && existsSync(path) && starts(path));

/** Some systems have only a stub under this name, which tells how to install the real one. @param {string} path */
const starts = (path) => spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
