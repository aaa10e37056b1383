// Published answers on disk, so that they can be read after a restart while the database is down. Best effort: what
// cannot be written is told once and never stops a request.
import { createHash, createHmac, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

const TOUCH_EVERY_MS = 60_000;

/**
 * @typedef {object} PublishedStore
 * @property {(key: string) => Promise<{answer: import("./published-copy.mjs").Answer, checkedAt: number} | undefined>} read
 * @property {(key: string, answer: import("./published-copy.mjs").Answer) => Promise<void>} write
 * @property {(key: string) => Promise<void>} confirm notes that the stored answer is still the right one
 * @property {(key: string) => Promise<void>} remove
 * @property {(olderThan: number) => Promise<void>} prune
 */

/**
 * @param {string} folder
 * @param {(message: string) => void} tell
 * @param {string} [secret] with which what is stored is sealed
 * @returns {PublishedStore}
 */
export function publishedStore(folder, tell, secret = "") {
  const fileOf = (/** @type {string} */ key) => join(folder, createHash("sha256").update(key).digest("hex").slice(0, 32));
  /** @type {Map<string, number>} */
  const touched = new Map();
  const attempt = onceTold(tell);

  return {
    read: async (key) => readAnswer(fileOf(key), { key, secret }).catch(() => undefined),
    write: (key, answer) => attempt(async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(key), { key, secret }, answer);
      touched.set(key, Date.now());
    }),
    confirm: (key) => attempt(async () => {
      const now = Date.now();
      if (now - (touched.get(key) ?? 0) < TOUCH_EVERY_MS) return;
      touched.set(key, now);
      await utimes(fileOf(key), now / 1000, now / 1000);
    }),
    remove: (key) => attempt(async () => {
      touched.delete(key);
      await rm(fileOf(key), { force: true });
    }),
    prune: (olderThan) => attempt(() => prune(folder, olderThan)),
  };
}

/** @param {(message: string) => void} tell */
function onceTold(tell) {
  let told = false;
  return async (/** @type {() => Promise<void>} */ work) => {
    try {
      await work();
    } catch (error) {
      if (!told) tell(`published results cannot be kept on disk: ${error instanceof Error ? error.message : error}`);
      told = true;
    }
  };
}

/** One line of JSON, then the body as it is. @param {string} file @param {{key: string, secret: string}} of */
async function readAnswer(file, { key, secret }) {
  const [content, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
  const end = content.indexOf("\n");
  const head = JSON.parse(content.subarray(0, end).toString());
  if (head.key !== key || head.seal !== sealOf(secret, { ...head, body: content.subarray(end + 1) })) return undefined;
  return { answer: { status: head.status, headers: head.headers, body: content.subarray(end + 1) }, checkedAt: mtimeMs };
}

/**
 * Of all that is served, with a secret that who writes the folder need not know: an answer of which a part was changed is none.
 *
 * @param {string} secret @param {{key: string, status: number, headers: unknown, body: Buffer}} stored
 */
const sealOf = (secret, { key, status, headers, body }) => createHmac("sha256", secret).update(JSON.stringify([key, status, headers])).update(body).digest("hex");

/** Beside it first, then renamed: a reader sees the old or the new, never half. @param {string} file @param {{key: string, secret: string}} of @param {import("./published-copy.mjs").Answer} answer */
async function writeWhole(file, { key, secret }, { status, headers, body }) {
  const part = `${file}.${randomUUID()}.part`;
  const head = Buffer.from(`${JSON.stringify({ key, status, headers, seal: sealOf(secret, { key, status, headers, body }) })}\n`);
  try {
    await writeFile(part, Buffer.concat([head, body]), { mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** @param {string} folder @param {number} olderThan */
async function prune(folder, olderThan) {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs < olderThan) await rm(file, { force: true });
  }
}
