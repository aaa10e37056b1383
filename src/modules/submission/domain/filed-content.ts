/**
 * What a proposal consists of at the moment of filing; the hash on the receipt is taken over its canonical JSON.
 *
 * Source: our default. What decides eligibility is part of what was filed, so the second format holds it too. A receipt keeps
 * the format that it was made in: an earlier one is recomputed as it was then.
 */
export const CONTENT_FORMATS = [1, 2] as const;
export type ContentFormat = (typeof CONTENT_FORMATS)[number];

/** The format of receipts made from now on. */
export const CURRENT_FORMAT: ContentFormat = 2;

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
  answers: readonly { sectionKey: string; body: string }[];
  statements: readonly { key: string; signer: string }[];
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
  return format === 1 ? first : { ...first, format, ...history(proposal) };
}

function history({ innovationCode, implementedSince, claimedResult, sourceText, videoUrl }: HashedProposal) {
  const since = implementedSince.toISOString().slice(0, "2024-05-03".length);
  return { innovation: innovationCode, since, claimedResult, source: sourceText, video: videoUrl };
}
