// Requests of the web server to itself: for what the cache wants, and for the page that says "not found".
import { randomBytes } from "node:crypto";
import { request as httpRequest } from "node:http";
import { languageOf } from "./error-page.mjs";
import { ASKED_HEADER } from "./incoming.mjs";

/** Marks our own requests; nobody outside can know its value. */
const INTERNAL_HEADER = "x-sinovik-internal";
/** Marks what the application is given: when it asks us for the page after a form, it hands the headers on. */
const WITHIN_HEADER = "x-sinovik-within";
const INTERNAL_SECRET = randomBytes(24).toString("hex");
const INTERNAL_TIMEOUT_MS = 15_000;
const LARGEST_KEPT = 8 * 1024 * 1024;
/** An address that no page has, so that the application answers it with its page for unknown addresses. */
const NO_PAGE = "/tidak-ditemukan";

/** The same in the language of this address. @param {string | undefined} url */
export const noPageLike = (url) => prefixOf(url) + NO_PAGE;
/** What a new connection sets for itself. */
const OF_ONE_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "content-length", "date"];

/** @param {import("node:http").IncomingMessage} request */
export const isOurOwn = (request) => request.headers[INTERNAL_HEADER] === INTERNAL_SECRET;

/** Whether the application asks while it works on another request. @param {import("node:http").IncomingMessage} request */
export const isWithinAnother = (request) => request.headers[WITHIN_HEADER] === INTERNAL_SECRET;

/** What the application asks for on behalf of this request is known by it. @param {import("node:http").IncomingMessage} request */
export function markWhatFollows(request) {
  request.headers[WITHIN_HEADER] = INTERNAL_SECRET;
}

/**
 * Without further headers it is as a stranger would ask: no cookies, no compression.
 *
 * @param {import("node:http").Server} server
 * @param {string} path
 * @param {Record<string, string>} headers
 * @returns {Promise<import("./published-copy.mjs").Answer>}
 */
export function askOurselves(server, path, headers) {
  const address = server.address();
  if (!address || typeof address === "string") return Promise.reject(new Error("the server is not listening"));
  const own = { "accept-encoding": "identity", "user-agent": "Sinovik", ...headers, [INTERNAL_HEADER]: INTERNAL_SECRET };
  return new Promise((resolve, reject) => {
    const options = { host: address.address, port: address.port, path, headers: own, timeout: INTERNAL_TIMEOUT_MS };
    const call = httpRequest(options, (incoming) => collect(incoming).then(resolve, reject));
    call.once("timeout", () => call.destroy(new Error("no answer in time")));
    call.once("error", reject);
    call.end();
  });
}

/**
 * The page for unknown addresses as this person would see it.
 *
 * @param {import("node:http").Server} server @param {import("node:http").IncomingMessage} request
 * @returns {Promise<{headers: Record<string, string | string[]>, body: Buffer}>}
 */
export async function notFoundPage(server, { url = "/", headers }) {
  const asked = url.slice(prefixOf(url).length) || "/";
  const { cookie = "", host = "" } = headers;
  const answer = await askOurselves(server, noPageLike(url), { host, cookie, accept: "text/html", [ASKED_HEADER]: asked });
  if (answer.status !== 404) throw new Error(`the page for unknown addresses answered ${answer.status}`);
  const kept = Object.entries(answer.headers).filter(([name]) => !OF_ONE_CONNECTION.includes(name));
  return { headers: Object.fromEntries(kept), body: answer.body };
}

/** @param {string | undefined} url */
const prefixOf = (url) => (languageOf(url) === "en" ? "/en" : "");

/** @param {import("node:http").IncomingMessage} incoming */
async function collect(incoming) {
  const chunks = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LARGEST_KEPT) throw new Error("too large to keep");
    chunks.push(chunk);
  }
  return { status: incoming.statusCode ?? 500, headers: /** @type {Record<string, string | string[]>} */ (incoming.headers), body: Buffer.concat(chunks) };
}
