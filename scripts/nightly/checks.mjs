// What must hold after the fault run.

/** The portal believes a database to be down for a second after it came back; a busy machine needs a moment more. */
const GRACE_MS = 5_000;

/** @typedef {{pool: import("pg").Pool, record: import("./people.mjs").Record_, downtimes: [number, number][]}} Run */

/** @param {Run} run @returns {[string, () => Promise<void>][]} */
export const checks = (run) => [
  ["people were answered in all three kinds of work, as is expected", () => wasAnswered(run)],
  ["no acknowledged section is lost", () => sectionsAreThere(run)],
  ["no acknowledged review is lost", () => reviewsAreThere(run)],
  ["each filed proposal has one receipt, and both requests of a key were led to it", () => receiptsAreOne(run)],
  ["the chain of the audit log is whole, to its head", () => chainIsWhole(run)],
  ["nobody was told that the database is down while it was up", () => noFalseAlarm(run)],
];

/** @param {Run} run */
async function wasAnswered({ record: { saves, handIns, filings, strange } }) {
  expectNone([["saves", saves], ["hand-ins", handIns], ["filings", filings]].filter(([, list]) => list?.length === 0).map(([name]) => `no ${name}`));
  expectNone(strange);
}

/** @param {Run} run */
async function sectionsAreThere({ pool, record: { saves, tried } }) {
  const { rows } = await pool.query(`select s.code, a."sectionKey" as section, a.version, a.body from "Answer" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId" where s.code = any($1)`, [saves.map(({ code }) => code)]);
  const stored = new Map(rows.map((row) => [`${row.code} ${row.section}`, row]));
  expectNone(lastOf(saves, ({ code, section }) => `${code} ${section}`).filter(({ code, section, version, body }) => {
    const row = stored.get(`${code} ${section}`);
    if (!row || row.version < version) return true;
    return row.version === version ? row.body !== body : !tried.has(row.body);
  }).map(({ code, section, version }) => `${code} ${section} version ${version}`));
  expectNone(twice(saves.map(({ code, section, version }) => `${code} ${section} version ${version} was acknowledged twice`)));
}

/** @param {Run} run */
async function reviewsAreThere({ pool, record: { handIns } }) {
  const { rows } = await pool.query(`select r."assignmentId", r.version, r."finishedAt", (select json_object_agg(c."criterionKey", c.mark) from "Score" c where c."organizerId" = r."organizerId" and c."assignmentId" = r."assignmentId") as marks from "Review" r where r."assignmentId" = any($1)`, [handIns.map(({ assignmentId }) => assignmentId)]);
  const stored = new Map(rows.map((row) => [row.assignmentId, row]));
  expectNone(lastOf(handIns, ({ assignmentId }) => assignmentId).filter(({ assignmentId, version, marks }) => {
    const row = stored.get(assignmentId);
    if (!row?.finishedAt || row.version < version) return true;
    return row.version === version && Object.entries(marks).some(([key, mark]) => row.marks[key] !== mark);
  }).map(({ assignmentId }) => `review ${assignmentId}`));
  expectNone(twice(handIns.map(({ assignmentId, version }) => `review ${assignmentId} version ${version} was acknowledged twice`)));
}

/** @param {Run} run */
async function receiptsAreOne({ pool, record: { filings } }) {
  expectNone(filings.filter(({ receipts }) => new Set(receipts).size !== 1).map(({ receipts }) => receipts.join(" and ")));
  const { rows } = await pool.query(`select s.code, s.status::text, count(i."receiptId")::int as receipts from "Submission" s left join "ReceiptItem" i on i."organizerId" = s."organizerId" and i."submissionId" = s.id where s.code like 'UJI-%' group by s.code, s.status`);
  expectNone(rows.filter(({ status, receipts }) => receipts !== (status === "SUBMITTED" ? 1 : 0)).map(({ code, receipts }) => `${code}: ${receipts} receipts`));
  const filed = new Set(rows.filter(({ status }) => status === "SUBMITTED").map(({ code }) => code));
  expectNone(filings.flatMap(({ codes }) => codes).filter((code) => !filed.has(code)).map((code) => `${code} was acknowledged and is not filed`));
}

/** @param {Run} run */
async function chainIsWhole({ pool }) {
  const { rows } = await pool.query(`
    with e as (select *, lag(hash) over (order by seq) as before, lag(seq) over (order by seq) as number from "AuditEvent")
    select seq::text from e where "prevHash" <> coalesce(before, '') or seq <> coalesce(number, 0) + 1
      or hash <> encode(sha256(convert_to("prevHash" || E'\\n' || seq || E'\\n' || at || E'\\n' || body, 'UTF8')), 'hex')
    union all select 'head' from "AuditHead" h
      where not exists (select from "AuditEvent" a where a.seq = h.seq and a.hash = h.hash and a.seq = (select max(seq) from "AuditEvent"))`);
  expectNone(rows.map(({ seq }) => `event ${seq}`));
}

/** @param {Run} run */
async function noFalseAlarm({ record: { unavailable }, downtimes }) {
  expectNone(unavailable.filter((at) => !downtimes.some(([from, to]) => at >= from && at <= to + GRACE_MS)).map((at) => `${Math.round(at)} ms after the start`));
}

/** @template One @param {One[]} list @param {(one: One) => string} key @returns {One[]} of each key the last */
const lastOf = (list, key) => [...new Map(list.map((one) => [key(one), one])).values()];

/** @param {string[]} list */
const twice = (list) => list.filter((one, place) => list.indexOf(one) !== place);

/** @param {unknown[]} found */
function expectNone(found) {
  if (found.length > 0) throw new Error(`${found.length}: ${found.slice(0, 5).join("; ")}`);
}
