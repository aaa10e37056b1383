import { db } from "@/lib/db";
import { comparedSince, type DatedText, leftWith, textAt, timesBack } from "../domain/since-note";
import type { Proposal } from "./proposal";

type Noted = { id: string; sectionKey: string | null; writtenAt: Date };

/** What of a proposal is not any more as it was: its sections by their keys, and whether what it is entered as was saved. */
export type FollowUp = { sections: string[]; identity: boolean; changedAt: Date | null };

/** A section that changed: from when on, whether since a note, and what stood there. */
export type ChangedSection = { since: Date; isNote: boolean; before: string };

export type SinceNotes = {
  /** By the id of the note; none for a note that has not left the agency. */
  ofNote: Record<string, FollowUp>;
  changed: Record<string, ChangedSection>;
  /** When what it is entered as was saved after the proposal came back last; null: not since. */
  identityAt: Date | null;
};

/** What the authors changed since the agency's notes and since the proposal came back, judged by the texts themselves. */
export async function changesSince(proposal: Proposal, notes: readonly Noted[]): Promise<SinceNotes> {
  const { organizerId, id: submissionId, sections, answers, identityAt } = proposal;
  const moves = await db.statusMove.findMany({ where: { organizerId, submissionId }, orderBy: [{ movedAt: "asc" }, { id: "asc" }], select: { from: true, to: true, movedAt: true } });
  const back = timesBack(moves);
  const earlier = await textsAt(proposal, back);
  const then = (key: string, moment: Date) => textAt(answers[key], earlier[key] ?? [], moment);
  const changedSince = (moment: Date) => sections.filter(({ key }) => then(key, moment) !== (answers[key]?.body ?? "")).map(({ key }) => key);
  const isAfter = (moment: Date) => identityAt !== null && identityAt > moment;

  const ofNote = notes.flatMap(({ id, sectionKey, writtenAt }): [string, FollowUp][] => {
    const left = leftWith(writtenAt, back);
    if (!left) return [];
    const changed = changedSince(left).filter((key) => sectionKey === null || key === sectionKey);
    const identity = sectionKey === null && isAfter(left);
    return [[id, { sections: changed, identity, changedAt: latest([...changed.map((key) => answers[key]?.savedAt), identity ? identityAt : null]) }]];
  });
  const changed = sections.flatMap(({ key }): [string, ChangedSection][] => {
    const since = comparedSince(notes.filter(({ sectionKey }) => sectionKey === key).map(({ writtenAt }) => writtenAt), back);
    const before = since && then(key, since.at);
    return since && before !== (answers[key]?.body ?? "") ? [[key, { since: since.at, isNote: since.isNote, before: before ?? "" }]] : [];
  });
  const last = back.at(-1);
  return { ofNote: Object.fromEntries(ofNote), changed: Object.fromEntries(changed), identityAt: last && isAfter(last) ? identityAt : null };
}

const latest = (times: readonly (Date | null | undefined)[]): Date | null =>
  times.flatMap((at) => at ?? []).toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;

/** Of each section the text that stood there at each of these moments; few of them, however long the history is. */
async function textsAt({ organizerId, id }: Proposal, moments: readonly Date[]): Promise<Record<string, DatedText[]>> {
  if (moments.length === 0) return {};
  const rows = await db.$queryRaw<(DatedText & { sectionKey: string })[]>`
    select distinct on (v."sectionKey", v.version) v."sectionKey", v.body, v."savedAt"
    from unnest(${moments.map((at) => at.toISOString())}::timestamptz[]) as m (at)
    cross join lateral (
      select distinct on (h."sectionKey") h."sectionKey", h.version, h.body, h."savedAt" from "AnswerVersion" h
      where h."organizerId" = ${organizerId}::uuid and h."submissionId" = ${id}::uuid and h."savedAt" <= m.at
      order by h."sectionKey", h."savedAt" desc, h.version desc
    ) v`;
  return Object.fromEntries(rows.map(({ sectionKey: key }) => [key, rows.filter(({ sectionKey }) => sectionKey === key)]));
}
