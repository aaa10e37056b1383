import { cache } from "react";
import { agencyInFull } from "@/lib/agency-in-full";
import { db, databaseNow } from "@/lib/db";
import { hashOf, sessionIdOfRequest } from "@/lib/auth/session";
import type { Actor, Membership } from "@/modules/accounts/domain/roles";

export type Presence = { actor: Actor | null; now: Date };

type SessionRow = {
  now: Date;
  userId: string;
  name: string;
  email: string;
  membershipId: string | null;
  memberships: Membership[];
};

/**
 * Who is asking, and what the database's clock says: read fresh for each request, once. A right that was taken away a
 * moment ago is gone here.
 */
export const presence = cache(async (): Promise<Presence> => {
  const sessionId = await sessionIdOfRequest();
  if (!sessionId) return { actor: null, now: await databaseNow() };

  const row = await sessionRow(hashOf(sessionId));
  if (!row) return { actor: null, now: await databaseNow() };

  const { memberships } = row;
  const chosen = memberships.find(({ id }) => id === row.membershipId);
  const hat = chosen ?? (memberships.length === 1 ? memberships[0] : undefined) ?? null;
  return {
    now: row.now,
    actor: { userId: row.userId, name: row.name, email: row.email, sessionId, hat, memberships },
  };
});

async function sessionRow(idHash: string): Promise<SessionRow | undefined> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    select clock_timestamp() as now, u.id as "userId", u.name, u.email, s."membershipId",
      coalesce((
        select json_agg(json_build_object(
          'id', m.id, 'role', m.role, 'editionId', m."editionId", 'editionSlug', e.slug,
          'editionName', case when e.id is null then null else json_build_object('id', e."nameId", 'en', e."nameEn") end,
          'editionContact', nullif(o.contact, ''),
          'agencyId', m."agencyId", 'agencyCode', a.code, 'agencyName', case when a.id is not null then ${agencyInFull} end) order by m."createdAt", m.id)
        from "Membership" m
        left join "Edition" e on e.id = m."editionId"
        left join "Organizer" o on o.id = e."organizerId"
        left join "Agency" a on a.id = m."agencyId"
        where m."userId" = u.id and m."endedAt" is null), '[]'::json) as memberships
    from "Session" s join "User" u on u.id = s."userId"
    where s."idHash" = ${idHash} and s."endedAt" is null and s."expiresAt" > clock_timestamp() and u."suspendedAt" is null`;
  return row;
}
