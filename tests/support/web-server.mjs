// The web server around a stand-in for the application, with a database that is up or down as a test says.
import { createWebServer } from "../../scripts/lib/web-server.mjs";

/** @typedef {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} Handler */
/** @typedef {{isDown?: boolean, wasDown?: boolean, isCrowded?: boolean, isFull?: boolean, readsAhead?: boolean, limits?: import("../../scripts/lib/admission.mjs").Limits, connections?: {ofNetwork: number, all: number}, mostUnread?: number, trustProxy?: boolean, origin?: string, cache?: object}} Circumstances */

/** @type {import("node:http").Server[]} */
const servers = [];

/** @param {Handler} handle @param {Circumstances} [circumstances] */
export async function serverWith(handle, { isDown = false, wasDown = false, isCrowded = false, isFull = false, readsAhead = false, limits, mostUnread, trustProxy = false, origin = "http://localhost", cache, connections } = {}) {
  const nothing = async () => undefined;
  const server = createWebServer({
    application: async (request, response) => void (await handle(request, response)),
    probe: { isDown: async () => isDown, wasDown: () => wasDown, isCrowded: () => isCrowded, isFull: async () => isFull, close: () => {} },
    isSignedIn: async (cookies = "") => cookies.includes("session-token=ours"),
    store: { read: nothing, write: nothing, confirm: nothing, remove: nothing, prune: nothing },
    publicDir: "/nowhere",
    origin,
    trustProxy,
    readsAhead,
    ...(cache ? { cache } : {}),
    ...(connections ? { connections } : {}),
    ...(limits ? { limits } : {}),
    ...(mostUnread ? { mostUnread } : {}),
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  servers.push(server);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { port, get: (/** @type {string} */ path, /** @type {RequestInit} */ init = {}) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

export function closeServers() {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
}
