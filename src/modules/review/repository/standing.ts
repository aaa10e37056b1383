import type { Transaction } from "@/lib/db";

/**
 * Computes the standings of some entries of a stage anew from their finished readings, under a lock on each; one without a
 * reading disappears. Called where readings stop to count; handing in does the same for its one entry in its own statements.
 */
export async function recomputeStandings(
  tx: Transaction,
  { organizerId, stageId, submissionIds }: { organizerId: string; stageId: string; submissionIds: readonly string[] },
): Promise<void> {
  const ids = [...submissionIds];
  await tx.$queryRaw`
    select 1 from "Standing"
    where "organizerId" = ${organizerId}::uuid and "stageId" = ${stageId}::uuid and "submissionId" = any(${ids}::uuid[])
    order by "submissionId" for update`;
  // A second statement sees what was handed in while the first one waited.
  await tx.$executeRaw`
    with readings as (
      select a."submissionId", count(*)::int as readings, sum(r."weightedSum")::bigint as total,
        min(r."weightedSum") as lowest, max(r."weightedSum") as highest
      from "Assignment" a
      join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id and r."finishedAt" is not null
      where a."organizerId" = ${organizerId}::uuid and a."stageId" = ${stageId}::uuid and a."submissionId" = any(${ids}::uuid[])
        and a."recusedAt" is null
      group by a."submissionId"
    ), gone as (
      delete from "Standing" d
      where d."organizerId" = ${organizerId}::uuid and d."stageId" = ${stageId}::uuid and d."submissionId" = any(${ids}::uuid[])
        and not exists (select from readings o where o."submissionId" = d."submissionId")
    )
    update "Standing" d set readings = o.readings, "sumTotal" = o.total, lowest = o.lowest, highest = o.highest,
      mean = o.total::numeric / o.readings
    from readings o
    where d."organizerId" = ${organizerId}::uuid and d."stageId" = ${stageId}::uuid and d."submissionId" = o."submissionId"`;
}
