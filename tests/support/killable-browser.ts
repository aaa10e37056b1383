import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type BrowserContext } from "@playwright/test";

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage", "--remote-debugging-port=0"];

export type KillableBrowser = {
  context: BrowserContext;
  /** All its processes at once, by signal: nothing is flushed, nobody is asked. */
  kill: () => Promise<void>;
};

/** A folder for one profile that outlives its browser; `remove` at the end. */
export function givenProfile(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "sinovik-profile-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A Chromium of its own on a profile that stays, as a person has one: what it leaves on the disk is there when it starts again. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const executable = process.env.CHROMIUM_PATH ?? chromium.executablePath();
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { detached: true, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await expect.poll(() => portIn(portFile)).toBeGreaterThan(0);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${portIn(portFile)}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error("The browser has no window.");
  return {
    context,
    kill: async () => {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}

function portIn(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}
