// Children and how they end. Node built-ins only: this file runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The path of a program inside an installed package. @param {string} pkg @param {string} file */
export const bin = (pkg, file) => join(root, "node_modules", pkg, file);

const OUTPUT_KEPT = 64_000;
const PARENT_CHECK_MS = 500;
const KILL_AFTER_MS = 9_000;

/** @typedef {import("node:child_process").ChildProcess} Child */
/** @typedef {Record<string, string | undefined>} Env */

/** @type {Set<Child>} everything that lives */
const children = new Set();
/** @type {Set<Child>} those of them that somebody waits for */
const errands = new Set();
/** Once we end, nothing new begins: who waits for an errand waits until the process is gone. */
let isEnding = false;

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches us first and we choose the order of ending.
 * On Linux the child also gets `deathSignal` when this process dies, even by SIGKILL. A `wrapper` that changes
 * credentials stands before that leash, because the kernel takes it off at such a change.
 *
 * @param {string[]} command
 * @param {Omit<import("node:child_process").SpawnOptions, "env"> & {env?: Env, deathSignal?: string, wrapper?: string[]}} [options]
 */
export function start(command, { deathSignal = "TERM", wrapper = [], env = process.env, ...options } = {}) {
  const [program = "", ...args] = [...wrapper, ...leash(deathSignal), ...command];
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: true, ...options, env: /** @type {NodeJS.ProcessEnv} */ (env) });
  const forget = () => [children, errands].forEach((set) => set.delete(child));
  children.add(child);
  child.once("exit", forget);
  child.once("error", forget);
  return child;
}

/**
 * Runs a command to its end. Its output is kept for the error, and shown only when `show` is set.
 *
 * @param {string[]} command
 * @param {{env?: Env, show?: boolean}} [options]
 * @returns {Promise<string>} what it printed
 */
export function run(command, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    if (isEnding) return;
    const child = start(command, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    errands.add(child);
    let output = "";
    const collect = (/** @type {NodeJS.WriteStream} */ terminal) => (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-OUTPUT_KEPT);
      if (show) terminal.write(chunk);
    };
    child.stdout?.on("data", collect(process.stdout));
    child.stderr?.on("data", collect(process.stderr));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (isEnding) return;
      if (code === 0) return resolve(output);
      reject(Object.assign(new Error(`${label(command)} ended with ${signal ?? code}`), { output: show ? "" : output, code }));
    });
  });
}

/** Runs a script with the Node that runs us. @param {string[]} args @param {{env?: Env, show?: boolean}} [options] */
export const runNode = (args, options) => run([process.execPath, ...args], options);

/**
 * Ends a child and everything it started: a polite signal first, SIGKILL when it does not listen.
 *
 * @param {Child} child
 * @param {NodeJS.Signals} [signal]
 */
export async function end(child, signal = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child, signal);
  const impatience = setTimeout(() => signalGroup(child, "SIGKILL"), KILL_AFTER_MS);
  await gone;
  clearTimeout(impatience);
}

/**
 * Calls the cleanups, last one first, when we are asked to stop, when our parent disappears, or when `stop` is called.
 *
 * @param {{signalCode?: number, outliveParent?: boolean}} [options] `signalCode` is the exit code after a signal
 */
export function lifecycle({ signalCode = 0, outliveParent = false } = {}) {
  /** @type {(() => unknown)[]} */
  const cleanups = [];
  /** @type {Promise<never> | undefined} */
  let stopping;

  const stop = (/** @type {number} */ code) => (stopping ??= finish(cleanups, code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(signalCode));
  if (!outliveParent) watchParent(() => void stop(signalCode));
  return { stop, stopping: () => stopping !== undefined, onStop: (/** @type {() => unknown} */ cleanup) => void cleanups.push(cleanup) };
}

/** @param {(() => unknown)[]} cleanups @param {number} code @returns {Promise<never>} */
async function finish(cleanups, code) {
  isEnding = true;
  await endAll(errands);
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  await endAll(children);
  process.exit(code);
}

const endAll = (/** @type {Set<Child>} */ set) => Promise.all([...set].map((child) => end(child)));

/** npm runs us through a shell that dies of SIGTERM without passing it on, so we look whether our parent is still there. */
function watchParent(/** @type {() => void} */ whenGone) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) whenGone();
  }, PARENT_CHECK_MS).unref();
}

/** @type {boolean | undefined} */
let canLeash;

/** The words before a command that make Linux end it with us; nothing elsewhere. @param {string} signal */
function leash(signal) {
  canLeash ??= process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "INT", "true"]).status === 0;
  return canLeash ? ["setpriv", "--pdeathsig", signal] : [];
}

/** @param {Child} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

const label = (/** @type {string[]} */ command) => command.map((word) => word.replace(`${root}/`, "")).filter((word) => word !== process.execPath).slice(0, 3).join(" ");
