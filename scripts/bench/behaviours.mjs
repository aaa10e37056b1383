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

/** Each takes the clients of its own workloads. @type {Record<string, (client: never) => Behaviour>} */
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
 */
function marks({ criteria, sheets, ...client }) {
  const versions = new Map(sheets.map(({ assignmentId, version }) => [assignmentId, version]));
  const given = (/** @type {number} */ turn) => Object.fromEntries(criteria.map((key, place) => [key, 50 + ((turn * 5 + place * 3) % 41)]));
  return savesInTurn({
    ...client, path: "/api/nilai", versions,
    bodyOf: (assignmentId, turn) => ({
      assignmentId, finish: true, marks: given(turn), remarks: { [criteria[0] ?? ""]: words(60, turn) }, remark: words(80, turn),
    }),
  });
}

/**
 * Saves the sections of one proposal as its writer types.
 *
 * @param {{cookie: string, base: string, userId: string, code: string, sections: {key: string, version: number}[]}} client
 */
function answers({ userId, code, sections, ...client }) {
  const versions = new Map(sections.map(({ key, version }) => [key, version]));
  return savesInTurn({ ...client, path: "/api/jawaban", versions, bodyOf: (section, turn) => ({ code, section, body: words(250, turn), writerId: userId }) });
}

/**
 * Saves one thing after the other, each from the version that the portal last gave it.
 *
 * @param {{cookie: string, base: string, path: string, versions: Map<string, number>, bodyOf: (key: string, turn: number) => object}} client
 * @returns {Behaviour}
 */
function savesInTurn({ cookie, base, path, versions, bodyOf }) {
  const keys = [...versions.keys()];
  const headers = { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const stored = new Map();
  let turn = 0;
  let sent = { key: "", version: 0, body: {} };
  return {
    next() {
      turn += 1;
      const key = keys[turn % keys.length] ?? "";
      const version = versions.get(key) ?? 0;
      sent = { key, version, body: { ...bodyOf(key, turn), version } };
      return { method: "POST", path, headers, body: JSON.stringify(sent.body) };
    },
    problemOf({ status, body }) {
      const { version } = status === 200 ? JSON.parse(String(body)) : { version: 0 };
      if (version !== sent.version + 1) return `status ${status}: ${String(body).slice(0, 200)}`;
      versions.set(sent.key, version);
      stored.set(sent.key, { ...sent.body, version });
      return null;
    },
    acknowledged: () => [...stored.values()],
  };
}
