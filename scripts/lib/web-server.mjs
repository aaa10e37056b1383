// The web server around the application: health, the cache of published results, a limit on how much is done at once, and
// an honest answer, readable without a script, when the database is down, a page broke or does not exist.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { admission, LIMITS, LIMITS_OF_LONG_TEXTS } from "./admission.mjs";
import { callerOf, networkOf } from "./caller.mjs";
import { delivery } from "./delivery.mjs";
import { holdDoubtful } from "./failure-hold.mjs";
import { answerForm, holdFailed, isDoubtful } from "./form-answer.mjs";
import { watchForm } from "./form-body.mjs";
import { unpacked } from "./held-form.mjs";
import { forgetHeaders } from "./error-page.mjs";
import { inTurn } from "./in-turn.mjs";
import { arrived, cleanRequest, endWhenStalled, isAddress, isForeignAct, loggedPath, namesTwoHosts } from "./incoming.mjs";
import { askOurselves, isOurOwn, isWithinAnother, markWhatFollows, noPageLike, notFoundPage } from "./own-request.mjs";
import { PUBLIC_CHANGE, PublicCache } from "./public-cache.mjs";
import { readAheadWhileListening } from "./read-ahead.mjs";
import { listenToDoors, takeOutcome } from "./refused-forms.mjs";
import { sendTooLarge } from "./refused-request.mjs";
import { describe, log } from "./server-log.mjs";
import { sendBusy, sendFailed, sendForeign, sendUnavailable } from "./unavailable.mjs";

/** A year, this host alone: others of the domain are not ours to bind. */
const ONLY_HTTPS = "max-age=31536000";
const STUCK_AFTER_MS = 8_000;
/** Of one network, unless a proxy stands in front that has them all; and in all. */
const CONNECTIONS = { ofNetwork: 256, all: 4_096 };
/** How long headers, and a whole text, may be on their way; one that has stopped coming ends sooner (`endWhenStalled`). */
const TIMES = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 };
/** @type {import("./admission.mjs").Caller} */
const OURSELVES = { kind: "writer", network: "" };
const BUSY_LINE_EVERY_MS = 10_000;
/** More than any form of ours sends. */
const KEPT_UNREAD = 64 * 1024;
/** How Next begins a document whose content only its script will write. */
const SCRIPTED_PAGE = '<html id="__next_error__"';

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {import("./database-probe.mjs").DatabaseProbe} Probe
 *
 * @typedef {{request: Request, response: Response, id: string, form: import("./form-body.mjs").FormBody | null}} Exchange
 *
 * @typedef {object} Parts
 * @property {(request: Request, response: Response) => Promise<void>} application
 * @property {Probe} probe
 * @property {import("./published-store.mjs").PublishedStore} store
 * @property {string} publicDir files served as they are
 * @property {string} origin the address people use
 * @property {boolean} trustProxy
 * @property {boolean} readsAhead whether published results are read before anybody asks
 * @property {import("./caller.mjs").IsSignedIn} isSignedIn
 * @property {import("./admission.mjs").Limits} [limits] on what is done at once
 * @property {typeof CONNECTIONS} [connections] how many may be open
 * @property {object} [cache] other options for the cache than its own
 * @property {number} [mostUnread] how many answers may be under way to their readers
 */

