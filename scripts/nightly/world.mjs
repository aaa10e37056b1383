// Who works during the fault run: writers with drafts of their own, and the judges of the demonstration whose stage is open.
import pg from "pg";
import { makeDrafts } from "../bench/drafts.mjs";
import { openSessions } from "../bench/sessions.mjs";

/** @typedef {import("../bench/sessions.mjs").Hat & {cookie: string}} Person */
/** @typedef {Person & {sheets: string[], criteria: string[]}} Judge */
/** @typedef {Person & {code: string, sections: string[]}} Author */
/** @typedef {{base: string, secret: string, pool: import("pg").Pool, judges: Judge[], authors: Author[]}} World */

/** @param {{databaseUrl: string, base: string, secret: string}} portal @returns {Promise<World>} */
export async function openWorld({ databaseUrl, base, secret }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  pool.on("error", () => {}); // its connections die with the database
  /** @template {import("../bench/sessions.mjs").Hat} Hat @param {Hat[]} hats */
  const signedIn = async (hats) => {
    const cookies = await openSessions(pool, hats, secret);
    return hats.map((hat, place) => ({ ...hat, cookie: cookies[place] ?? "" }));
  };
  return { base, secret, pool, judges: await signedIn(await judgesAtWork(pool)), authors: await signedIn(await makeDrafts(pool)) };
}

/** @param {pg.Pool} pool @returns {Promise<(import("../bench/sessions.mjs").Hat & {sheets: string[], criteria: string[]})[]>} */
async function judgesAtWork(pool) {
  const { rows } = await pool.query(
    `select m.id as "membershipId", m."userId", st.key,
       (select v.document from "RulesVersion" v where v."editionId" = st."editionId" order by v.number desc limit 1) as rules,
       array_agg(a.id::text order by a.id) as sheets
     from "Stage" st join "Assignment" a on a."stageId" = st.id and a."recusedAt" is null
     join "Membership" m on m."userId" = a."judgeId" and m."editionId" = st."editionId" and m.role::text = 'EVALUATOR' and m."endedAt" is null
     where st.kind = 'EVALUATION' and now() between st."opensAt" and st."closesAt"
       and exists (select from "IntegrityPact" p where p."judgeId" = m."userId" and p."editionId" = st."editionId")
     group by m.id, st."editionId", st.key order by m.id`);
  return rows.map(({ membershipId, userId, key, rules, sheets }) => {
    const { rubric } = rules.stages.find((/** @type {{key: string}} */ stage) => stage.key === key).scoring;
    const { criteria } = rules.rubrics.find((/** @type {{key: string}} */ one) => one.key === rubric);
    return { membershipId, userId, sheets, criteria: criteria.map((/** @type {{key: string}} */ criterion) => criterion.key) };
  });
}
