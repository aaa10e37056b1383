// A published answer, made ready once so that serving it costs nothing: bodies compressed, headers built.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** @typedef {"br" | "gzip" | "identity"} Encoding */
/** @typedef {{etag: string, body: Buffer, headers: string[], notModifiedHeaders: string[]}} Variant */
/** @typedef {{status: number, headers: Record<string, string | string[]>, body: Buffer}} Answer */
/** @typedef {{answer: Answer, variants: Record<Encoding, Variant>, bytes: number}} Copy */

const COMPRESSIBLE = /^(text\/|application\/(json|xml|javascript|ld\+json|geo\+json)|image\/svg)/;
const WORTH_COMPRESSING = 512;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Headers that belong to one connection or one request, or that we write ourselves. */
const NOT_KEPT = /^(connection|keep-alive|transfer-encoding|date|content-length|content-encoding|etag|vary|x-request-id|x-nextjs-.*)$/;

const compress = { br: (/** @type {Buffer} */ body) => promisify(brotliCompress)(body, BROTLI), gzip: promisify(gzip) };

/**
 * @param {Answer} answer
 * @param {Copy} [previous] its bodies are used again where nothing changed
 * @returns {Promise<Copy>}
 */
export async function makeCopy(answer, previous) {
  const bodies = previous && previous.answer.body.equals(answer.body) ? bodiesOf(previous) : await compressAll(answer);
  const kept = keptHeaders(answer);
  const variants = {
    br: variant("br", bodies.br, kept),
    gzip: variant("gzip", bodies.gzip, kept),
    identity: variant("identity", bodies.identity, kept),
  };
  return { answer: { ...answer, body: bodies.identity }, variants, bytes: bodies.br.length + bodies.gzip.length + bodies.identity.length };
}

/**
 * Answers a GET or HEAD request from the copy.
 *
 * @param {Copy} copy
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function sendCopy(copy, request, response) {
  const { etag, body, headers, notModifiedHeaders } = copy.variants[encodingFor(request.headers["accept-encoding"])];
  const known = request.headers["if-none-match"];
  if (known !== undefined && matches(known, etag)) response.writeHead(304, notModifiedHeaders).end();
  else if (request.method === "HEAD") response.writeHead(200, headers).end();
  else response.writeHead(200, headers).end(body);
}

/** @type {Map<string, Encoding>} browsers send few different lists */
const encodings = new Map();

/** @param {string | string[] | undefined} accepted @returns {Encoding} */
function encodingFor(accepted) {
  const list = String(accepted ?? "");
  let found = encodings.get(list);
  if (!found) {
    found = allows(list, "br") ? "br" : allows(list, "gzip") ? "gzip" : "identity";
    if (encodings.size < 200) encodings.set(list, found);
  }
  return found;
}

/** @param {string} list @param {string} coding */
const allows = (list, coding) => list.split(",").some((item) => {
  const [name = "", quality = ""] = item.split(";").map((part) => part.trim().toLowerCase());
  return name === coding && !/^q=0(\.0*)?$/.test(quality);
});

/** @param {string} known @param {string} etag */
const matches = (known, etag) => known === etag || known.trim() === "*" || known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** @param {Copy} copy */
const bodiesOf = ({ variants }) => ({ br: variants.br.body, gzip: variants.gzip.body, identity: variants.identity.body });

/** @param {Answer} answer */
async function compressAll({ headers, body }) {
  const worthIt = body.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(String(headers["content-type"] ?? ""));
  if (!worthIt) return { br: body, gzip: body, identity: body };
  const [br, gzipped] = await Promise.all([compress.br(body), compress.gzip(body)]);
  return { br, gzip: gzipped, identity: body };
}

/** @param {Encoding} encoding @param {Buffer} body @param {ReturnType<typeof keptHeaders>} kept @returns {Variant} */
function variant(encoding, body, { hash, content, always, plainLength }) {
  const isCompressed = body.length !== plainLength;
  const etag = `"${hash}${isCompressed ? `-${encoding}` : ""}"`;
  const own = isCompressed ? ["content-encoding", encoding] : [];
  const notModifiedHeaders = ["etag", etag, ...always];
  return { etag, body, notModifiedHeaders, headers: [...notModifiedHeaders, ...content, ...own, "content-length", String(body.length)] };
}

/** The parts of every variant; headers as the flat list of names and values that Node writes fastest. @param {Answer} answer */
function keptHeaders({ headers, body }) {
  const varies = [headers.vary ?? []].flat().join(",").split(",").map((name) => name.trim());
  const vary = [...varies.filter((name) => name && name.toLowerCase() !== "accept-encoding"), "Accept-Encoding"].join(", ");
  const cacheControl = String(headers["cache-control"] ?? "");
  const content = Object.entries(headers)
    .filter(([name]) => !NOT_KEPT.test(name) && name !== "cache-control")
    .flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return { hash, content, always: ["cache-control", cacheControl, "vary", vary], plainLength: body.length };
}
