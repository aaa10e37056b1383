// Writers in the middle of their work: an open edition, a unit each, a draft each.
import { randomUUID } from "node:crypto";

const EDITION = "kipp-2021";
const WRITERS = 200;

/** @typedef {import("./sessions.mjs").Hat & {code: string, sections: string[]}} Draft */

/** @param {import("pg").Pool} pool @returns {Promise<Draft[]>} */
export async function makeDrafts(pool) {
  const edition = await openEdition(pool);
  const units = await freeUnits(pool, edition.id);
  const drafts = units.map((unit, place) => ({ ...unit, userId: randomUUID(), membershipId: randomUUID(), innovationId: randomUUID(), id: randomUUID(), code: `UJI-${String(place + 1).padStart(5, "0")}` }));
  const given = JSON.stringify(drafts);
  for (const statement of STATEMENTS) await pool.query(statement, statement.includes("$2") ? [given, edition.id] : [given]);
  return drafts.map(({ userId, membershipId, code }) => ({ userId, membershipId, code, sections: edition.sections }));
}

/** @param {import("pg").Pool} pool */
async function openEdition(pool) {
  const { rows } = await pool.query(
    `select e.id, v.document->'form'->'sections' as sections from "Edition" e join "RulesVersion" v on v."editionId" = e.id
     join "Stage" st on st."editionId" = e.id and st.kind = 'REGISTRATION' and now() between st."opensAt" and st."closesAt"
     where e.slug = $1 order by v.number desc limit 1`,
    [EDITION],
  );
  const [edition] = rows;
  if (!edition) throw new Error(`${EDITION} takes no entries now.`);
  const everyones = edition.sections.filter((/** @type {{groups: string[] | null}} */ section) => section.groups === null);
  return { id: edition.id, sections: everyones.slice(0, 10).map((/** @type {{key: string}} */ section) => section.key) };
}

/** Units that nobody has used in this edition, with the body above them. @param {import("pg").Pool} pool @param {string} editionId */
async function freeUnits(pool, editionId) {
  const { rows } = await pool.query(
    `select a.id as "unitId", a."parentId" as "agencyId" from "Agency" a
     where a."parentId" is not null and not exists (select from "Submission" s where s."unitId" = a.id and s."editionId" = $1)
     order by md5(a.code) limit $2`,
    [editionId, WRITERS],
  );
  return rows;
}

const GIVEN = `json_to_recordset($1::json) as d(id uuid, "userId" uuid, "membershipId" uuid, "innovationId" uuid, "unitId" uuid, "agencyId" uuid, code text)`;

const STATEMENTS = [
  `insert into "User" (id, email, name) select "userId", lower(code) || '@penulis.example', 'Penulis ' || code from ${GIVEN}`,
  `insert into "Membership" (id, "userId", role, "agencyId") select "membershipId", "userId", 'INNOVATOR', "unitId" from ${GIVEN}`,
  `insert into "Innovation" (id, code, title, "agencyId") select "innovationId", 'INV-' || code, 'Inovasi ' || code, "unitId" from ${GIVEN}`,
  `insert into "Submission" ("organizerId", id, "editionId", "rulesVersionId", "innovationId", code, title, "groupKey", "categoryKey",
     "unitId", "agencyId", "ownerId", "implementedSince")
   select e."organizerId", d.id, e.id, v.id, d."innovationId", d.code, 'Inovasi ' || d.code, v.document#>>'{groups,0,key}',
     v.document#>>'{categories,0,key}', d."unitId", d."agencyId", d."userId", '2018-01-01'
   from ${GIVEN}, "Edition" e
   join lateral (select * from "RulesVersion" v where v."editionId" = e.id order by v.number desc limit 1) v on true where e.id = $2`,
];
