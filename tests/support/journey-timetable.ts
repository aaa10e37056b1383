import { database } from "./sign-in-as";

/** Before a stage, in it, or after it. */
export type Place = "before" | "in" | "after";

/**
 * Moves all days of an edition together, as far as needed to stand before, in or after a stage now. A person can wait for a
 * day; a test moves the calendar instead, and nothing else.
 */
export async function moveTimetable(edition: string, stage: string, place: Place): Promise<void> {
  const { rowCount } = await database.query(
    `with move as (
       select case $3 when 'before' then now() + interval '1 hour' - s."opensAt"
         when 'in' then now() - interval '1 hour' - s."opensAt"
         else now() - interval '1 hour' - s."closesAt" end as by
       from "Stage" s join "Edition" e on e.id = s."editionId" where e.slug = $1 and s.key = $2)
     update "Stage" s set "opensAt" = s."opensAt" + move.by, "closesAt" = s."closesAt" + move.by
     from move, "Edition" e where e.id = s."editionId" and e.slug = $1`,
    [edition, stage, place]);
  if (!rowCount) throw new Error(`${edition} has no stage ${stage}.`);
}
