import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { mayPrepareEdition } from "@/modules/competition/policy";
import { draftRules, preparationOf } from "@/modules/competition/queries";
import { mayCompose, mayFreeze, mayOpenDecision, mayOpenPublishing, mayOpenRanking, maySignPublication, maySupersede, rankingVisibleTo } from "./policy";
import { decisionView } from "./queries/decision-view";
import { previewOf, publicEdition, publicEditions, publicHome } from "./queries/public-editions";
import { proposalReadings } from "./queries/proposal-readings";
import { publicInnovation, publicLibrary } from "./queries/public-innovations";
import { publishingView } from "./queries/publishing-view";
import { rankingView } from "./queries/ranking-view";
import { supersessionOf } from "./queries/supersession";
import { standingVersion } from "./queries/versions";
import { resultSteps } from "./queries/result-steps";
import { libraryQuerySchema, preparedMoveSchema, rankingQuerySchema } from "./schema";

/** The query of a page's address, as it came. */
type Asked = Readonly<Record<string, unknown>>;

/** What each result of the hat's edition waits for. */
export const loadResultSteps = loader({
  name: "results.steps",
  kind: "desk",
  load: (_: object, { actor, now }) => resultSteps(rankingVisibleTo(actor), now),
  policy: mayOpenRanking,
});

export const loadRanking = loader({
  name: "results.ranking",
  kind: "subject",
  load: async ({ slug, query }: { slug: string; query: Asked }, { actor, now }) => {
    const view = await rankingView(rankingVisibleTo(actor), { slug, query: rankingQuerySchema.parse(query), now });
    return view && { ...view, may: { freeze: mayFreeze(actor, view).allowed, compose: mayCompose(actor, view).allowed, supersede: maySupersede(actor, view).allowed }, published: await standingVersion(view), ...(await supersessionOf(view, actor.userId)) };
  },
  policy: mayOpenRanking,
  look: ({ edition, result, ranking }) =>
    ranking.kind === "LIVE" && ranking.rows.length > 0
      ? { action: "results.lookAtOrder", subject: { type: "result", id: `${edition.slug}/${result.key}` }, editionId: edition.id }
      : null,
});

/** Who read a proposal and how, for whoever may see the ranking that follows from it. */
export const loadProposalReadings = loader({
  name: "results.proposalReadings",
  kind: "subject",
  load: (asked: { slug: string; code: string }, { actor, now }) => proposalReadings(rankingVisibleTo(actor), { ...asked, now }),
  policy: mayOpenRanking,
  look: ({ edition, submissionId, rounds }) =>
    submissionId && rounds.some(({ readings }) => readings.some(({ state }) => state === "HANDED_IN"))
      ? { action: "results.lookAtMarks", subject: { type: "submission", id: submissionId }, editionId: edition.id }
      : null,
});

export const loadDecision = loader({
  name: "results.decision",
  kind: "subject",
  load: async ({ slug, result, query }: { slug: string; result: string; query: Asked }, { actor }) => {
    const view = await decisionView(rankingVisibleTo(actor), { slug, result });
    const may = view && { compose: mayCompose(actor, view).allowed, publish: maySignPublication(actor, view) };
    return view && may && { ...view, may, prepared: preparedMoveSchema.parse(query) };
  },
  policy: mayOpenDecision,
});

export const loadPublishing = loader({
  name: "results.publishing",
  kind: "subject",
  load: async (asked: { slug: string; result: string }, { actor }) => {
    const view = await publishingView(rankingVisibleTo(actor), { ...asked, publisherId: actor.userId });
    return view && { ...view, signs: maySignPublication(actor, view) };
  },
  policy: mayOpenPublishing,
});

export const loadHome = openLoader({ name: "results.publicHome", load: (_: object, now) => publicHome(now) });

export const loadCompetitions = openLoader({ name: "results.publicCompetitions", load: (_: object, now) => publicEditions(now) });

export const loadEdition = openLoader({
  name: "results.publicEdition",
  load: ({ slug }: { slug: string }, now) => publicEdition(slug, now),
});

export const loadLibrary = openLoader({ name: "results.publicLibrary", load: (query: Asked) => publicLibrary(libraryQuerySchema.parse(query)) });

export const loadInnovation = openLoader({
  name: "results.publicInnovation",
  load: ({ code }: { code: string }) => publicInnovation(code),
});

/** The public page and the form of a draft, for those who prepare it; nothing where its rules cannot be read. */
export const loadDraftPreview = loader({
  name: "results.draftPreview",
  kind: "subject",
  load: async ({ id }: { id: string }, { actor, now }) => {
    const preparation = DRAFT_ID.test(id) ? await preparationOf(actor, { draftId: id, replaces: "" }) : null;
    const rules = preparation?.draft && draftRules(preparation.draft);
    return preparation && rules ? { ...preparation, view: await previewOf(rules, now) } : null;
  },
  policy: mayPrepareEdition,
});

const DRAFT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
