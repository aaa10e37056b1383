// What may come in from outside: headers that only the framework, the application or a trusted proxy may set are taken off.
import { randomBytes } from "node:crypto";

/** Next and our own proxy step speak to later steps through these; what Next's client sends (rsc, next-*) is not among them. */
const INTERNAL = /^(x-middleware-|x-nextjs-|x-next-|x-sinovik-|x-invoke-|x-now-|x-prerender-|x-matched-path$|x-request-id$)/;
const FORWARDED = /^(forwarded$|x-forwarded-|x-real-ip$)/;

/** The address that somebody asked for, when we ask ourselves for the page that says it does not exist. */
export const ASKED_HEADER = "x-sinovik-asked";
/** When a request whose text is still on its way is looked at: soon at first, then more rarely. */
const LOOK_FIRST_MS = 5;
const LOOK_LAST_MS = 200;
/** A text of which nothing more comes for so long does not come. */
const STALLED_MS = 10_000;

const processId = randomBytes(4).toString("hex");
let requests = 0;

/**
 * Cleans the request's headers and gives it an id, which the application and the log share.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {{trustProxy: boolean, isInternal?: boolean}} options whether a proxy in front tells the truth about the caller's
 *   address, and whether we ask ourselves
 * @returns {string} the id
 */
export function cleanRequest(request, { trustProxy, isInternal = false }) {
  const { headers } = request;
  for (const name of Object.keys(headers)) {
    if (isInternal && name === ASKED_HEADER) continue;
    if (INTERNAL.test(name) || (!trustProxy && FORWARDED.test(name))) delete headers[name];
  }
  headers["x-forwarded-for"] = (trustProxy && toldByProxy(headers["x-forwarded-for"])) || request.socket.remoteAddress;
  requests += 1;
  const id = `${processId}-${requests.toString(36)}`;
  headers["x-request-id"] = id;
  return id;
}

/**
 * Whether something is to be done for a page that is not ours: a browser says which page sends a form. The answer to a form may
 * hold its words and offer to send them again, so that a stranger's words must not come as far as that. Under https a page of
 * the same host without it is a stranger's too, and a script that does not say where it comes from, which every browser's does.
 *
 * @param {import("node:http").IncomingMessage} request cleaned
 * @param {string} own the address that people use
 */
export function isForeignAct({ method, headers }, own) {
  if (method === "GET" || method === "HEAD") return false;
  const { origin, referer, host, "sec-fetch-site": site = "same-origin" } = headers;
  if (site !== "same-origin" && site !== "none") return true;
  const from = origin ?? referer;
  if (from === undefined) return headers["next-action"] !== undefined;
  if (!URL.canParse(from)) return true; // "null": of a page that hides where it comes from
  const sender = new URL(from);
  const ours = [host, String(headers["x-forwarded-host"] ?? ""), new URL(own).host];
  return !ours.includes(sender.host) || (own.startsWith("https://") && sender.protocol === "http:");
}

/**
 * The proxy adds the caller's address at the end; what stands before it is what the caller said. Some proxies add the port too,
 * which is another with each connection: whoever counts by address would count nothing.
 *
 * @param {string | string[] | undefined} forwardedFor
 */
function toldByProxy(forwardedFor) {
  const told = String(forwardedFor ?? "").split(",").at(-1)?.trim() ?? "";
  return /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(told)?.slice(1).find(Boolean) ?? told;
}

/** Of two names for one place each reader would believe another (RFC 9112, 3.2); Node takes the first and says nothing. */
export const namesTwoHosts = (/** @type {import("node:http").IncomingMessage} */ { rawHeaders }) =>
  rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === "host").length > 1;

/**
 * An address fit for a log: no query, and nothing long enough to be an invitation's secret.
 *
 * @param {string | undefined} url
 */
export function loggedPath(url = "/") {
  const [path = "/"] = url.split("?");
  return path.split("/").map((part) => (part.length > 24 ? `${part.slice(0, 4)}…` : part)).join("/").slice(0, 200);
}

/**
 * Resolves when what the request sends has arrived, or more of it than is kept unread, or nobody sends it any more. A text
 * on a slow line comes for seconds, in which nobody works on it. It is looked at and not listened to: a listener would
 * begin the reading that the application does.
 *
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<boolean>} whether all of it is there
 */
export async function arrived(request) {
  const { headers } = request;
  if (!headers["transfer-encoding"] && !Number(headers["content-length"])) return true;
  await new Promise((resolve) => setImmediate(resolve)); // most come with their headers
  for (let pause = LOOK_FIRST_MS; isOnItsWay(request); pause = Math.min(2 * pause, LOOK_LAST_MS)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return request.complete;
}

/** More of it is wanted and can come. @param {import("node:http").IncomingMessage} request */
const isOnItsWay = (request) => !request.complete && !request.destroyed && request.readableLength < request.readableHighWaterMark;

/** Closes the connection when its text has stopped coming, though it is wanted. @param {import("node:http").IncomingMessage} request */
export function endWhenStalled(request, stalledMs = STALLED_MS) {
  if (request.complete) return;
  let read = request.socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || request.destroyed) return clearInterval(timer);
    if (isOnItsWay(request) && request.socket.bytesRead === read) request.socket.destroy();
    read = request.socket.bytesRead;
  }, stalledMs).unref();
  request.once("close", () => clearInterval(timer));
}

/** Whether this can be an address of ours at all. A proxy's whole URL and what no text was encoded to are none. */
export function isAddress(/** @type {string | undefined} */ url = "/") {
  try {
    return decodeURI(url.split("?")[0] ?? "").startsWith("/");
  } catch {
    return false;
  }
}
