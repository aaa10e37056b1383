// Once a day, and at each start, the head of the audit log is noted in a file beside the database and in the server's log: a copy
// of that line, kept elsewhere, tells a trail that was cut or written anew. An auditor compares it under /audit.
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * @param {{file: string, readHead: () => Promise<{seq: string, hash: string} | undefined>, tell: (message: string) => void, now?: () => Date}} parts
 * @returns {Promise<void>} when the head is noted, which is not done twice for the same
 */
export async function noteHead({ file, readHead, tell, now = () => new Date() }) {
  try {
    const head = await readHead();
    if (!head || head.seq === "0") return;
    const noted = `${head.seq} ${head.hash}`;
    const before = await readFile(file, "utf8").catch(() => "");
    if (before.trimEnd().endsWith(noted)) return;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, `${now().toISOString()} ${noted}\n`, { mode: 0o600 });
    tell(`audit log: event ${head.seq} has the hash ${head.hash}`);
  } catch (error) {
    tell(`the head of the audit log could not be noted: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {Parameters<typeof noteHead>[0]} parts */
export function noteHeadDaily(parts) {
  void noteHead(parts);
  setInterval(() => void noteHead(parts), DAY_MS).unref();
}

/** @param {string | undefined} url @returns {Promise<{seq: string, hash: string} | undefined>} */
export async function headOf(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query('select seq, hash from "AuditHead"')).rows[0];
  } finally {
    await client.end();
  }
}
