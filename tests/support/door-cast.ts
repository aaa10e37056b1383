import { forEachFile } from "#tests/support/each-file";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import type { Actor, Membership, Role } from "@/modules/accounts/domain/roles";

/** Everybody whose rights the matrix asks about, from no account at all to the super admin. */
export const CAST = [
  "anonymous", "newcomer",
  "innovator", "unitNeighbour", "foreignInnovator",
  "agencyAdmin", "foreignAgencyAdmin",
  "selector", "otherSelector",
  "evaluator", "idleEvaluator", "otherEvaluator", "panelist",
  "secretary", "otherSecretary", "publisher", "otherPublisher",
  "auditor", "superAdmin",
] as const;
export type CastMember = (typeof CAST)[number];
export type SignedIn = Exclude<CastMember, "anonymous">;
export type Cast = Record<SignedIn, Actor>;

/** Where the cast works: two agencies with units, and two editions. */
export type Places = {
  edition: { id: string; slug: string };
  otherEdition: { id: string; slug: string };
  agency: Place;
  unit: Place;
  neighbourUnit: Place;
  foreignAgency: Place;
  foreignUnit: Place;
};
export type Place = { id: string; code: string };

type Post = { role: Role; edition?: { id: string; slug: string }; agency?: Place };

/** One role in one scope each, so that a cell of the matrix tells about the role alone. */
const posts = (places: Places): Record<SignedIn, Post | null> => ({
  newcomer: null,
  innovator: { role: "INNOVATOR", agency: places.unit },
  unitNeighbour: { role: "INNOVATOR", agency: places.neighbourUnit },
  foreignInnovator: { role: "INNOVATOR", agency: places.foreignUnit },
  agencyAdmin: { role: "AGENCY_ADMIN", agency: places.agency },
  foreignAgencyAdmin: { role: "AGENCY_ADMIN", agency: places.foreignAgency },
  selector: { role: "ADMIN_SELECTOR", edition: places.edition },
  otherSelector: { role: "ADMIN_SELECTOR", edition: places.otherEdition },
  evaluator: { role: "EVALUATOR", edition: places.edition },
  idleEvaluator: { role: "EVALUATOR", edition: places.edition },
  otherEvaluator: { role: "EVALUATOR", edition: places.otherEdition },
  panelist: { role: "PANELIST", edition: places.edition },
  secretary: { role: "SECRETARIAT", edition: places.edition },
  otherSecretary: { role: "SECRETARIAT", edition: places.otherEdition },
  publisher: { role: "PUBLISHER", edition: places.edition },
  otherPublisher: { role: "PUBLISHER", edition: places.otherEdition },
  auditor: { role: "AUDITOR" },
  superAdmin: { role: "SUPER_ADMIN" },
});

export async function inviteCast(places: Places): Promise<Cast> {
  const cast = await Promise.all(Object.entries(posts(places)).map(async ([name, post]) => [name, await actorAt(name, post)] as const));
  return Object.fromEntries(cast) as Cast;
}

let invited = 0;
forEachFile(() => void (invited = 0));

/** A person with a session, as the doors would see them under their only hat. */
async function actorAt(name: string, post: Post | null): Promise<Actor> {
  invited += 1;
  const { id: userId, email } = await db.user.create({ data: { email: `${name.toLowerCase()}-${invited}@contoh.test`, name } });
  const hat = post && (await membershipOf(userId, post));
  return { userId, name, email, sessionId: await openSession(userId), hat, memberships: hat ? [hat] : [] };
}

async function membershipOf(userId: string, { role, edition, agency }: Post): Promise<Membership> {
  const { id } = await db.membership.create({ data: { userId, role, editionId: edition?.id, agencyId: agency?.id } });
  return {
    id, role, editionId: edition?.id ?? null, editionSlug: edition?.slug ?? null, editionName: null, editionContact: null,
    agencyId: agency?.id ?? null, agencyCode: agency?.code ?? null, agencyName: null,
  };
}