/** @param {Parts} parts @returns {import("node:http").Server} */
export function createWebServer(parts) {
  const isStatic = staticPaths(parts.publicDir);
  const cache = new PublicCache({ store: parts.store, fetchAnswer: (path) => askOurselves(server, path, { host: new URL(parts.origin).host }) }, parts.cache);
  const admit = admissions(parts.limits);
  const deliver = delivery(parts.mostUnread);
  const turnAway = busyAnswers();
  const isSecure = parts.origin.startsWith("https://");

  listenToDoors();
  const server = createServer({ highWaterMark: KEPT_UNREAD, ...TIMES }, inTurn((request, response) => {
    if (namesTwoHosts(request)) return void response.writeHead(400, { Connection: "close" }).end();
    if (isSecure) response.setHeader("Strict-Transport-Security", ONLY_HTTPS);
    if (isOurOwn(request)) return void serve(request, response, true);
    cache.handle(request, response, () => void serve(request, response));
  }));

  capConnections(server, parts.connections ?? CONNECTIONS, parts.trustProxy);

  /** @param {Request} request @param {Response} response */
  async function serve(request, response, isInternal = false) {
    const isPartOfOther = isWithinAnother(request);
    const id = cleanRequest(request, { ...parts, isInternal });
    if (isForeignAct(request, parts.origin)) return sendForeign(request, response);
    if (!isAddress(request.url)) request.url = noPageLike(request.url);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path.startsWith("/api/health/")) return answerHealth(path, response, parts.probe);
    const form = watchForm(request);
    const exchange = { request, response, id, form };
    endWhenStalled(request);
    if (isStatic(path) && isReading(request)) return answerWith(parts.application, exchange);
    if (form?.isTooLarge) return sendTooLarge(request, response);
    if (await isKnownDown(parts.probe)) return sendUnavailable(request, response, await form?.fields());
    const enter = !(await arrived(request)) ? admit.longTexts : isInternal ? admit.ourselves : admit.people;
    const caller = isInternal ? OURSELVES : await callerOf(request, parts.isSignedIn);
    const leave = isPartOfOther ? () => {} : await enter(response, caller);
    if (!leave) return turnAway(exchange);
    deliver(response, leave);
    if (await isKnownDown(parts.probe)) return sendUnavailable(request, response, await form?.fields());
    await answerHonestly({ ...parts, server }, exchange, isInternal);
  }

  doubtWhenTold(server, cache);
  if (parts.readsAhead) readAheadWhileListening(server, cache);
  return server;
}

/** Places of their own for ourselves: somebody at work, or a reader of a published result, waits for these. */
const admissions = (limits = LIMITS) => ({ people: admission(limits), ourselves: admission(limits), longTexts: admission(LIMITS_OF_LONG_TEXTS) });

/** @param {import("node:http").Server} server @param {PublicCache} cache */
function doubtWhenTold(server, cache) {
  const doubt = () => cache.doubtPages();
  subscribe(PUBLIC_CHANGE, doubt);
  server.once("close", () => unsubscribe(PUBLIC_CHANGE, doubt));
}

/** @param {Request} request */
const isReading = ({ method }) => method === "GET" || method === "HEAD";

/** Found down a moment ago, and still. @param {Probe} probe */
const isKnownDown = async (probe) => probe.wasDown() && (await probe.isDown());

/** Turns people away, and tells the operator now and then how many. @returns {(exchange: Exchange) => Promise<void>} */
function busyAnswers() {
  let untold = 0;
  let tellAt = 0;
  return async ({ request, response, id, form }) => {
    if (response.destroyed) return;
    untold += 1;
    if (performance.now() >= tellAt) {
      log("warn", `too many requests at once: ${untold} turned away`, { request: id });
      tellAt = performance.now() + BUSY_LINE_EVERY_MS;
      untold = 0;
    }
    sendBusy(request, response, await form?.fields());
  };
}

/**
 * Lets the application answer, and says it in its place where it fails, knows no such page or is stuck.
 *
 * @param {Parts & {server: import("node:http").Server}} house
 * @param {Exchange} exchange
 * @param {boolean} isInternal
 */
async function answerHonestly({ application, probe, server }, exchange, isInternal) {
  const { request, response, id, form } = exchange;
  markWhatFollows(request);
  response.setHeader("X-Request-Id", id);
  const answerBetter = async (/** @type {Buffer} */ body) => {
    if (response.statusCode >= 500) return sendFailure(probe, exchange, body);
    if (await answerForm(server, exchange, body)) return true;
    return response.statusCode === 404 && !isInternal && sendNotFound(server, exchange, body);
  };
  const sendInstead = holdDoubtful(response, answerBetter, isDoubtful(exchange));
  form?.whenTooMuch(() => sendInstead(() => sendTooLarge(request, response)));
  const impatience = setTimeout(() => void sendIfStuck(probe, exchange, sendInstead), STUCK_AFTER_MS);
  response.once("close", () => {
    clearTimeout(impatience);
    takeOutcome(id);
  });
  await answerWith(application, exchange);
}

