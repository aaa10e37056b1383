import { db } from "@/lib/db";
import { answerOf, type SectionPage } from "./proposal";
import type { SubmissionScope } from "./writing";

/** One text that stood in a section, under the time at which its writer began it. */
export type EarlierText = { version: number; body: string; savedAt: Date; savedBy: string };

export type SectionHistory = Omit<SectionPage, "texts"> & { texts: EarlierText[] };

/** More than this nobody reads through; the older ones stay in the database. */
const MOST_TEXTS = 50;

/** One section of a visible proposal with its latest texts, newest first; null when there is none. */
export async function sectionHistory(scope: SubmissionScope, asked: { code: string; section: string }): Promise<SectionHistory | null> {
  const page = await answerOf(scope, asked);
  return page && { ...page, texts: await textsOf(page) };
}

function textsOf({ organizerId, id, section }: SectionPage): Promise<EarlierText[]> {
  return db.$queryRaw<EarlierText[]>`
    select h.version, h.body, h."savedAt", u.name as "savedBy" from "AnswerVersion" h
    join "User" u on u.id = h."savedById"
    where h."organizerId" = ${organizerId}::uuid and h."submissionId" = ${id}::uuid and h."sectionKey" = ${section.key}
    order by h.version desc
    limit ${MOST_TEXTS}`;
}
