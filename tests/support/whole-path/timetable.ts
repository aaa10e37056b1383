import { db } from "@/lib/db";

/**
 * Time passes: the stages before this one have closed, it opens now, the later ones follow day by day. Nobody at a door can do
 * this; the dates of the rules are years away.
 */
export async function timePassesTo(editionSlug: string, stageKey: string): Promise<void> {
  const moved = await db.$executeRaw`
    with reached as (
      select st."editionId", st.position, date_trunc('milliseconds', clock_timestamp()) as now from "Stage" st
      join "Edition" e on e.id = st."editionId" where e.slug = ${editionSlug} and st.key = ${stageKey})
    update "Stage" st set
      "opensAt" = case when st.position < reached.position then least(st."opensAt", reached.now - interval '2 milliseconds') else reached.now + make_interval(days => st.position - reached.position) end,
      "closesAt" = case when st.position < reached.position then least(st."closesAt", reached.now - interval '1 millisecond')
        else reached.now + make_interval(days => st.position - reached.position + 1) - interval '1 second' end
    from reached where st."editionId" = reached."editionId"`;
  if (moved === 0) throw new Error(`${editionSlug} has no stage ${stageKey}.`);
}
