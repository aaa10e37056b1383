/**
 * What a proposal consists of at the moment of filing; the hash on the receipt is taken over its canonical JSON.
 *
 * Source: our default. What decides eligibility is part of what was filed, so the second format holds it too; the third also whose the
 * adapted innovation is, what was answered about related ones, who stated in whose name and what the agency confirmed. A receipt keeps the format that it was made in: an earlier one is
 * recomputed as it was then.
 */
export const CONTENT_FORMATS = [1, 2, 3] as const;
export type ContentFormat = (typeof CONTENT_FORMATS)[number];

/** The format of receipts made from now on. */
export const CURRENT_FORMAT: ContentFormat = 3;

export type HashedProposal = {
  code: string;
  title: string;
  groupKey: string;
  categoryKey: string;
  /** Path of the unit in the tree of agencies. */
  unitCode: string;
  innovationCode: string;
  /** The day implementation began, as a date at midnight UTC. */
  implementedSince: Date;
  claimedResult: string;
  videoUrl: string;
  sourceText: string;
  sourceAgency: string;
  sourceYear: number | null;
  related: readonly { askedAs: string; isSame: boolean; reason: string }[];
  answers: readonly { sectionKey: string; body: string }[];
  /** `statedBy`: who stated it in the signer's name, by the name at that time. */
  statements: readonly { key: string; signer: string; statedBy: string }[];
  /** What the agency confirmed as it endorsed. */
  confirmations: readonly { kind: string; by: string; basis: string }[];
};

/**
 * In: a proposal with its answers and statements in any order, and the format of the receipt. Out: the plain object that is
 * hashed. Two proposals have the same content exactly when all of these texts are the same.
 */
export function filedContent(proposal: HashedProposal, format: ContentFormat = CURRENT_FORMAT) {
  const { code, title, groupKey, categoryKey, unitCode, answers, statements } = proposal;
  const first = {
    code, title, group: groupKey, category: categoryKey, unit: unitCode,
    answers: Object.fromEntries(answers.map(({ sectionKey, body }) => [sectionKey, body])),
    statements: Object.fromEntries(statements.map(({ key, signer }) => [key, signer])),
  };
  if (format === 1) return first;
  return { ...first, format, ...history(proposal), ...(format > 2 && answersOfRecord(proposal)) };
}

function answersOfRecord({ sourceAgency, sourceYear, related, statements, confirmations }: HashedProposal) {
  return {
    statements: Object.fromEntries(statements.map(({ key, signer, statedBy }) => [key, { onBehalfOf: signer, statedBy }])),
    confirmations: Object.fromEntries(confirmations.map(({ kind, by, basis }) => [kind, { by, basis }])),
    sourceAgency, sourceYear, related: related.map(({ askedAs, isSame, reason }) => ({ askedAs, isSame, reason })).toSorted((one, other) => (one.askedAs < other.askedAs ? -1 : 1)) };
}

function history({ innovationCode, implementedSince, claimedResult, sourceText, videoUrl }: HashedProposal) {
  const since = implementedSince.toISOString().slice(0, "2024-05-03".length);
  return { innovation: innovationCode, since, claimedResult, source: sourceText, video: videoUrl };
}
