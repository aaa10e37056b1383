import { type JourneyPerson, only } from "./journey-people";
import { database } from "./sign-in-as";

export type JourneyAssignment = { id: string; code: string; title: string };

type Wanted = { edition: string; stage: string; count: number };

/** So many entries for this judge to read, out of those that the edition reads in the stage; the pact is accepted. */
export async function givenAssignments(judge: JourneyPerson, { edition, stage, count }: Wanted): Promise<JourneyAssignment[]> {
  await acceptPact(judge, edition);
  const { rows } = await database.query<JourneyAssignment>(
    `with entries as (
       select distinct a."organizerId", a."stageId", a."submissionId" from "Assignment" a
       join "Stage" g on g.id = a."stageId" join "Edition" e on e.id = g."editionId"
       where e.slug = $1 and g.key = $2 order by a."submissionId" desc limit $3),
     made as (
       insert into "Assignment" ("organizerId", id, "stageId", "submissionId", "judgeId", "batchId")
       select "organizerId", gen_random_uuid(), "stageId", "submissionId", $4, gen_random_uuid() from entries returning id, "submissionId")
     select made.id, s.code, s.title from made join "Submission" s on s.id = made."submissionId"`,
    [edition, stage, count, judge.id]);
  if (rows.length !== count) throw new Error(`${edition} has ${rows.length} entries to read, not ${count}.`);
  return rows;
}

export async function acceptPact(judge: JourneyPerson, edition: string): Promise<void> {
  await database.query(
    `insert into "IntegrityPact" ("organizerId", "editionId", "judgeId", affiliation) select "organizerId", id, $1, 'Universitas Peragaan' from "Edition" where slug = $2`,
    [judge.id, edition]);
}

export type StoredSheet = { marks: number; finishedAt: Date | null; recusedAt: Date | null };

/** What the database holds of one reading. */
export async function storedSheet(assignmentId: string): Promise<StoredSheet> {
  const { rows } = await database.query<StoredSheet>(
    `select count(s.mark)::int as marks, r."finishedAt", a."recusedAt" from "Assignment" a
     left join "Review" r on r."assignmentId" = a.id left join "Score" s on s."assignmentId" = a.id
     where a.id = $1 group by r."finishedAt", a."recusedAt"`, [assignmentId]);
  return only(rows, `assignment ${assignmentId}`);
}
