// Writers, judges and agencies at work while what they use is killed. Each goes on from what the portal last said, and notes
// what it acknowledged.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connection } from "../bench/http.mjs";
import { openSessions } from "../bench/sessions.mjs";
import { words } from "../bench/words.mjs";
import { root } from "../lib/process.mjs";

const EDITION = "kipp-2021";
const [WRITERS, JUDGES, BATCHES] = [5, 3, 24];
const PAUSE_MS = 150;
/** Longer than a start of the portal takes. */
const FINISH_MS = 120_000;

/**
 * @typedef {{code: string, section: string, version: number, body: string}} Save
 * @typedef {{assignmentId: string, version: number, marks: Record<string, number>}} HandIn
 * @typedef {{codes: string[], receipts: string[]}} Filing receipts: where each of the two equal requests led
 * @typedef {{saves: Save[], tried: Set<string>, handIns: HandIn[], filings: Filing[], unavailable: number[], strange: string[]}} Record_
 */

/**
 * @param {import("./world.mjs").World} world
 * @returns {Promise<{finish: () => Promise<Record_>}>} what they do until they are told to finish
 */
export async function peopleAtWork(world) {
  const { pool, authors, judges, base } = world;
  /** @type {Record_} */
  const record = { saves: [], tried: new Set(), handIns: [], filings: [], unavailable: [], strange: [] };
  let isOver = false;
  const post = poster(base, record);

  /** @param {(turn: number) => Promise<void>} act */
  const again = async (act) => {
    for (let turn = 1; !isOver; turn += 1) {
      await act(turn).catch((error) => record.strange.push(String(error)));
      await sleep(PAUSE_MS);
    }
  };
  const writers = authors.slice(0, WRITERS).map(({ cookie, code, userId, sections }) => again(async (turn) => {
    const section = sections[turn % sections.length] ?? "";
    const body = `Catatan ${randomUUID()} putaran ${turn}`;
    const version = await versionOf(pool, `select a.version from "Answer" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId" where s.code = $1 and a."sectionKey" = $2`, [code, section]);
    record.tried.add(body);
    const { status, json } = await post({ path: "/api/jawaban", cookie, json: { code, section, version, body, writerId: userId } });
    if (status === 200) record.saves.push({ code, section, version: json.version, body });
  }));
  const judging = judges.slice(0, JUDGES).map(({ cookie, sheets, criteria }) => again(async (turn) => {
    const assignmentId = sheets[turn % sheets.length] ?? "";
    const marks = Object.fromEntries(criteria.map((key, place) => [key, 50 + ((turn * 5 + place * 3) % 41)]));
    const version = await versionOf(pool, `select version from "Review" where "assignmentId" = $1`, [assignmentId]);
    const { status, json } = await post({ path: "/api/nilai", cookie, json: { assignmentId, version, finish: true, marks, remarks: { [criteria[0] ?? ""]: words(60, turn) }, remark: words(80, turn) } });
    if (status === 200) record.handIns.push({ assignmentId, version: json.version, marks });
  }));
  const filing = fileAll({ ...world, record, isOver: () => isOver });
  return {
    finish: async () => {
      await Promise.race([filing, sleep(FINISH_MS)]);
      isOver = true;
      await Promise.all([...writers, ...judging, filing]);
      return record;
    },
  };
}

/** @param {import("pg").Pool} pool @param {string} sql @param {unknown[]} values @returns {Promise<number>} what a person's page would hold after a reload */
async function versionOf(pool, sql, values) {
  for (;;) {
    const found = await pool.query(sql, values).catch(() => undefined);
    if (found) return found.rows[0]?.version ?? 0;
    await sleep(200);
  }
}

/** @param {string} base @param {Record_} record */
function poster(base, record) {
  return async (/** @type {{path: string, cookie: string, json: object}} */ { path, cookie, json }) => {
    const ask = connection(base);
    const headers = { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": "application/json" };
    const answer = await ask({ method: "POST", path, headers, body: JSON.stringify(json) }).catch(() => undefined);
    if (!answer) return { status: 0, json: {} };
    const text = String(answer.body);
    if (answer.status === 503 && text.includes('"unavailable"')) record.unavailable.push(performance.now());
    if (![200, 409, 500, 503].includes(answer.status)) record.strange.push(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    return { status: answer.status, json: answer.status === 200 ? JSON.parse(text) : {} };
  };
}

/**
 * Agencies that file: each batch is sent twice at once with one key, and again until both were answered.
 *
 * @param {import("./world.mjs").World & {record: Record_, isOver: () => boolean}} world
 */
async function fileAll({ pool, authors, base, record, isOver, secret }) {
  const codes = authors.slice(WRITERS + 1).map(({ code }) => code);
  const { rows } = await pool.query(`update "Submission" set status = 'ENDORSED' where code = any($1) returning code, "agencyId"`, [codes]);
  const agencies = [...new Set(rows.map(({ agencyId }) => agencyId))];
  const batches = agencies.map((agencyId) => ({ agencyId, codes: rows.filter((row) => row.agencyId === agencyId).map(({ code }) => code).slice(0, 2) })).slice(0, BATCHES);
  const admins = batches.map(({ agencyId }) => ({ agencyId, userId: randomUUID(), membershipId: randomUUID() }));
  for (const { agencyId, userId, membershipId } of admins) {
    await pool.query(`insert into "User" (id, email, name) values ($1, $2, 'Admin')`, [userId, `${userId}@admin.example`]);
    await pool.query(`insert into "Membership" (id, "userId", role, "agencyId") values ($1, $2, 'AGENCY_ADMIN', $3)`, [membershipId, userId, agencyId]);
  }
  const cookies = await openSessions(pool, admins, secret);
  const action = actionNamed("fileSubmissions");
  for (const [place, { codes: batch }] of batches.entries()) {
    if (isOver()) return;
    const key = randomUUID();
    const send = () => sendUntilAnswered({ base, cookie: cookies[place] ?? "", action, record, isOver, fields: [["edition", EDITION], ["key", key], ...batch.map((/** @type {string} */ code) => ["codes[]", code])] });
    const receipts = await Promise.all([send(), send()]);
    if (receipts.every(Boolean)) record.filings.push({ codes: batch, receipts: receipts.map(String) });
    await sleep(PAUSE_MS);
  }
}

/** @param {{base: string, cookie: string, action: string, record: Record_, isOver: () => boolean, fields: string[][]}} form @returns {Promise<string | undefined>} where it led */
async function sendUntilAnswered({ base, cookie, action, record, isOver, fields }) {
  while (!isOver()) {
    const form = new FormData();
    for (const [name = "", value = ""] of fields) form.append(`_1_${name}`, value);
    form.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
    const headers = { "next-action": action, accept: "text/x-component", origin: base, cookie };
    const answer = await fetch(`${base}/instansi-saya/ajukan`, { method: "POST", redirect: "manual", body: form, headers }).catch(() => undefined);
    const led = answer?.headers.get("x-action-redirect")?.split(";")[0];
    if (led) return led.replace(/[?&]anew=[^&]*/, "");
    const text = await answer?.text().catch(() => "");
    if (answer?.status === 503 && text?.includes("basis data")) record.unavailable.push(performance.now());
    await sleep(PAUSE_MS);
  }
  return undefined;
}

/** @param {string} name */
function actionNamed(name) {
  const { node } = JSON.parse(readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8"));
  const [id] = Object.entries(node).find(([, entry]) => entry.exportedName === name) ?? [];
  if (!id) throw new Error(`The build has no action ${name}.`);
  return id;
}
