import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/db";
import type { EntryOrigin, JudgeTies } from "../domain/conflicts";
import type { ReadingStage } from "./stage";
import { originColumns, originJoins, originOf, tiesColumn, tiesOf, type OriginRow, type TiesRow } from "./ties";

/** A judge's ties as they are now, and the entries the judge still holds in a stage: what a new tie must be held against. */
export async function tiesAndEntriesOf(
  stage: Pick<ReadingStage, "organizerId" | "editionId" | "id">,
  judgeId: string,
  tx: Transaction = db,
): Promise<{ ties: JudgeTies; entries: EntryOrigin[] }> {
  const judge = Prisma.sql`${judgeId}::uuid`;
  const [row] = await tx.$queryRaw<{ ties: TiesRow }[]>`
    select ${tiesColumn(judge, Prisma.sql`${stage.organizerId}::uuid`, Prisma.sql`${stage.editionId}::uuid`)} as ties`;
  const entries = await tx.$queryRaw<OriginRow[]>`
    select ${originColumns}
    from "Assignment" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId"
    ${originJoins}
    where a."judgeId" = ${judge} and a."organizerId" = ${stage.organizerId}::uuid and a."stageId" = ${stage.id}::uuid
      and a."recusedAt" is null`;
  return { ties: tiesOf(judgeId, row?.ties ?? { own: [], declared: [], provinces: [] }), entries: entries.map(originOf) };
}
