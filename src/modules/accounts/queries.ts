import { Prisma } from "@/generated/prisma/client";
import { hashOf } from "@/lib/auth/session";
import { agencyInFull } from "@/lib/agency-in-full";
import { byName } from "@/lib/by-name";
import { db, type Transaction } from "@/lib/db";
import type { Scope } from "@/lib/guard";
import { holds } from "@/lib/search";
import { DEMO_DOMAIN } from "./domain/demonstration";
import { SCOPE_OF_ROLE, type Role } from "./domain/roles";
import type { PeopleScope } from "./policy";

export type InvitationPage = {
  email: string;
  role: Role;
  editionName: { id: string; en: string } | null;
  agencyName: string | null;
  invitedBy: string;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  /** The address already has an account with a password: no new one is asked for. */
  isKnown: boolean;
};

/** What the holder of an invitation link may read; null when no invitation has this token. */
export async function invitationByToken(token: string): Promise<InvitationPage | null> {
  const [row] = await db.$queryRaw<InvitationPage[]>`
    select i.email, i.role::text as role, i."expiresAt", i."acceptedAt", i."revokedAt", by.name as "invitedBy",
      case when e.id is null then null else json_build_object('id', e."nameId", 'en', e."nameEn") end as "editionName",
      case when a.id is not null then ${agencyInFull} end as "agencyName",
      exists (select 1 from "User" u where u.email = i.email and u."passwordHash" is not null) as "isKnown"
    from "Invitation" i
    join "User" by on by.id = i."invitedById"
    left join "Edition" e on e.id = i."editionId"
    left join "Agency" a on a.id = i."agencyId"
    where i."tokenHash" = ${hashOf(token)}`;
  return row ?? null;
}

type CastRole = { role: Role; editionName: { id: string; en: string } | null; agencyName: string | null };

export type CastMember = { email: string; name: string; position: string; roles: CastRole[] };

/** The people one may try the demonstration as. */
export async function demonstrationCast(): Promise<CastMember[]> {
  return db.$queryRaw<CastMember[]>`
    select u.email, u.name, u.position,
      coalesce(json_agg(json_build_object(
        'role', m.role, 'agencyName', case when a.id is not null then ${agencyInFull} end,
        'editionName', case when e.id is null then null else json_build_object('id', e."nameId", 'en', e."nameEn") end
      ) order by m."createdAt", m.id) filter (where m.id is not null), '[]'::json) as roles
    from "User" u
    left join "Membership" m on m."userId" = u.id and m."endedAt" is null
    left join "Edition" e on e.id = m."editionId"
    left join "Agency" a on a.id = m."agencyId"
    where u.email like ${`%@${DEMO_DOMAIN}`} and u."suspendedAt" is null
    group by u.id order by u."createdAt", u.email`;
}

export async function demonstrationUserId(email: string): Promise<string | null> {
  if (!email.endsWith(`@${DEMO_DOMAIN}`)) return null;
  const user = await db.user.findFirst({ where: { email, suspendedAt: null }, select: { id: true } });
  return user?.id ?? null;
}

/** Where a role holds: an agency has one name, an edition one in each language. */
export type Place = { id: string; en: string };

const PLACE = Prisma.sql`case when a.id is not null then json_build_object('id', ${agencyInFull}, 'en', ${agencyInFull})
      when e.id is not null then json_build_object('id', e."nameId", 'en', e."nameEn") end`;

export type PersonRow = {
  membershipId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  editionId: string | null;
  agencyCode: string | null;
  place: Place | null;
  since: Date;
  suspendedAt: Date | null;
};

type Shown = { text: string; limit: number };

/** People with a role inside the scope whose name or address holds `text`, by name; at most `limit`. */
export async function peopleIn(scope: Scope<"people", PeopleScope>, { text, limit }: Shown): Promise<PersonRow[]> {
  const { filter } = scope;
  if (filter.kind === "NOBODY") return [];
  const editionId = filter.kind === "EDITION" ? filter.editionId : null;
  const agencyCode = filter.kind === "AGENCY" ? filter.agencyCode : null;
  const people = await db.$queryRaw<PersonRow[]>`
    select m.id as "membershipId", u.id as "userId", u.name, u.email, m.role::text as role, m."editionId", a.code as "agencyCode",
      ${PLACE} as place, m."createdAt" as since, u."suspendedAt"
    from "Membership" m
    join "User" u on u.id = m."userId"
    left join "Agency" a on a.id = m."agencyId"
    left join "Edition" e on e.id = m."editionId"
    where m."endedAt" is null
      and (${editionId}::uuid is null or m."editionId" = ${editionId}::uuid)
      and (${agencyCode}::text is null or a.code = ${agencyCode} or starts_with(a.code, ${`${agencyCode ?? ""}/`}))
      and (${text} = '' or ${holds(Prisma.sql`u.name || ' ' || u.email`, text)})
    order by u.name, u.id, m.role limit ${limit}`;
  return people.sort(byName);
}

export type OpenInvitationRow = {
  id: string; email: string; role: Role; place: Place | null; expiresAt: Date;
  /** Who was last shown the link, to hand it over; null while nobody was. */
  handedOverBy: string | null;
  handedOverAt: Date | null;
};

