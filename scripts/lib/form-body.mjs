// The body of a form, looked at while it passes to the application: what was typed is not lost when the answer turns out to be
// another page, and no form is larger than a form of ours can be.
import { once } from "node:events";

/** Next reads no more of a form; the largest of ours, an answer of 60,000 characters, is a quarter of it. */
const LARGEST = 1024 * 1024;
/** The largest form of ours files some hundred proposals at once. */
const MOST_FIELDS = 2_000;
/** A script names the fields of a form once; each further time costs a walk through all of them. */
const MOST_REFERENCES = 100;
/** As a script writes one, and as somebody would who hides it: JSON has more than one way to write a sign. */
const REFERENCES = ['"$K', "\\u0024", "\\u004b", "\\u004B"].map((text) => Buffer.from(text));
/** As every browser says it: what could be read in two ways would be counted by one boundary and taken apart by another. */
const MULTIPART = /^multipart\/form-data;\s*boundary=(?:"([^"\\;]{1,70})"|([^\s"\\;,]{1,70}))$/i;
const WHOLE_WITHIN_MS = 10_000;
/** How many forms may be read that nobody will take, only to give them back. */
const MOST_READ_BACK = 16;
let readBack = 0;

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {object} FormBody
 * @property {boolean} isPlain sent by the browser itself, so that its answer is the page one sees next
 * @property {boolean} isTooLarge already by what its sender says, or in a way that cannot be measured
 * @property {(stop: () => void) => void} whenTooMuch called at most once, while it comes; the application gets no more of it
 * @property {() => Promise<FormData | null>} fields of a plain form, also if nobody has read it yet; null where that cannot be told
 */

/** @param {Request} request @returns {FormBody | null} null for what is no form */
export function watchForm(request) {
  const { headers } = request;
  const type = headers["content-type"] ?? "";
  if (request.method !== "POST" || !/^multipart\//i.test(type)) return null;
  const said = MULTIPART.exec(type);
  const boundary = said?.[1] ?? said?.[2] ?? "";

  const isPlain = !headers["next-action"];
  const isTooLarge = boundary === "" || Number(headers["content-length"] ?? 0) > LARGEST;
  const watched = watchChunks(request, { boundary, isKept: isPlain && !isTooLarge });
  const fields = async () => {
    const body = isPlain && !isTooLarge ? await wholeBody(request, watched) : null;
    return body && new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => null);
  };
  return { isPlain, isTooLarge, whenTooMuch: (then) => void (watched.stop = then), fields };
}

/** @typedef {{chunks: Buffer[], isStopped: boolean, isEnded: boolean, stop: () => void}} Watched */

/**
 * From here on the request hands each chunk on as long as all of it is no more than a form can be.
 *
 * @param {Request} request @param {{boundary: string, isKept: boolean}} options @returns {Watched}
 */
function watchChunks(request, { boundary, isKept }) {
  const watched = { chunks: /** @type {Buffer[]} */ ([]), isStopped: false, isEnded: false, stop: () => {} };
  const counts = [counterOf(Buffer.from(`--${boundary}`), MOST_FIELDS), ...REFERENCES.map((text) => counterOf(text, MOST_REFERENCES))];
  let size = 0;
  const { emit } = request;
  const isTooMuch = (/** @type {Buffer} */ chunk) => {
    size += chunk.length;
    return size > LARGEST || counts.map((isOver) => isOver(chunk)).includes(true);
  };
  request.emit = (/** @type {string | symbol} */ event, /** @type {any[]} */ ...args) => {
    if (event === "end") watched.isEnded = true;
    if (event !== "data") return emit.call(request, event, ...args);
    if (watched.isStopped) return true;
    const chunk = Buffer.from(args[0]);
    if (!isTooMuch(chunk)) {
      if (isKept) watched.chunks.push(chunk);
      return emit.call(request, "data", chunk);
    }
    Object.assign(watched, { isStopped: true, chunks: [] });
    watched.stop();
    // Whoever reads it must not take what came for the whole.
    return request.listenerCount("error") > 0 && emit.call(request, "error", new Error("a form that is too large"));
  };
  return watched;
}

/** Read here where nobody else has. @param {Request} request @param {Watched} watched @returns {Promise<Buffer | null>} */
async function wholeBody(request, watched) {
  if (watched.isStopped || (!watched.isEnded && readBack >= MOST_READ_BACK)) return null;
  readBack += 1;
  try {
    if (!watched.isEnded) {
      request.resume();
      await once(request, "end", { signal: AbortSignal.timeout(WHOLE_WITHIN_MS) });
    }
    return watched.isStopped ? null : Buffer.concat(watched.chunks);
  } catch {
    return null;
  } finally {
    readBack -= 1;
  }
}

/** Tells with each chunk whether there were more of these than allowed; one may lie across two chunks. @param {Buffer} wanted @param {number} most */
function counterOf(wanted, most) {
  let found = 0;
  let tail = Buffer.alloc(0);
  return (/** @type {Buffer} */ chunk) => {
    const text = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    let at = text.indexOf(wanted);
    let from = 0;
    while (at >= 0) {
      found += 1;
      from = at + wanted.length;
      at = text.indexOf(wanted, from);
    }
    tail = text.subarray(Math.max(from, text.length - wanted.length + 1));
    return found > most;
  };
}
