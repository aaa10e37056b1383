// A small cache in front of the application, for what a whole country opens at once and what must stay readable while the
// database is down: published results, which are the same for everyone, and the public pages as strangers see them.
import { makeCopy, sendCopy } from "./published-copy.mjs";

/** /kompetisi/<slug>/hasil/<result> and what lies below it, without a query. Anything unusual in the path goes past the cache. */
const PUBLISHED = /^(?:\/en)?\/kompetisi\/[a-z0-9-]+\/hasil\/[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)*)*$/;

/** The pages that lead there, without a search. */
const PAGE = /^\/(?:en)?$|^(?:\/en)?\/(?:kompetisi|inovasi)(?:\/[A-Za-z0-9-]+){0,2}$/;

/** Whoever is signed in sees pages with their name on it. */
const SESSION = "next-auth.session-token";

/** Names every published result; its answers go past the cache. */
const SITE_MAP = "/sitemap.xml";

/** Next's own client asks for parts of pages; those are other answers on the same address. */
const PARTIAL_REQUEST = ["rsc", "next-action", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch"];

const DEFAULTS = {
  /** How long an answer is served without asking. */
  freshMs: 1_000,
  /**
   * How old a copy may be to be served while it is being checked: a result that nothing has happened to, and a page only when
   * an act has made it doubtful; of what time alone changes, its readers wait for the new one.
   */
  graceMs: 10_000,
  /** How long a result may stand in when the application fails. */
  staleMs: 24 * 60 * 60 * 1_000,
  /** How long a page may. */
  pageStaleMs: 60 * 60 * 1_000,
  /** How long a reader with a copy at hand waits for the check. */
  patienceMs: 2_000,
  maxEntries: 1_000,
  maxBytes: 64 * 1024 * 1024,
};
const REMEMBERED_REFUSALS = 1_000;

/** The application, which runs in this process, tells here that an act changed what public pages say (src/lib/public-change.ts). */
export const PUBLIC_CHANGE = "sinovik.public-change";

/** @typedef {{copy: import("./published-copy.mjs").Copy, isPage: boolean, checkedAt: number, nextCheck: number, failedAt: number, asOf: number, isDoubted?: boolean}} Entry `asOf`: how many changes had been made when it was asked for */
/** @typedef {{fetchAnswer: (path: string) => Promise<import("./published-copy.mjs").Answer>, store: import("./published-store.mjs").PublishedStore}} Sources */

export class PublicCache {
  /** @type {Map<string, Entry>} least recently checked first */
  #entries = new Map();
  #bytes = 0;
  /** @type {Map<string, Promise<void>>} one check at a time for each address */
  #checks = new Map();
  /** @type {Map<string, number>} addresses whose answer was not for everyone, and until when we believe it */
  #refusals = new Map();
  /** How often something was changed that pages may tell of. */
  #changes = 0;
  #sources;
  #options;

  /** @param {Sources} sources @param {Partial<typeof DEFAULTS>} [options] */
  constructor(sources, options = {}) {
    this.#sources = sources;
    this.#options = { ...DEFAULTS, ...options };
    void sources.store.prune(Date.now() - this.#options.staleMs);
  }

  /**
   * Answers the request when it is for a published result, or a stranger's for a public page. Otherwise, or when there is
   * nothing to show, calls `next`.
   *
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {() => void} next
   */
  handle(request, response, next) {
    const path = request.url ?? "/";
    const entry = this.#entries.get(path);
    const now = Date.now();
    if (!isPlainRead(request) || (!entry && !isKeptPath(path))) return next();
    if (!PUBLISHED.test(path) && request.headers.cookie?.includes(SESSION)) return next();
    if (entry && now < entry.nextCheck) return sendCopy(entry.copy, request, response);
    if (entry && this.#mayStandIn(entry, now)) {
      void this.#check(path);
      return sendCopy(entry.copy, request, response);
    }
    if (now < (this.#refusals.get(path) ?? 0)) return next();
    void this.#answerAfterCheck(request, response, next);
  }

  /**
   * Reads every published result once, so that each can be shown while the database is down even if nobody has asked for it.
   * One after the other: readers come first.
   *
   * @returns {Promise<boolean>} whether the application could say what there is
   */
  async readAhead() {
    const map = await this.#sources.fetchAnswer(SITE_MAP).catch(() => undefined);
    if (map?.status !== 200) return false;
    for (const [, address = ""] of map.body.toString().matchAll(/<loc>([^<]*)<\/loc>/g)) {
      const { pathname } = new URL(address);
      if (PUBLISHED.test(pathname)) await this.#check(pathname);
    }
    return true;
  }

  /**
   * An act has changed something public: each copy is made anew, once, when it is next asked for. That of a page stands in
   * meanwhile: who changed it is signed in and goes past it. Readers of a result wait for the new one.
   */
  doubtPages() {
    this.#changes += 1;
    this.#refusals.clear();
    for (const entry of this.#entries.values()) Object.assign(entry, { nextCheck: 0, isDoubted: true });
    // Nothing stands in for a result, or for a page that is being made for the first time: who comes now waits for a new making.
    for (const path of this.#checks.keys()) if (!this.#entries.has(path) || PUBLISHED.test(path)) this.#checks.delete(path);
  }

  /**
   * While it is checked: a young copy, or any usable one if the last check has just failed. A result that an act has made
   * doubtful does not: who has published it reads it next.
   *
   * @param {Entry} entry @param {number} now
   */
  #mayStandIn(entry, now) {
    const { graceMs } = this.#options;
    const isDoubted = entry.isDoubted ?? false;
    if (entry.isPage === isDoubted && now - entry.checkedAt < graceMs) return true;
    return (isDoubted || !entry.isPage) && now - entry.failedAt < graceMs && this.#isUsable(entry);
  }

  /** @param {Entry} entry */
  #isUsable(entry) {
    const { staleMs, pageStaleMs } = this.#options;
    return Date.now() - entry.checkedAt < (entry.isPage ? pageStaleMs : staleMs);
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response @param {() => void} next */
  async #answerAfterCheck(request, response, next) {
    const path = request.url ?? "/";
    const check = this.#check(path);
    await Promise.race([check, pause(this.#options.patienceMs)]);
    if (!this.#entries.has(path)) await check;
    const entry = this.#entries.get(path);
    if (entry && this.#isUsable(entry)) sendCopy(entry.copy, request, response);
    else next();
  }

  /** @param {string} path */
  #check(path) {
    const running = this.#checks.get(path);
    if (running) return running;
    const check = this.#ask(path).finally(() => {
      if (this.#checks.get(path) === check) this.#checks.delete(path);
    });
    this.#checks.set(path, check);
    return check;
  }

  /** @param {string} path */
  async #ask(path) {
    const isPage = !PUBLISHED.test(path);
    const changes = this.#changes;
    if (!isPage && !this.#entries.has(path)) await this.#restore(path);
    try {
      const answer = await this.#sources.fetchAnswer(path);
      if (answer.status >= 500) return this.#noteFailure(path);
      if (isPage && isWhole(answer)) return await this.#keepPage(path, { answer, changes });
      if (!isPage && isForEveryone(answer)) return await this.#keep(path, { answer, changes });
      this.#drop(path);
      this.#refuse(path);
      if (!isPage) await this.#sources.store.remove(path);
    } catch {
      this.#noteFailure(path);
    }
  }

  /** @param {string} path @param {{answer: import("./published-copy.mjs").Answer, changes: number}} read */
  async #keep(path, { answer, changes }) {
    const previous = this.#entries.get(path)?.copy;
    const copy = await makeCopy(answer, previous);
    if (this.#isOlder(path, changes)) return;
    this.#put(path, { copy, isPage: false, ...this.#asNow(changes) });
    if (copy.answer.body === previous?.answer.body) await this.#sources.store.confirm(path);
    else await this.#sources.store.write(path, answer);
  }

  /** Not on disk: its bytes are others each time. @param {string} path @param {{answer: import("./published-copy.mjs").Answer, changes: number}} read when `changes` had been made */
  async #keepPage(path, { answer, changes }) {
    const copy = await makeCopy(answer);
    if (this.#isOlder(path, changes)) return;
    this.#put(path, { copy, isPage: true, ...this.#asNow(changes) });
  }

  /** Whether the copy at hand already knows of more. Asked once the new one is made: another may have come meanwhile. @param {string} path @param {number} changes */
  #isOlder(path, changes) {
    return (this.#entries.get(path)?.asOf ?? 0) > changes;
  }

  /** Just made; of what has changed meanwhile it knows nothing, and stays doubtful. @param {number} changes when it was asked for */
  #asNow(changes) {
    const now = Date.now();
    const isDoubted = changes !== this.#changes;
    return { checkedAt: now, nextCheck: isDoubted ? 0 : now + this.#options.freshMs, failedAt: 0, asOf: changes, isDoubted };
  }

  /** @param {string} path */
  async #restore(path) {
    const stored = await this.#sources.store.read(path);
    if (stored) this.#put(path, { copy: await makeCopy(stored.answer), isPage: false, checkedAt: stored.checkedAt, nextCheck: 0, failedAt: 0, asOf: 0 });
  }

  /** The old copy stands in for a while, so that a failing application is not asked by every reader. @param {string} path */
  #noteFailure(path) {
    const entry = this.#entries.get(path);
    if (!entry) return;
    const now = Date.now();
    if (this.#isUsable(entry)) Object.assign(entry, { failedAt: now, nextCheck: now + this.#options.freshMs });
    else this.#drop(path);
  }

  /** @param {string} path @param {Entry} entry */
  #put(path, entry) {
    this.#drop(path);
    this.#entries.set(path, entry);
    this.#bytes += entry.copy.bytes;
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= this.#options.maxEntries && this.#bytes <= this.#options.maxBytes) break;
      this.#drop(oldest);
    }
  }

  /** @param {string} path */
  #drop(path) {
    const entry = this.#entries.get(path);
    if (!entry) return;
    this.#entries.delete(path);
    this.#bytes -= entry.copy.bytes;
  }

  /** @param {string} path */
  #refuse(path) {
    if (this.#refusals.size >= REMEMBERED_REFUSALS) this.#refusals.clear();
    this.#refusals.set(path, Date.now() + this.#options.freshMs);
  }
}

/** @param {import("node:http").IncomingMessage} request */
function isPlainRead({ method, headers }) {
  return (method === "GET" || method === "HEAD") && !PARTIAL_REQUEST.some((name) => name in headers);
}

/** @param {string} path */
const isKeptPath = (path) => PUBLISHED.test(path) || PAGE.test(path);

/** @param {import("./published-copy.mjs").Answer} answer */
const isWhole = ({ status, headers }) => status === 200 && !("set-cookie" in headers);

/** @param {import("./published-copy.mjs").Answer} answer */
function isForEveryone(answer) {
  return isWhole(answer) && /(^|[\s,])public([\s,;]|$)/i.test(String(answer.headers["cache-control"] ?? ""));
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
