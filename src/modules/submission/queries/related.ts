import { db, type Transaction } from "@/lib/db";
import { rootOf } from "@/modules/agencies/domain/tree";
import { type Belonging, belongingOf, relatedFinder, type RelatedAnswers, type SettledAnswers, settleRelated } from "../domain/related";
import type { PastResultChoice } from "../domain/past-result";
import { ok, refuse, type Result } from "@/lib/result";
import { type EditionContext, resultLabels } from "./eligibility";

/** An innovation of the same government or body that a proposal may stand for. */
export type RelatedInnovation = {
  id: string;
  title: string;
  results: string[];
  ownerName: string;
  belonging: Belonging;
  /** Its entry in the same edition, whoever's; null: none. */
  entry: { code: string; unitName: string } | null;
};

export type RelatedSubject = EditionContext & {
  title: string;
  unitCode: string;
  /** Path of the agency that files. */
  agencyCode: string;
  /** The innovation that it is known to be; null: not known yet. */
  innovationId: string | null;
  /** Null: it is being started. */
  submissionId: string | null;
};

export type KnownInnovation = { id: string; title: string; titles: string[]; ownerCode: string; ownerName: string; entryId: string | null; entryCode: string | null; entryUnit: string | null };

type KnownRequest = { unitCode: string; editionId: string; /** Whose own title is no title of another. */ submissionId?: string | null };

/** Every innovation of a government or body, with the titles it ever had and its entry in an edition. */
export function knownInnovations({ unitCode, editionId, submissionId = null }: KnownRequest, tx: Transaction = db): Promise<KnownInnovation[]> {
  const root = rootOf(unitCode);
  return tx.$queryRaw<KnownInnovation[]>`
    select i.id, i.title, a.code as "ownerCode", a.name as "ownerName", e.id as "entryId", e.code as "entryCode", u.name as "entryUnit",
      array(select i.title union select p.title from "PastResult" p where p."innovationId" = i.id
        union select s.title from "Submission" s where s."innovationId" = i.id and s.status <> 'WITHDRAWN'
          and s.id is distinct from ${submissionId}::uuid) as titles
    from "Innovation" i join "Agency" a on a.id = i."agencyId"
    left join lateral (
      select s.id, s.code, s."unitId" from "Submission" s
      where s."innovationId" = i.id and s."editionId" = ${editionId}::uuid and s.status <> 'WITHDRAWN' order by s."createdAt", s.id limit 1
    ) e on true
    left join "Agency" u on u.id = e."unitId"
    where a.code = ${root} or starts_with(a.code, ${`${root}/`})
    order by i.title, i.id`;
}

/** What its writers have not been asked yet, or have not answered. */
export async function relatedTo(subject: RelatedSubject, tx: Transaction = db): Promise<RelatedInnovation[]> {
  const known = await knownInnovations(subject, tx);
  const near = new Set(relatedFinder(known)(subject.title));
  const answered = subject.submissionId === null ? new Set<string>() : await answeredBy({ ...subject, id: subject.submissionId }, tx);
  const open = known.filter(({ id }) => near.has(id) && id !== subject.innovationId && !answered.has(id));
  const labels = await resultLabels(open.map(({ id }) => id), subject, tx);
  return open.map((innovation) => relatedOf(innovation, subject, labels.get(innovation.id) ?? []));
}

function relatedOf(known: KnownInnovation, { unitCode, agencyCode, submissionId }: RelatedSubject, results: string[]): RelatedInnovation {
  const { id, title, ownerName, ownerCode, entryId, entryCode, entryUnit } = known;
  const entry = entryCode !== null && entryUnit !== null && entryId !== submissionId ? { code: entryCode, unitName: entryUnit } : null;
  return { id, title, results, ownerName, belonging: belongingOf(ownerCode, unitCode, agencyCode), entry };
}

type Pair = { own: string; other: string };

/** Pairs that somebody has told apart: by a proposal of the one or of the other. */
export async function toldApart(submissionIds: readonly string[], tx: Transaction = db): Promise<Pair[]> {
  return tx.$queryRaw<Pair[]>`
    with asked as (select id, "innovationId" from "Submission" where id = any(${submissionIds}::uuid[]))
    select asked.id as own, r."innovationId" as other from asked join "RelatedAnswer" r on r."submissionId" = asked.id where not r."isSame"
    union
    select asked.id as own, s."innovationId" as other
    from asked join "RelatedAnswer" r on r."innovationId" = asked."innovationId" and not r."isSame"
    join "Submission" s on s."organizerId" = r."organizerId" and s.id = r."submissionId"`;
}

async function answeredBy({ id }: { id: string }, tx: Transaction): Promise<Set<string>> {
  return new Set((await toldApart([id], tx)).map(({ other }) => other));
}

/** Which innovation a proposal goes on with, by its writers' answers and the record. */
export type Continuation = { innovationId: string | null; asked: RelatedInnovation[]; settled: SettledAnswers };

/**
 * In: the proposal, what its form said of its history and of related innovations. Refuses `submission.refused.twoSame`,
 * `otherAgency` for another agency's innovation, and `alreadyEntered` for one that is in the edition already.
 */
export async function continuationOf(subject: RelatedSubject, form: { choice: PastResultChoice; answers: RelatedAnswers }, tx: Transaction = db): Promise<Result<Continuation>> {
  const { choice, answers } = form;
  const asked = await relatedTo({ ...subject, innovationId: choice.innovationId ?? subject.innovationId }, tx);
  const settled = settleRelated(asked.map(({ id }) => id), answers);
  if (!settled.ok) return settled;
  const { sameId } = settled.value;
  if (sameId !== null && choice.innovationId !== null) return refuse("submission.refused.twoSame");
  const innovationId = sameId ?? choice.innovationId;
  const refusal = innovationId === null || innovationId === subject.innovationId ? null : await whyNot(innovationId, subject, tx);
  return refusal ?? ok({ innovationId, asked, settled: settled.value });
}

async function whyNot(innovationId: string, subject: RelatedSubject, tx: Transaction): Promise<Result<never> | null> {
  const known = (await knownInnovations(subject, tx)).find(({ id }) => id === innovationId);
  if (!known) return refuse("common.errors.changedMeanwhile");
  const { title, belonging, ownerName, entry } = relatedOf(known, subject, []);
  if (belonging === "OTHER_AGENCY") return refuse("submission.refused.otherAgency", { title, owner: ownerName });
  return entry && refuse("submission.refused.alreadyEntered", { title, code: entry.code, unit: entry.unitName });
}

/** What the writers answered about a related innovation, and who. */
export type RelatedSaid = { askedAs: string; isSame: boolean; reason: string; answeredBy: string; answeredAt: Date };

/** The answers of a proposal in the order they were given, for those who read it. */
export function relatedSaid({ organizerId, id }: { organizerId: string; id: string }): Promise<RelatedSaid[]> {
  return db.$queryRaw<RelatedSaid[]>`
    select r."askedAs", r."isSame", r.reason, u.name as "answeredBy", r."answeredAt"
    from "RelatedAnswer" r join "User" u on u.id = r."answeredById"
    where r."organizerId" = ${organizerId}::uuid and r."submissionId" = ${id}::uuid order by r."answeredAt", r."askedAs"`;
}
