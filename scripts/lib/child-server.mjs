// A web server as a child: started, waited for, and told on when it ends.
import { end, start } from "./process.mjs";
import { Refusal } from "./refusal.mjs";

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

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
