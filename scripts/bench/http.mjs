import { Agent, request as httpRequest } from "node:http";

const TIMEOUT_MS = 30_000;

/** @typedef {{method?: string, path: string, headers?: Record<string, string>, body?: string | Buffer}} Ask */
/** @typedef {{status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer}} Answer */

/**
 * One person's connection, kept open between requests.
 *
 * @param {string} base
 * @returns {(ask: Ask) => Promise<Answer>}
 */
export function connection(base) {
  const { hostname, port } = new URL(base);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return ({ method = "GET", path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const call = httpRequest({ hostname, port, agent, method, path, headers: { ...headers, ...length }, timeout: TIMEOUT_MS });
      call.once("response", (incoming) => collect(incoming).then(resolve, reject));
      call.once("timeout", () => call.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
      call.once("error", reject);
      call.end(body);
    });
}

/** An answer that breaks off, as when its server is killed, is none. @param {import("node:http").IncomingMessage} incoming @returns {Promise<Answer>} */
async function collect(incoming) {
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(await incoming.toArray()) };
}