/** Invitations inside the scope that nobody has accepted or revoked and whose address holds `text`, newest first. */
export async function openInvitationsIn(scope: Scope<"people", PeopleScope>, { text, limit }: Shown): Promise<OpenInvitationRow[]> {
  const { filter } = scope;
  if (filter.kind === "NOBODY") return [];
  const editionId = filter.kind === "EDITION" ? filter.editionId : null;
  const agencyCode = filter.kind === "AGENCY" ? filter.agencyCode : null;
  return db.$queryRaw<OpenInvitationRow[]>`
    select i.id, i.email, i.role::text as role, ${PLACE} as place, i."expiresAt", i."handedOverAt", h.name as "handedOverBy"
    from "Invitation" i
    left join "User" h on h.id = i."handedOverById"
    left join "Agency" a on a.id = i."agencyId"
    left join "Edition" e on e.id = i."editionId"
    where i."acceptedAt" is null and i."revokedAt" is null
      and (${editionId}::uuid is null or i."editionId" = ${editionId}::uuid)
      and (${agencyCode}::text is null or a.code = ${agencyCode} or starts_with(a.code, ${`${agencyCode ?? ""}/`}))
      and (${text} = '' or ${holds(Prisma.sql`i.email`, text)})
    order by i."createdAt" desc limit ${limit}`;
}

/** Those among the invitations that nobody has used or withdrawn, locked until the transaction ends; always in the same order. */
export async function openInvitationsFor(tx: Transaction, ids: readonly string[]) {
  return tx.$queryRaw<{ id: string; email: string; role: Role; editionId: string | null; place: Place | null }[]>`
    select i.id, i.email, i.role::text as role, i."editionId", ${PLACE} as place
    from "Invitation" i
    left join "Agency" a on a.id = i."agencyId"
    left join "Edition" e on e.id = i."editionId"
    where i.id = any(${ids}::uuid[]) and i."acceptedAt" is null and i."revokedAt" is null
    order by i.id for update of i`;
}

export type ResolvedTarget = { role: Role; editionId: string | null; agencyId: string | null; agencyCode: string | null };

/** The scope of an invitation by its addresses; null when what was named does not exist or does not fit the role. */
export async function invitationTarget(named: { role: Role; editionSlug?: string; agencyCode?: string }): Promise<ResolvedTarget | null> {
  const { role, editionSlug, agencyCode } = named;
  const scope = SCOPE_OF_ROLE[role];
  if (scope === "SYSTEM") return { role, editionId: null, agencyId: null, agencyCode: null };
  if (scope === "EDITION") {
    const edition = editionSlug ? await db.edition.findUnique({ where: { slug: editionSlug }, select: { id: true } }) : null;
    return edition && { role, editionId: edition.id, agencyId: null, agencyCode: null };
  }
  const agency = agencyCode ? await db.agency.findUnique({ where: { code: agencyCode }, select: { id: true, code: true } }) : null;
  return agency && { role, editionId: null, agencyId: agency.id, agencyCode: agency.code };
}

export type InvitationSubject = ResolvedTarget & { id: string };

export async function invitationById(id: string): Promise<InvitationSubject | null> {
  const [row] = await db.$queryRaw<InvitationSubject[]>`
    select i.id, i.role::text as role, i."editionId", i."agencyId", a.code as "agencyCode"
    from "Invitation" i left join "Agency" a on a.id = i."agencyId" where i.id = ${id}::uuid`;
  return row ?? null;
}

export type PersonSubject = { userId: string; name: string; suspendedAt: Date | null };

export async function personById(userId: string): Promise<PersonSubject | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { name: true, suspendedAt: true } });
  return user && { userId, ...user };
}

/** What the holder of a link for a new password may read; null when no link has this token. */
export async function passwordLinkByToken(token: string) {
  const row = await db.passwordLink.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { expiresAt: true, usedAt: true, revokedAt: true, user: { select: { name: true, email: true, suspendedAt: true } } },
  });
  if (!row) return null;
  const { user, ...times } = row;
  return { ...times, ...user };
}

export type MembershipSubject = { id: string; userId: string; role: Role; editionId: string | null; agencyCode: string | null };

export async function membershipById(id: string): Promise<MembershipSubject | null> {
  const [row] = await db.$queryRaw<MembershipSubject[]>`
    select m.id, m."userId", m.role::text as role, m."editionId", a.code as "agencyCode"
    from "Membership" m left join "Agency" a on a.id = m."agencyId" where m.id = ${id}::uuid`;
  return row ?? null;
}

/**
 * Whether the agency or unit of a membership `m` of a person takes part in an edition: has filed there, itself, above or below.
 * A condition; the arguments are columns or values of the surrounding query.
 */
export const participates = (userId: Prisma.Sql, editionId: Prisma.Sql) => Prisma.sql`
  select own.name from "Membership" m join "Agency" own on own.id = m."agencyId"
  where m."userId" = ${userId} and m."endedAt" is null and m.role in ('AGENCY_ADMIN', 'INNOVATOR') and exists (
    select from "Submission" s join "Agency" filing on filing.id = s."agencyId" join "Agency" unit on unit.id = s."unitId"
    where s."editionId" = ${editionId} and s.status = 'SUBMITTED' and (
      own.code in (filing.code, unit.code) or starts_with(own.code, filing.code || '/') or starts_with(filing.code, own.code || '/')
      or starts_with(own.code, unit.code || '/') or starts_with(unit.code, own.code || '/')))`;

export type Participation = { agencies: string[]; isForbidden: boolean };

/** The agencies of the person with this address that take part in an edition, and whether its rules forbid such judges. */
export async function participationOf(email: string, editionId: string): Promise<Participation> {
  const [row] = await db.$queryRaw<Participation[]>`
    select coalesce((select json_agg(distinct place.name order by place.name) from "User" u cross join lateral
        (${participates(Prisma.sql`u.id`, Prisma.sql`${editionId}::uuid`)}) place where u.email = ${email}), '[]') as agencies,
      coalesce((select v.document->>'participantsAsJudges' from "RulesVersion" v where v."editionId" = ${editionId}::uuid
        order by v.number desc limit 1) = 'FORBID', false) as "isForbidden"`;
  return row ?? { agencies: [], isForbidden: false };
}
