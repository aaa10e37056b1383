// What is measured, from the anonymous home page to two hundred authors who type at once.

/** The edition of the national data set. */
export const NATIONAL = "kipp-nasional-3178";
const PUBLISHED = { path: "/kompetisi/kipp-2020/hasil/top-99", expected: ["Top 99", "</html>"] };
const PAGES_EACH = 400;
const AUTHORS_WITHOUT_HASTE = 20;

/**
 * @typedef {import("./world.mjs").World} World
 *
 * @typedef {object} Workload
 * @property {string} code
 * @property {string} name
 * @property {number[]} clients how many work at once, for each line of the table
 * @property {string} behaviour
 * @property {(world: World, clients: number) => object[] | Promise<object[]>} clientsOf what each client needs
 * @property {(world: World, acknowledged: never[]) => Promise<string[]>} [lost] what was acknowledged and is not in the database
 */

/** @type {Workload[]} */
export const WORKLOADS = [
  { code: "W1", name: "home page, anonymous", clients: [1, 8, 64], behaviour: "pages", clientsOf: (_, clients) => times(clients, () => ({ pages: [{ path: "/", expected: ["Sinovik", "</html>"] }] })) },
  { code: "P4", name: "published result, brotli", clients: [64], behaviour: "pages", clientsOf: (_, clients) => times(clients, () => ({ pages: [PUBLISHED], encoding: "br" })) },
  { code: "P4", name: "published result, gzip", clients: [64], behaviour: "pages", clientsOf: (_, clients) => times(clients, () => ({ pages: [PUBLISHED], encoding: "gzip" })) },
  { code: "W2", name: "ranking, first 50 of 3,178", clients: [1, 4], behaviour: "pages", clientsOf: rankingReaders },
  { code: "W3", name: "one proposal, organiser", clients: [1, 8], behaviour: "pages", clientsOf: proposalReaders },
  { code: "W4", name: "evaluator's desk", clients: [8], behaviour: "pages", clientsOf: deskReaders },
  { code: "W5", name: "review saved (script)", clients: [1, 20], behaviour: "marks", clientsOf: judgesAtWork, lost: lostReviews },
  { code: "W5", name: "review saved (plain form)", clients: [20], behaviour: "form", clientsOf: judgesWithoutScript, lost: lostReviews },
  { code: "W6", name: "section autosaved", clients: [20, 200], behaviour: "answers", clientsOf: authorsAtWork, lost: lostAnswers },
];

/** @template Made @param {number} count @param {(place: number) => Made} make @returns {Made[]} */
const times = (count, make) => Array.from({ length: count }, (_, place) => make(place));

/** @template One @param {One[]} list @param {number} place @returns {One} */
const inTurn = (list, place) => /** @type {One} */ (list[place % list.length]);

/** @param {World} world @param {number} clients */
async function rankingReaders({ pool, organisers, stageId }, clients) {
  const { rows } = await pool.query(
    `select s.code from "Standing" st join "Submission" s on s."organizerId" = st."organizerId" and s.id = st."submissionId"
     where st."stageId" = $1 order by st.mean desc, st."submissionId" desc limit 50`, [stageId]);
  const page = { path: `/kelola/${NATIONAL}/peringkat`, expected: rows.map(({ code }) => code) };
  return times(clients, (place) => ({ cookie: inTurn(organisers, place).cookie, pages: [page] }));
}

/** @param {World} world @param {number} clients */
function proposalReaders({ organisers, codes }, clients) {
  return times(clients, (place) => {
    const pages = times(PAGES_EACH, (turn) => {
      const code = inTurn(codes, place * PAGES_EACH + turn);
      return { path: `/kelola/${NATIONAL}/proposal/${code}`, expected: [code, "</html>"] };
    });
    return { cookie: inTurn(organisers, place).cookie, pages };
  });
}

/** @param {World} world @param {number} clients */
function deskReaders({ judges }, clients) {
  return times(clients, (place) => ({ cookie: inTurn(judges, place).cookie, pages: [{ path: "/penilaian", expected: ["/penilaian/", "</html>"] }] }));
}

/** Each judge the reviews of their own, as they stand now. @param {World} world @param {number} clients */
async function judgesAtWork({ pool, judges, criteria, stageId }, clients) {
  const { rows } = await pool.query(
    `select a."judgeId", a.id as "assignmentId", r.version from "Assignment" a
     join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
     where a."stageId" = $1 and a."judgeId" = any($2) and a."recusedAt" is null order by a.id`,
    [stageId, judges.map(({ userId }) => userId)],
  );
  return times(clients, (place) => {
    const { cookie, userId } = inTurn(judges, place);
    return { cookie, criteria, sheets: rows.filter(({ judgeId }) => judgeId === userId) };
  });
}

/** A few sheets each, because every one is opened first. @param {World} world @param {number} clients */
async function judgesWithoutScript(world, clients) {
  const people = await judgesAtWork(world, clients);
  return people.map((person) => ({ ...person, sheets: person.sheets.slice(0, 8) }));
}

/** @param {World} world @param {{assignmentId: string, version: number, marks: Record<string, number>}[]} acknowledged */
async function lostReviews({ pool }, acknowledged) {
  const { rows } = await pool.query(
    `select r."assignmentId", r.version, (select json_object_agg(c."criterionKey", c.mark) from "Score" c
       where c."organizerId" = r."organizerId" and c."assignmentId" = r."assignmentId") as marks
     from "Review" r where r."assignmentId" = any($1) and r."finishedAt" is not null`, [acknowledged.map(({ assignmentId }) => assignmentId)]);
  const stored = new Map(rows.map((row) => [row.assignmentId, row]));
  return acknowledged.filter(({ assignmentId, version, marks }) => {
    const row = stored.get(assignmentId);
    return row?.version !== version || Object.entries(marks).some(([key, mark]) => row.marks[key] !== mark);
  }).map(({ assignmentId }) => `review ${assignmentId} was acknowledged and is not stored`);
}

/** @param {World} world @param {number} clients */
async function authorsAtWork({ pool, authors }, clients) {
  const chosen = clients > AUTHORS_WITHOUT_HASTE ? authors : authors.slice(0, AUTHORS_WITHOUT_HASTE);
  const { rows } = await pool.query(
    `select s.code, a."sectionKey", a.version from "Answer" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
     where s.code = any($1)`, [chosen.map(({ code }) => code)]);
  const versions = new Map(rows.map(({ code, sectionKey, version }) => [`${code} ${sectionKey}`, version]));
  return times(clients, (place) => {
    const { cookie, userId, code, sections } = inTurn(chosen, place);
    return { cookie, userId, code, sections: sections.map((key) => ({ key, version: versions.get(`${code} ${key}`) ?? 0 })) };
  });
}

/** @param {World} world @param {{code: string, section: string, version: number, body: string}[]} acknowledged */
async function lostAnswers({ pool }, acknowledged) {
  const { rows } = await pool.query(
    `select s.code, a."sectionKey", a.version, a.body from "Answer" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
     where s.code = any($1)`, [acknowledged.map(({ code }) => code)]);
  const stored = new Map(rows.map((row) => [`${row.code} ${row.sectionKey}`, row]));
  return acknowledged.filter(({ code, section, version, body }) => {
    const row = stored.get(`${code} ${section}`);
    return row?.version !== version || row.body !== body;
  }).map(({ code, section }) => `section ${section} of ${code} was acknowledged and is not stored`);
}
