// A slow line and a slow device: answers to scripts come late, and a page is seen and pressed well before its scripts work.
// What a test does then too early, or a page too late, shows here each time and not once in twenty runs.
import { createServer, request } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

/** Asked by a page that is there, answered when its scripts may begin to work. */
const AWAKE = "/slow-line/awake";

/** @typedef {import("node:http").IncomingMessage} Incoming */
/** @typedef {{port: number, to: number, lateBy: number}} Line `lateBy`: milliseconds */

/** Passes on what is asked of `port` to the server at `to`. @param {Line} line @returns {Promise<{stop: () => void}>} */
export async function slowLine({ port, to, lateBy }) {
  const server = createServer((asked, answered) => {
    const { method, url = "", headers } = asked;
    if (url === AWAKE) return void setTimeout(() => answered.writeHead(204).end(), lateBy);
    const isDocument = /\btext\/html\b/.test(headers.accept ?? "") && method === "GET";
    const plain = isDocument ? { ...headers, "accept-encoding": "identity" } : headers;
    const passedOn = request({ host: "127.0.0.1", port: to, method, path: url, headers: plain }, async (answer) => {
      if (method !== "GET" || url.startsWith("/api/")) await new Promise((resolve) => setTimeout(resolve, lateBy));
      if (isDocument && /\btext\/html\b/.test(answer.headers["content-type"] ?? "")) return sendAsleep(answer, answered, acceptsGzip(headers));
      answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(answered);
    });
    passedOn.on("error", () => answered.destroy());
    answered.on("close", () => passedOn.destroy());
    asked.pipe(passedOn);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  return {
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {import("node:http").IncomingHttpHeaders} headers */
const acceptsGzip = (headers) => String(headers["accept-encoding"]).includes("gzip");

/** @param {Incoming} answer @param {import("node:http").ServerResponse} answered @param {boolean} isZipped */
async function sendAsleep(answer, answered, isZipped) {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"] ?? ""))?.[1] ?? "";
  const script = `<script nonce="${nonce}">(${holdWork})("${AWAKE}");document.currentScript.remove()</script>`;
  const page = (await text(answer)).replace(/<head[^>]*>/, (head) => head + script);
  const headers = Object.entries(answer.headers).filter(([name]) => !["content-length", "transfer-encoding"].includes(name));
  answered.writeHead(answer.statusCode ?? 502, { ...Object.fromEntries(headers), ...(isZipped ? { "content-encoding": "gzip" } : {}) });
  answered.end(isZipped ? gzipSync(page) : page);
}

/** Runs in the page. React does its work in turns that it asks for over a message channel. The server wakes it: a test may have stopped the page's clock. @param {string} awakeAt */
function holdWork(awakeAt) {
  const Channel = window.MessageChannel;
  let isAwake = false;
  const awake = new Promise((resolve) => addEventListener("load", resolve))
    .then(() => fetch(awakeAt).catch(() => {}))
    .then(() => (isAwake = true));
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      const post = this.port2.postMessage.bind(this.port2);
      this.port2.postMessage = (/** @type {any} */ message) => void (isAwake ? post(message) : awake.then(() => post(message)));
    }
  };
}
