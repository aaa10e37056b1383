// What the workloads need to know of the loaded data: who may do what, and where.
import pg from "pg";
import { makeDrafts } from "./drafts.mjs";
import { openSessions } from "./sessions.mjs";
import { NATIONAL } from "./workloads.mjs";

const ORGANISERS = 4;
const JUDGES = 20;

/**
 * @typedef {import("./sessions.mjs").Hat & {cookie: string}} Person
 *
 * @typedef {object} World
 * @property {string} base
 * @property {import("pg").Pool} pool
 * @property {Person[]} organisers sessions of the national edition's secretariat
 * @property {Person[]} judges
 * @property {string[]} criteria keys of the rubric that the judges use
 * @property {string} stageId in which they score
 * @property {string[]} codes of all national submissions, in an order without meaning
 * @property {(Person & {code: string, sections: string[]})[]} authors each with a draft
 */

/**
 * @param {{databaseUrl: string, base: string, secret: string}} portal
 * @returns {Promise<World>}
 */
export async function openWorld({ databaseUrl, base, secret }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  /** @template {import("./sessions.mjs").Hat} Hat @param {Hat[]} hats */
  const signedIn = async (hats) => {
    const cookies = await openSessions(pool, hats, secret);
    return hats.map((hat, place) => ({ ...hat, cookie: cookies[place] ?? "" }));
  };
  const [organiser] = await hatsOf(pool, "SECRETARIAT", 1);
  if (!organiser) throw new Error(`${NATIONAL} has no secretariat.`);
  return {
    base, pool,
    organisers: await signedIn(Array.from({ length: ORGANISERS }, () => organiser)),
    judges: await signedIn(await hatsOf(pool, "EVALUATOR", JUDGES)),
    ...(await scoringOf(pool)),
    codes: await codesOf(pool),
    authors: await signedIn(await makeDrafts(pool)),
  };
}

/** @param {pg.Pool} pool @param {string} role @param {number} count @returns {Promise<import("./sessions.mjs").Hat[]>} */
async function hatsOf(pool, role, count) {
  const { rows } = await pool.query(
    `select m.id as "membershipId", m."userId" from "Membership" m join "Edition" e on e.id = m."editionId"
     where e.slug = $1 and m.role::text = $2 and m."endedAt" is null order by m.id limit $3`,
    [NATIONAL, role, count],
  );
  return rows;
}

/** @param {pg.Pool} pool */
async function scoringOf(pool) {
  const { rows } = await pool.query(
    `select st.id, st.key, (select v.document from "RulesVersion" v where v."editionId" = e.id order by v.number desc limit 1) as rules
     from "Edition" e join "Stage" st on st."editionId" = e.id and st.kind = 'EVALUATION' where e.slug = $1`,
    [NATIONAL],
  );
  const [{ id, key, rules }] = rows;
  const { rubric } = rules.stages.find((/** @type {{key: string}} */ stage) => stage.key === key).scoring;
  const { criteria } = rules.rubrics.find((/** @type {{key: string}} */ one) => one.key === rubric);
  return { stageId: String(id), criteria: criteria.map((/** @type {{key: string}} */ criterion) => criterion.key) };
}

/** @param {pg.Pool} pool @returns {Promise<string[]>} */
async function codesOf(pool) {
  const { rows } = await pool.query(`select s.code from "Submission" s join "Edition" e on e.id = s."editionId" where e.slug = $1 order by md5(s.code)`, [NATIONAL]);
  return rows.map(({ code }) => code);
}
