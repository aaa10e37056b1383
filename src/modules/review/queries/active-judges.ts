import { Prisma } from "@/generated/prisma/client";
import type { ReadingStage } from "./stage";

type RoleOfStage = Pick<ReadingStage, "editionId"> & { scoring: Pick<ReadingStage["scoring"], "role"> };

/** The ids of those who hold a stage's role today, as a query with one column: neither ended nor suspended. */
export const activeJudges = ({ editionId, scoring }: RoleOfStage): Prisma.Sql => Prisma.sql`
  select m."userId" from "Membership" m join "User" u on u.id = m."userId"
  where m."editionId" = ${editionId}::uuid and m.role = ${scoring.role}::"Role" and m."endedAt" is null and u."suspendedAt" is null`;

/**
 * Whether an assignment `a` with its review `r` counts as a reading: finished, which nothing undoes, or still in the hands of
 * somebody who may finish it. What was handed back is asked beside it.
 */
export const isHeld = (stage: RoleOfStage): Prisma.Sql => Prisma.sql`(r."finishedAt" is not null or a."judgeId" in (${activeJudges(stage)}))`;
