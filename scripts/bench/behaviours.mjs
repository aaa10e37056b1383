// What one client does, again and again. Each behaviour gives the next request and judges its answer.
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { formBehaviour } from "./form-behaviour.mjs";
import { words } from "./words.mjs";

/**
 * @typedef {import("./http.mjs").Ask} Ask
 * @typedef {import("./http.mjs").Answer} Answer
 *
 * @typedef {object} Behaviour
 * @property {(ask: (ask: Ask) => Promise<Answer>) => Promise<void>} [prepare] before the clock runs
 * @property {() => Ask} next
 * @property {(answer: Answer) => string | null} problemOf what is wrong with the answer to the last request
 * @property {() => unknown[]} [acknowledged] what the portal said it had stored
 */

/** @type {Record<string, (client: any) => Behaviour>} */
export const BEHAVIOURS = { pages, marks, answers, form: formBehaviour };

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

/**
 * Opens pages in turn.
 *
 * @param {{cookie?: string, encoding?: string, pages: {path: string, expected: string[]}[]}} client
 * @returns {Behaviour}
 */
function pages({ cookie, encoding, pages: list }) {
  const headers = { ...(cookie ? { cookie } : {}), ...(encoding ? { "accept-encoding": encoding } : {}) };
  let turn = -1;
  /** @type {Map<string, Buffer>} bodies that were found right: the same bytes need no second look */
  const right = new Map();
  const page = () => list[turn % list.length] ?? { path: "/", expected: [] };
  return {
    next() {
      turn += 1;
      return { path: page().path, headers };
    },
    problemOf({ status, headers: given, body }) {
      const { path, expected } = page();
      if (status !== 200) return `status ${status}${given.location ? ` to ${given.location}` : ""}`;
      if (right.get(path)?.equals(body)) return null;
      if (encoding && given["content-encoding"] !== encoding) return `not compressed as ${encoding}`;
      const plain = encoding ? DECODERS[/** @type {"br" | "gzip"} */ (encoding)](body) : body;
      const missing = expected.find((text) => !plain.includes(text));
      if (missing) return `without "${missing}"`;
      right.set(path, body);
      return null;
    },
  };
}

/**
 * Hands in the reviews of one judge, one after the other, with new marks and remarks of 60 and 80 words.
 *
 * @param {{cookie: string, base: string, criteria: string[], sheets: {assignmentId: string, version: number}[]}} client
 * @returns {Behaviour}
 */
function marks({ cookie, base, criteria, sheets }) {
  const versions = new Map(sheets.map(({ assignmentId, version }) => [assignmentId, version]));
  const stored = new Map();
  let turn = 0;
  /** @type {{assignmentId: string, version: number, finish: true, marks: Record<string, number>, remarks: Record<string, string>, remark: string}} */
  let sent;
  return {
    next() {
      turn += 1;
      const { assignmentId = "" } = sheets[turn % sheets.length] ?? {};
      const given = Object.fromEntries(criteria.map((key, place) => [key, 50 + ((turn * 5 + place * 3) % 41)]));
      sent = { assignmentId, version: versions.get(assignmentId) ?? 0, finish: true, marks: given, remarks: { [criteria[0] ?? ""]: words(60, turn) }, remark: words(80, turn) };
      return post("/api/nilai", { cookie, base, body: sent });
    },
    problemOf({ status, body }) {
      const { version } = status === 200 ? JSON.parse(String(body)) : { version: 0 };
      if (version !== sent.version + 1) return `status ${status}: ${String(body).slice(0, 200)}`;
      versions.set(sent.assignmentId, version);
      stored.set(sent.assignmentId, { assignmentId: sent.assignmentId, version, marks: sent.marks });
      return null;
    },
    acknowledged: () => [...stored.values()],
  };
}

/**
 * Saves the sections of one proposal as its writer types.
 *
 * @param {{cookie: string, base: string, code: string, sections: {key: string, version: number}[]}} client
 * @returns {Behaviour}
 */
function answers({ cookie, base, code, sections }) {
  const versions = new Map(sections.map(({ key, version }) => [key, version]));
  const stored = new Map();
  let turn = 0;
  /** @type {{code: string, section: string, version: number, body: string}} */
  let sent;
  return {
    next() {
      turn += 1;
      const { key = "" } = sections[turn % sections.length] ?? {};
      sent = { code, section: key, version: versions.get(key) ?? 0, body: words(250, turn) };
      return post("/api/jawaban", { cookie, base, body: sent });
    },
    problemOf({ status, body }) {
      const { version } = status === 200 ? JSON.parse(String(body)) : { version: 0 };
      if (version !== sent.version + 1) return `status ${status}: ${String(body).slice(0, 200)}`;
      versions.set(sent.section, version);
      stored.set(sent.section, { code, section: sent.section, version, body: sent.body });
      return null;
    },
    acknowledged: () => [...stored.values()],
  };
}

/** @param {string} path @param {{cookie: string, base: string, body: unknown}} what @returns {Ask} */
const post = (path, { cookie, base, body }) => ({
  method: "POST", path, headers: { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": "application/json" }, body: JSON.stringify(body),
});
