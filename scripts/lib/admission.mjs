// How many requests the application works on at once, and whose turn is next. The others wait in front of it, not for long,
// where they cost a connection and no more: an overloaded portal stays as fast as it can be, and says so to those it turns
// away. Who writes, files or judges comes before who reads, who is signed in before strangers, and no network holds more than
// a few of the places: one thread makes the pages, so that what one of them may do at once is what the others wait for.

/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {"writer" | "reader" | "stranger"} Kind */
/** @typedef {{kind: Kind, network: string}} Caller */
/** @typedef {{share: number, ofNetwork: number, waitingOfNetwork: number}} Share */
/** @typedef {{atWork: number, waiting: number, patienceMs: number, shares?: Record<Kind, Share>}} Limits */

/**
 * Of all places, the part that a kind may hold, and that one network may hold of them, at work and waiting. A stranger's
 * pages that many ask for are copies and need no place: what is left are searches and sign-ins, of which two at once are
 * enough for an office.
 *
 * @type {Record<Kind, Share>}
 */
export const SHARES = {
  writer: { share: 1, ofNetwork: 1, waitingOfNetwork: 1 },
  reader: { share: 0.75, ofNetwork: 0.5, waitingOfNetwork: 0.5 },
  stranger: { share: 0.5, ofNetwork: 1 / 16, waitingOfNetwork: 0.25 },
};

/**
 * At work: one thread makes the pages and the database has ten connections, so that more at once are not done sooner; but
 * each holds a megabyte or two of the hundred that the heap can spare, and near its limit the collector takes over.
 * Waiting: as long as a person may be asked to wait, and as many as that thread does in the time (50 to 100 a second).
 */
export const LIMITS = { atWork: 32, waiting: 512, patienceMs: 10_000, shares: SHARES };

/** For those whose text is longer than what is kept unread: they are read while they are at work, as slowly as they come. */
export const LIMITS_OF_LONG_TEXTS = { atWork: 4, waiting: 16, patienceMs: 10_000, shares: SHARES };

/** @type {Share} */
const WHOLE = { share: 1, ofNetwork: 1, waitingOfNetwork: 1 };
const IN_ORDER = /** @type {Kind[]} */ (["writer", "reader", "stranger"]);

/**
 * In: how many may be at work, how many may wait, and how long. Out: a function that takes a place for a response, and gives
 * what leaves it, which happens by itself when the response is closed; undefined when there was no place in time, or when
 * nobody wants the answer any more.
 *
 * @param {Limits} [limits]
 * @returns {(response: Response, caller?: Caller) => Promise<(() => void) | undefined>}
 */
export function admission({ atWork, waiting, patienceMs, shares = { writer: WHOLE, reader: WHOLE, stranger: WHOLE } } = LIMITS) {
  const queues = emptyQueues();
  const [working, queued] = [counter(), counter()];
  const [hasPlace, mayWait] = [placesOf({ atWork, shares }, working), queuesOf({ waiting, shares }, queued)];
  const admitNext = () => {
    for (const kind of IN_ORDER) for (const each of queues[kind]) if (hasPlace({ kind, network: each.network })) return each.admit();
  };
  /** @param {Response} response @param {Caller} caller */
  const take = (response, caller) => {
    let isIn = true;
    working.add(caller, 1);
    const leave = () => {
      if (!isIn) return;
      isIn = false;
      response.off("close", leave);
      working.add(caller, -1);
      admitNext(); // at once, so that nobody who comes now is before those who wait
    };
    response.once("close", leave);
    return leave;
  };
  /** @param {Response} response @param {Caller} caller @returns {Promise<(() => void) | undefined>} */
  const wait = (response, caller) => new Promise((resolve) => {
    const settle = (/** @type {boolean} */ isIn) => {
      clearTimeout(timer);
      response.off("close", giveUp);
      if (queues[caller.kind].delete(entry)) queued.add(caller, -1);
      resolve(isIn ? take(response, caller) : undefined);
    };
    const entry = { network: caller.network, admit: () => settle(true) };
    const giveUp = () => settle(false);
    const timer = setTimeout(giveUp, patienceMs);
    response.once("close", giveUp);
    queues[caller.kind].add(entry);
    queued.add(caller, 1);
  });

  return async (response, caller = { kind: "stranger", network: "" }) => {
    if (response.destroyed) return undefined;
    if (hasPlace(caller)) return take(response, caller);
    return mayWait(caller) ? wait(response, caller) : undefined;
  };
}

/** @returns {Record<Kind, Set<{network: string, admit: () => void}>>} each in the order of arrival */
const emptyQueues = () => ({ writer: new Set(), reader: new Set(), stranger: new Set() });

const part = (/** @type {number} */ whole, /** @type {number} */ share) => Math.max(1, Math.floor(share * whole));

/** @param {{atWork: number, shares: Record<Kind, Share>}} limits @param {ReturnType<typeof counter>} working @returns {(caller: Caller) => boolean} */
const placesOf = ({ atWork, shares }, working) => ({ kind, network }) => {
  const { share, ofNetwork } = shares[kind];
  // Those who come later in the order hold nothing of what those before them may.
  const heldByKind = kind === "writer" ? working.all() : kind === "reader" ? working.of("reader") + working.of("stranger") : working.of("stranger");
  return working.all() < atWork && heldByKind < part(atWork, share) && working.of(kind, network) < part(atWork, ofNetwork);
};

/** How many there are: in all, of a kind, and of a kind and network. */
function counter() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const add = (/** @type {string} */ key, /** @type {number} */ change) => {
    const count = (counts.get(key) ?? 0) + change;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  };
  return {
    all: () => counts.get("") ?? 0,
    of: (/** @type {Kind} */ kind, /** @type {string} */ network = "") => counts.get(network ? `${kind} ${network}` : kind) ?? 0,
    add: (/** @type {Caller} */ { kind, network }, /** @type {number} */ change) => {
      for (const key of new Set(["", kind, network ? `${kind} ${network}` : kind])) add(key, change);
    },
  };
}

/** @param {{waiting: number, shares: Record<Kind, Share>}} limits @param {ReturnType<typeof counter>} queued @returns {(caller: Caller) => boolean} */
const queuesOf = ({ waiting, shares }, queued) => ({ kind, network }) =>
  queued.all() < waiting && queued.of(kind, network) < part(waiting, shares[kind].waitingOfNetwork);