/** @param {Parts["application"]} application @param {Exchange} exchange */
async function answerWith(application, { request, response, id }) {
  try {
    await application(request, response);
  } catch (error) {
    log("error", describe(error), { request: id });
    if (response.headersSent) return void response.destroy();
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(`Terjadi kesalahan. Kode rujukan: ${id}\n`);
  }
}

/**
 * "Not found" from within a page reaches the browser as an empty document for a script to fill, and from behind a file that
 * one may not have as nothing at all. The page of an unknown address says the same as finished HTML, so that one is sent, to
 * the same person and in the same language.
 *
 * @param {import("node:http").Server} server @param {Exchange} exchange @param {Buffer} body
 */
async function sendNotFound(server, { request, response, id }, body) {
  if (body.length > 0 && !unpacked(response, body).includes(SCRIPTED_PAGE)) return false;
  try {
    const { headers, body: page } = await notFoundPage(server, request);
    forgetHeaders(response);
    response.writeHead(404, { ...headers, "x-request-id": id });
    response.end(request.method === "HEAD" ? undefined : page);
    return true;
  } catch (error) {
    log("error", describe(error), { request: id });
    return false;
  }
}

/** @param {Probe} probe @param {Exchange} exchange @param {Buffer} body */
async function sendFailure(probe, exchange, body) {
  const { request, response, id, form } = exchange;
  const down = await probe.isDown();
  const crowded = !down && probe.isCrowded();
  const what = down ? "the database cannot be reached" : crowded ? "the database had no connection to spare" : "the application failed";
  log("error", what, { request: id, method: request.method ?? "", path: loggedPath(request.url), status: down || crowded ? 503 : response.statusCode });
  if (down) sendUnavailable(request, response, await form?.fields());
  else if (crowded && !response.getHeader("retry-after")) sendBusy(request, response, await form?.fields());
  else if (await holdFailed(exchange)) return true;
  else if (unpacked(response, body).includes(SCRIPTED_PAGE)) sendFailed(request, response, id);
  else return false;
  return true;
}

/** A database that hangs makes the application wait for ever. @param {Probe} probe @param {Exchange} exchange @param {(send: () => void) => void} sendInstead */
async function sendIfStuck(probe, { request, response, form }, sendInstead) {
  if (response.headersSent || !(await probe.isDown())) return;
  const fields = await form?.fields();
  if (!response.headersSent && !response.destroyed) sendInstead(() => sendUnavailable(request, response, fields));
}

/** @param {string} path @param {Response} response @param {Probe} probe */
async function answerHealth(path, response, probe) {
  const { code, ...said } = await healthOf(path, probe);
  response.writeHead(code, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(said));
}

/** Live: this process answers. Ready: pages can be made and what people send can be stored. @param {string} path @param {Probe} probe */
async function healthOf(path, probe) {
  if (path === "/api/health/live") return { code: 200, status: "ok" };
  if (path !== "/api/health/ready") return { code: 404, status: "unknown" };
  if (await probe.isDown()) return { code: 503, status: "unavailable" };
  if (await probe.isFull()) return { code: 503, status: "read-only", because: "the database has no room to store anything" };
  return { code: 200, status: "ok" };
}

/** @param {import("node:http").Server} server @param {typeof CONNECTIONS} most @param {boolean} trustProxy */
function capConnections(server, { ofNetwork, all }, trustProxy) {
  server.maxConnections = all;
  if (trustProxy) return;
  /** @type {Map<string, number>} */
  const open = new Map();
  server.on("connection", (socket) => {
    const network = networkOf(socket.remoteAddress ?? "");
    const count = (open.get(network) ?? 0) + 1;
    if (count > ofNetwork) return void socket.destroy();
    open.set(network, count);
    socket.once("close", () => (open.get(network) === 1 ? open.delete(network) : open.set(network, (open.get(network) ?? 1) - 1)));
  });
}

/** What needs no database and no work: Next's own files and those of the public folder. @param {string} folder */
function staticPaths(folder) {
  const files = new Set();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) files.add(join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replaceAll("\\", "/"));
    }
  } catch {
    // no such folder: nothing in it
  }
  return (/** @type {string} */ path) => path.startsWith("/_next/static/") || files.has(path);
}
