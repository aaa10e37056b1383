// The web server around the application: health, the cache of published results, and an honest answer when the
// database is down.
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { join } from "node:path";
import { holdFailures } from "./failure-hold.mjs";
import { cleanRequest, loggedPath } from "./incoming.mjs";
import { PublicCache } from "./public-cache.mjs";
import { describe, log } from "./server-log.mjs";
import { sendUnavailable } from "./unavailable.mjs";

/** Marks our own requests for what the cache wants; nobody outside can know its value. */
const INTERNAL_HEADER = "x-sinovik-internal";
const INTERNAL_SECRET = randomBytes(24).toString("hex");
const INTERNAL_TIMEOUT_MS = 15_000;
const STUCK_AFTER_MS = 8_000;
const LARGEST_KEPT = 8 * 1024 * 1024;

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {import("./database-probe.mjs").DatabaseProbe} Probe
 *
 * @typedef {{request: Request, response: Response, id: string}} Exchange
 *
 * @typedef {object} Parts
 * @property {(request: Request, response: Response) => Promise<void>} application
 * @property {Probe} probe
 * @property {import("./published-store.mjs").PublishedStore} store
 * @property {string} publicDir files served as they are
 * @property {string} origin the address people use
 * @property {boolean} trustProxy
 */

/** @param {Parts} parts @returns {import("node:http").Server} */
export function createWebServer(parts) {
  const isStatic = staticPaths(parts.publicDir);
  const cache = new PublicCache({ store: parts.store, fetchAnswer: (path) => fetchAnswer(server, path, parts.origin) });

  const server = createServer((request, response) => {
    const isInternal = request.headers[INTERNAL_HEADER] === INTERNAL_SECRET;
    if (isInternal) return void serve(request, response);
    cache.handle(request, response, () => void serve(request, response));
  });

  /** @param {Request} request @param {Response} response */
  async function serve(request, response) {
    const id = cleanRequest(request, parts);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path.startsWith("/api/health/")) return answerHealth(path, response, parts.probe);
    const exchange = { request, response, id };
    if (isStatic(path)) return answerWith(parts.application, exchange);
    if (parts.probe.wasDown() && (await parts.probe.isDown())) return sendUnavailable(request, response);
    response.setHeader("X-Request-Id", id);
    const sendInstead = holdFailures(response, () => sendIfDown(parts.probe, exchange));
    const impatience = setTimeout(() => void sendIfStuck(parts.probe, exchange, sendInstead), STUCK_AFTER_MS);
    response.once("close", () => clearTimeout(impatience));
    await answerWith(parts.application, exchange);
  }
  return server;
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

/** @param {Probe} probe @param {Exchange} exchange */
async function sendIfDown(probe, { request, response, id }) {
  const down = await probe.isDown();
  log("error", down ? "the database cannot be reached" : "the application failed", { request: id, method: request.method ?? "", path: loggedPath(request.url), status: down ? 503 : response.statusCode });
  if (down) sendUnavailable(request, response);
  return down;
}

/** A database that hangs makes the application wait for ever. @param {Probe} probe @param {Exchange} exchange @param {(send: () => void) => void} sendInstead */
async function sendIfStuck(probe, { request, response }, sendInstead) {
  const isStuck = !response.headersSent && (await probe.isDown()) && !response.headersSent && !response.destroyed;
  if (isStuck) sendInstead(() => sendUnavailable(request, response));
}

/** @param {string} path @param {Response} response @param {Probe} probe */
async function answerHealth(path, response, probe) {
  const known = path === "/api/health/live" || path === "/api/health/ready";
  const ready = known && (path === "/api/health/live" || !(await probe.isDown()));
  const status = !known ? 404 : ready ? 200 : 503;
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ status: !known ? "unknown" : ready ? "ok" : "unavailable" }));
}

/** What needs no database: Next's own files and those of the public folder. @param {string} folder */
function staticPaths(folder) {
  const files = new Set(["/favicon.ico", "/icon.svg"]);
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) files.add(join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replaceAll("\\", "/"));
    }
  } catch {
    // no such folder: nothing in it
  }
  return (/** @type {string} */ path) => path.startsWith("/_next/") || files.has(path);
}

/**
 * Asks ourselves, as a stranger would: no cookies, no compression.
 *
 * @param {import("node:http").Server} server
 * @param {string} path
 * @param {string} origin
 * @returns {Promise<import("./published-copy.mjs").Answer>}
 */
function fetchAnswer(server, path, origin) {
  const { host } = new URL(origin);
  const address = server.address();
  if (!address || typeof address === "string") return Promise.reject(new Error("the server is not listening"));
  const headers = { host, "accept-encoding": "identity", [INTERNAL_HEADER]: INTERNAL_SECRET };
  return new Promise((resolve, reject) => {
    const options = { host: address.address, port: address.port, path, headers, timeout: INTERNAL_TIMEOUT_MS };
    const call = httpRequest(options, (incoming) => collect(incoming).then(resolve, reject));
    call.once("timeout", () => call.destroy(new Error("no answer in time")));
    call.once("error", reject);
    call.end();
  });
}

/** @param {Request} incoming */
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
