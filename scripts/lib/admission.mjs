// How many requests the application works on at once. The others wait in front of it, in order and not for long, where
// they cost a connection and no more: an overloaded portal stays as fast as it can be, and says so to those it turns away.

/** @typedef {import("node:http").ServerResponse} Response */

/**
 * At work: one thread makes the pages and the database has ten connections, so that more at once are not done sooner; but
 * each holds a megabyte or two of the hundred that the heap can spare, and near its limit the collector takes over.
 * Waiting: as long as a person may be asked to wait, and as many as that thread does in the time (50 to 100 a second).
 */
export const LIMITS = { atWork: 32, waiting: 512, patienceMs: 10_000 };

/** For those whose text is longer than what is kept unread: they are read while they are at work, as slowly as they come. */
export const LIMITS_OF_LONG_TEXTS = { atWork: 4, waiting: 16, patienceMs: 10_000 };

/**
 * In: how many may be at work, how many may wait, and how long. Out: a function that takes a place for a response, and gives
 * what leaves it, which happens by itself when the response is closed; undefined when there was no place in time, or when
 * nobody wants the answer any more.
 *
 * @returns {(response: Response) => Promise<(() => void) | undefined>}
 */
export function admission({ atWork, waiting, patienceMs } = LIMITS) {
  let places = atWork;
  /** @type {Set<() => void>} in the order of arrival */
  const queue = new Set();

  /** @param {Response} response */
  const take = (response) => {
    let isIn = true;
    places -= 1;
    const leave = () => {
      if (!isIn) return;
      isIn = false;
      response.off("close", leave);
      places += 1;
      // Handed on at once, so that nobody who comes now is before those who wait.
      const [next] = queue;
      next?.();
    };
    response.once("close", leave);
    return leave;
  };
  /** @param {Response} response @returns {Promise<(() => void) | undefined>} */
  const wait = (response) => new Promise((resolve) => {
    const settle = (/** @type {boolean} */ isIn) => {
      clearTimeout(timer);
      response.off("close", giveUp);
      queue.delete(next);
      resolve(isIn ? take(response) : undefined);
    };
    const next = () => settle(true);
    const giveUp = () => settle(false);
    const timer = setTimeout(giveUp, patienceMs);
    response.once("close", giveUp);
    queue.add(next);
  });

  return async (response) => {
    if (response.destroyed) return undefined;
    if (places > 0) return take(response);
    return queue.size < waiting ? wait(response) : undefined;
  };
}
