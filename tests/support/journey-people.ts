import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { database, signInAs } from "./sign-in-as";

export type JourneyPerson = { id: string; email: string; name: string; role: string };

type Place = { role: string; name: string; edition?: string; agency?: string };

/** Somebody who exists for one journey only, so that no two journeys act with the same person. */
export async function givenPerson({ role, name, edition, agency }: Place): Promise<JourneyPerson> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${randomBytes(4).toString("hex")}@perjalanan.example`;
  const { rows } = await database.query<{ id: string }>(
    `insert into "User" (id, email, name, position) values (gen_random_uuid(), $1, $2, 'Peran uji') returning id`, [email, name]);
  const { id } = only(rows, email);
  const person = { id, email, name, role };
  await giveRole(person, { edition, agency });
  return person;
}

/** One more role of the same person. */
export async function giveRole(person: Pick<JourneyPerson, "id" | "role">, { edition, agency }: Pick<Place, "edition" | "agency">): Promise<void> {
  const { rowCount } = await database.query(
    `insert into "Membership" (id, "userId", role, "editionId", "agencyId")
     select gen_random_uuid(), $1, $2::"Role", e.id, a.id
     from (select 1) one
     left join "Edition" e on e.slug = $3 left join "Agency" a on a.code = $4
     where ($3::text is null or e.id is not null) and ($4::text is null or a.id is not null)`,
    [person.id, person.role, edition ?? null, agency ?? null]);
  if (rowCount !== 1) throw new Error(`There is no edition ${edition} or no agency ${agency}.`);
}

/** The browser becomes this person's, with the only role that they have. */
export async function arriveAs(context: BrowserContext, person: Pick<JourneyPerson, "email" | "role">): Promise<void> {
  await signInAs(context, person.email, person.role);
}

export type JourneyAgency = { code: string; unit: string; name: string; unitName: string };

/** A city with one unit that no other journey knows: its quota, queue and receipts are this journey's alone. */
export async function givenAgency(name: string): Promise<JourneyAgency> {
  const code = `99.${randomBytes(4).toString("hex")}`;
  const [unit, unitName] = [`${code}/dinas-layanan`, "Dinas Layanan"];
  await database.query(
    `with city as (insert into "Agency" (id, code, kind, name) values (gen_random_uuid(), $1, 'CITY', $2) returning id)
     insert into "Agency" (id, code, kind, name, "parentId") select gen_random_uuid(), $3, 'AGENCY_UNIT', $4, id from city`,
    [code, name, unit, unitName]);
  return { code, unit, name, unitName };
}

/** An invitation as its link carries it; nobody but the receiver ever knows the token. */
export async function givenInvitation({ email, role, edition }: { email: string; role: string; edition: string }): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await database.query(
    `insert into "Invitation" (id, "tokenHash", email, role, "editionId", "invitedById", "expiresAt")
     select gen_random_uuid(), $1, $2, $3::"Role", e.id, m."userId", now() + interval '14 days'
     from "Edition" e join "Membership" m on m."editionId" = e.id and m.role = 'SECRETARIAT' where e.slug = $4
     order by m."createdAt", m.id limit 1`,
    [createHash("sha256").update(token).digest("hex"), email, role, edition]);
  return token;
}

/** The one row that a query must have found. */
export function only<Row>(rows: readonly Row[], what: string): Row {
  const [row] = rows;
  if (row === undefined) throw new Error(`Nothing was found: ${what}.`);
  return row;
}
