// Whether the database answers, asked over a connection of its own, and remembered for a moment: a failure for longer,
// so that a server in trouble is left in peace, a success hardly, because the next failure may be the first of many.

const REMEMBER_DOWN_MS = 1_000;
const REMEMBER_UP_MS = 50;
const TIMEOUT_MS = 1_000;

/** @typedef {{isDown: () => Promise<boolean>, wasDown: () => boolean}} DatabaseProbe */

/**
 * @param {string | undefined} url
 * @returns {DatabaseProbe} `wasDown` tells the last finding without asking
 */
export function databaseProbe(url) {
  let down = false;
  let rememberedUntil = 0;
  /** @type {Promise<boolean> | undefined} */
  let asking;

  const ask = async () => {
    down = !(await answers(url));
    rememberedUntil = performance.now() + (down ? REMEMBER_DOWN_MS : REMEMBER_UP_MS);
    asking = undefined;
    return down;
  };
  return {
    wasDown: () => down,
    isDown: async () => {
      if (!asking && performance.now() >= rememberedUntil) asking = ask();
      return asking ?? down;
    },
  };
}

/** @param {string | undefined} url */
async function answers(url) {
  if (!url) return false;
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
  client.on("error", () => {}); // told by the query that fails
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    void client.end().catch(() => {});
  }
}
