import { db, type Transaction } from "@/lib/db";

/** How somebody came to publish in an edition: since when, from whom, and everybody who had a hand in the role or the account. */
export type PublisherRole = { since: Date | null; givenBy: string | null; madeBy: string[] };

/**
 * `madeBy`: who gave this person the role, who saw its link, whose invitation opened the account, and whose links set its password. Whoever
 * did one of these may be the hand behind the account; so may whoever made their accounts, or made them super admins, and so on.
 */
export async function publisherRole({ userId, editionId }: { userId: string; editionId: string }, tx: Transaction = db): Promise<PublisherRole> {
  const [row] = await tx.$queryRaw<PublisherRole[]>`
    with recursive given as (
      select m."userId" as holder, m.role, m."editionId", m."grantedById" as giver from "Membership" m where m."grantedById" is not null
      union
      select i."acceptedById", i.role, i."editionId", x.id from "Invitation" i cross join lateral (values (i."invitedById"), (i."handedOverById")) x(id)
      where i."acceptedById" is not null and x.id is not null
    ), opened as (
      (select distinct on (i."acceptedById") i."acceptedById" as holder, i."invitedById" as giver from "Invitation" i
        where i."acceptedById" is not null order by i."acceptedById", i."acceptedAt", i.id)
      union
      select l."userId", l."madeById" from "PasswordLink" l where l."usedAt" is not null
    ), role_giver as (
      select giver as id from given where holder = ${userId}::uuid and role = 'PUBLISHER' and "editionId" = ${editionId}::uuid
    ), hand as (
      select holder, giver from opened union select holder, giver from given where role = 'SUPER_ADMIN'
    ), maker(id) as (
      select id from role_giver union select giver from opened where holder = ${userId}::uuid
      union
      select hand.giver from maker join hand on hand.holder = maker.id
    )
    select
      (select min(m."createdAt") from "Membership" m where m."userId" = ${userId}::uuid and m.role = 'PUBLISHER'
        and m."editionId" = ${editionId}::uuid and m."endedAt" is null) as since,
      (select string_agg(u.name, ', ' order by u.name) from "User" u where u.id in (select id from role_giver)) as "givenBy",
      array(select id::text from maker) as "madeBy"`;
  return row ?? { since: null, givenBy: null, madeBy: [] };
}
