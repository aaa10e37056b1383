import { db, type Transaction } from "@/lib/db";

/** How somebody came to publish in an edition: since when, from whom, and everybody who had a hand in the role or the account. */
export type PublisherRole = { since: Date | null; givenBy: string | null; madeBy: string[] };

/**
 * `madeBy`: who gave this person the role, who saw its link, whose invitation opened the account, and whose links set its password. Whoever
 * did one of these may be the hand behind the account.
 */
export async function publisherRole({ userId, editionId }: { userId: string; editionId: string }, tx: Transaction = db): Promise<PublisherRole> {
  const [row] = await tx.$queryRaw<PublisherRole[]>`
    with giver as (
      select m."grantedById" as id from "Membership" m
      where m."userId" = ${userId}::uuid and m.role = 'PUBLISHER' and m."editionId" = ${editionId}::uuid and m."grantedById" is not null
    ), role_invitation as (
      select x.id from "Invitation" i cross join lateral (values (i."invitedById"), (i."handedOverById")) x(id)
      where i."acceptedById" = ${userId}::uuid and i.role = 'PUBLISHER' and i."editionId" = ${editionId}::uuid and x.id is not null
    ), first_invitation as (
      select i."invitedById" as id from "Invitation" i
      where i."acceptedById" = ${userId}::uuid order by i."acceptedAt", i.id limit 1
    ), password as (
      select l."madeById" as id from "PasswordLink" l where l."userId" = ${userId}::uuid and l."usedAt" is not null
    ), maker as (
      select id from giver union select id from role_invitation union select id from first_invitation union select id from password
    )
    select
      (select min(m."createdAt") from "Membership" m where m."userId" = ${userId}::uuid and m.role = 'PUBLISHER'
        and m."editionId" = ${editionId}::uuid and m."endedAt" is null) as since,
      (select string_agg(u.name, ', ' order by u.name) from "User" u where u.id in (select id from giver union select id from role_invitation)) as "givenBy",
      array(select id::text from maker) as "madeBy"`;
  return row ?? { since: null, givenBy: null, madeBy: [] };
}
