// Keeps the web server running: one that dies is started again, after a pause that grows while it keeps dying. The database
// beside it stays.

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Who has lived so long has not failed at its start: the next pause is short again. */
const HEALTHY_MS = 60_000;

/** @typedef {{pid?: number | undefined, gone: Promise<number>, stop: () => Promise<void>}} Server */

/**
 * @param {object} parts
 * @param {() => Promise<Server>} parts.start resolves when the server answers
 * @param {() => boolean} parts.isStopping whether its end is wanted
 * @param {(message: string) => void} parts.tell
 * @param {(milliseconds: number) => Promise<unknown>} [parts.pause]
 * @param {() => number} [parts.now]
 * @returns {Promise<{ended: Promise<number>, stop: () => Promise<void>}>} once the first one answers; that one may fail, and is not tried again
 */
export async function supervise({ start, isStopping, tell, pause = sleep, now = () => performance.now() }) {
  let current = await start();
  let began = now();

  const watch = async () => {
    for (let next = FIRST_PAUSE_MS; ; next = Math.min(2 * next, LONGEST_PAUSE_MS)) {
      const code = await current.gone;
      if (isStopping()) return code;
      if (now() - began >= HEALTHY_MS) next = FIRST_PAUSE_MS;
      tell(`The web server ended by itself (exit code ${code}); starting it again in ${next / 1_000} s.`);
      await pause(next);
      if (isStopping()) return code;
      began = now();
      // One that ends before it answers is gone like any other.
      current = await start().catch(() => ({ gone: Promise.resolve(1), stop: async () => {} }));
    }
  };
  return { ended: watch(), stop: () => current.stop() };
}

const sleep = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
