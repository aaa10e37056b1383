// A web server as a child: started, waited for, and told on when it ends.
import { join } from "node:path";
import { end, root, start } from "./process.mjs";
import { Refusal } from "./refusal.mjs";

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

/**
 * What the portal keeps is below 130 MB. Without a limit the collector lets waste pile up to gigabytes; with this one the
 * whole process stays below 512 MB.
 */
const HEAP_LIMIT_MB = 256;
/** Room for the waste of several pages at once, which then never has to be moved. */
const YOUNG_MB = 32;

/** The command that serves the built portal. @param {string[]} [flags] for Node */
export const portalCommand = (flags = []) => [process.execPath, `--max-old-space-size=${HEAP_LIMIT_MB}`, `--max-semi-space-size=${YOUNG_MB}`, ...flags, join(root, "scripts/serve.mjs")];

/**
 * Starts the server and waits until it answers at all.
 *
 * @param {string[]} command
 * @param {{env: import("./process.mjs").Env, url: string, stdio?: import("node:child_process").StdioOptions}} options
 */
export async function startServer(command, { env, url, stdio }) {
  const server = start(command, { env, ...(stdio ? { stdio } : {}) });
  /** @type {Promise<number>} */
  const gone = new Promise((resolve) => server.once("exit", (code) => resolve(code ?? 1)));
  const stop = () => end(server);
  const ended = gone.then((code) => {
    throw new Refusal(`The web server ended before it answered (exit code ${code}).`);
  });
  await Promise.race([answers(url), ended]);
  ended.catch(() => {}); // from now on `gone` tells it
  return { pid: server.pid, gone, stop };
}

/** @param {string} url */
async function answers(url) {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    try {
      await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(READY_WITHIN_MS) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }
  throw new Refusal(`The web server did not answer on ${url} within ${READY_WITHIN_MS / 1000} seconds.`);
}
