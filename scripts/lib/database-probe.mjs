// Whether the database answers. Two witnesses: a connection of our own, kept open so that nobody can take its place, and what
// the portal's own pool tells. How long nothing is heard is counted in turns of the event loop and not by the clock: while
// this process is busy, or was, the answer may be here and not yet read.
import { subscribe, unsubscribe } from "node:diagnostics_channel";

const REMEMBER_DOWN_MS = 1_000;
const REMEMBER_UP_MS = 50;
/** Nothing is heard for so many turns of so many milliseconds: two seconds of a process that has little to do. */
const TURNS = 20;
const TURN_MS = 100;
/** How long the portal's word that it had no connection to spare counts. */
const CROWDED_MS = 2_000;
/** The server answers, and says that it has no connection left. */
const TOO_MANY = "53300";

/** What the portal tells of its database (src/lib/database-news.ts). */
export const DATABASE_NEWS = "sinovik.database";

/** Room for one more page of a table: what a full disk refuses. */
const STORES_SOMETHING = "begin; create temp table room on commit drop as select repeat('x', 1000) as text from generate_series(1, 64); rollback";

/**
 * @typedef {object} DatabaseProbe
 * @property {() => Promise<boolean>} isDown
 * @property {() => boolean} wasDown the last finding, without asking
 * @property {() => boolean} isCrowded whether the portal has just been without a connection, though the database answers
 * @property {() => Promise<boolean>} isFull whether the portal could not store anything, and still cannot
 * @property {() => void} close
 */

/**
 * @param {string | undefined} url
 * @returns {DatabaseProbe}
 */
export function databaseProbe(url) {
  const connection = keptConnection(url);
  let [down, full] = [false, false];
  let [rememberedUntil, crowdedUntil] = [0, 0];
  let answers = 0;
  /** @type {Promise<boolean> | undefined} */
  let asking;

  const hear = (/** @type {unknown} */ news) => {
    if (news === "STORAGE_FULL") full = true;
    if (news === "CROWDED") crowdedUntil = performance.now() + CROWDED_MS;
    if (news === "ANSWERED") {
      answers += 1;
      down = false;
    }
  };
  subscribe(DATABASE_NEWS, hear);

  const ask = async () => {
    const before = answers;
    const isHeard = await connection.answers("select 1");
    down = !isHeard && answers === before;
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
    isCrowded: () => performance.now() < crowdedUntil,
    isFull: async () => {
      if (full) full = !(await connection.answers(STORES_SOMETHING));
      return full;
    },
    close: () => {
      unsubscribe(DATABASE_NEWS, hear);
      connection.close();
    },
  };
}

/** @param {string | undefined} url */
function keptConnection(url) {
  /** @type {import("pg").Client | undefined} */
  let open;
  const close = () => {
    void open?.end().catch(() => {});
    open = undefined;
  };
  /** @param {string} statement */
  const ask = async (statement) => {
    // The kept one may have been broken long ago: that alone says nothing.
    for (const isKept of open ? [true, false] : [false]) {
      try {
        open ??= await connected(url);
        await open.query(statement);
        return true;
      } catch (error) {
        close();
        const { code } = /** @type {{code?: string}} */ (error);
        if (code === TOO_MANY) return true;
        if (!isKept) return false;
      }
    }
    return false;
  };
  return {
    close,
    /** @param {string} statement */
    answers: async (statement) => {
      if (!url) return false;
      const patience = turns(TURNS);
      const isHeard = await Promise.race([ask(statement), patience.over]);
      patience.stop();
      if (!isHeard) close();
      return isHeard;
    },
  };
}

/** @param {string | undefined} url */
async function connected(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on("error", () => {}); // told by the next question, which fails
  try {
    await client.connect();
  } catch (error) {
    void client.end().catch(() => {});
    throw error;
  }
  return client;
}

/** @param {number} count @returns {{over: Promise<false>, stop: () => void}} */
function turns(count) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const over = new Promise((/** @type {(value: false) => void} */ resolve) => {
    const turn = (/** @type {number} */ left) => {
      timer = setTimeout(() => (left > 1 ? turn(left - 1) : resolve(false)), TURN_MS);
    };
    turn(count);
  });
  return { over, stop: () => clearTimeout(timer) };
}
