"use server";

import { action } from "@/lib/action";
import { env } from "@/lib/env";
import { currentLocale } from "@/lib/locale";
import { paths, withQuery } from "@/lib/paths";
import { ok, type Result } from "@/lib/result";
import { confirmedBy } from "./domain/confirmation";
import { inWords } from "./domain/in-words";
import { lettersOfPublication } from "./notices/letters";
import { publicationFiles } from "./notices/publication-files";
import { mayCompose, mayFreeze, mayPublish, mayReturnToDrafting, maySupersede } from "./policy";
import { editionResult, type EditionResult } from "./queries/edition-result";
import { publishingSubject } from "./queries/decision";
import { sha256Of } from "./queries/snapshot-hash";
import { addMove, beginSet, markReady, recordRuling, reopenPublished as giveBack, returnToDrafting, withdrawRuling } from "./repository/decision";
import { freezeRanking } from "./repository/freeze";
import { confirmSupersession as supersede, requestSupersession as askToSupersede, withdrawSupersession as letItCount } from "./repository/supersede";
import { publishSet } from "./repository/publish";
import {
  composeSchema, confirmedResultSchema, freezeSchema, moveSchema, publishSchema, reopenSchema, rulingSchema, stepSchema, supersessionSchema,
  withdrawRulingSchema,
} from "./schema";

export const freeze = action({
  name: "results.freeze",
  input: freezeSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayFreeze,
  execute: async ({ subject, input, actor }) => {
    const confirmed = confirmedBy(input.editionCode, subject.edition.code);
    if (!confirmed.ok) return confirmed;
    const frozen = await freezeRanking({ ...subject, frozenById: actor.userId, acknowledged: input.acknowledged === "yes" });
    return frozen.ok ? ok({ redirectTo: paths.ranking(input.slug, input.result) }) : said(frozen, subject);
  },
});

/** On the ranking page of the result. */
const toRanking = (done: Result<null>, { slug, result }: { slug: string; result: string }): Result<{ redirectTo: string }> =>
  done.ok ? ok({ redirectTo: paths.ranking(slug, result) }) : done;

export const requestSupersession = action({
  name: "results.requestSupersession",
  input: supersessionSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: maySupersede,
  execute: async ({ subject, input, actor }) => toRanking(await askToSupersede({ ...subject, actorId: actor.userId }, input.reason), input),
});

export const confirmSupersession = action({
  name: "results.confirmSupersession",
  input: confirmedResultSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: maySupersede,
  execute: async ({ subject, input, actor }) => {
    const confirmed = confirmedBy(input.editionCode, subject.edition.code);
    return confirmed.ok ? toRanking(await supersede({ ...subject, actorId: actor.userId }), input) : confirmed;
  },
});

export const withdrawSupersession = action({
  name: "results.withdrawSupersession",
  input: composeSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: maySupersede,
  execute: async ({ subject, input, actor }) => toRanking(await letItCount({ ...subject, actorId: actor.userId }), input),
});

export const compose = action({
  name: "results.compose",
  input: composeSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const begun = await beginSet({ ...subject, actorId: actor.userId });
    return begun.ok ? ok({ redirectTo: paths.decisionSet(input.slug, input.result) }) : begun;
  },
});

export const moveEntry = action({
  name: "results.moveEntry",
  input: moveSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const { slug, result, version, ...move } = input;
    const moved = await addMove({ ...subject, version, actorId: actor.userId }, move);
    return moved.ok ? ok({ redirectTo: anew(paths.decisionSet(slug, result), moved.value) }) : said(moved, subject);
  },
});

export const ruleOnMissing = action({
  name: "results.ruleOnMissing",
  input: rulingSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const { slug, result, version, ...asked } = input;
    const ruled = await recordRuling({ ...subject, version, actorId: actor.userId }, asked);
    return ruled.ok ? ok({ redirectTo: anew(paths.decisionSet(slug, result), ruled.value) }) : ruled;
  },
});

export const takeBackRuling = action({
  name: "results.takeBackRuling",
  input: withdrawRulingSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const withdrawn = await withdrawRuling({ ...subject, version: input.version, actorId: actor.userId }, input.ruling);
    return withdrawn.ok ? ok({ redirectTo: anew(paths.decisionSet(input.slug, input.result), withdrawn.value) }) : withdrawn;
  },
});

export const declareReady = action({
  name: "results.declareReady",
  input: stepSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const ready = await markReady({ ...subject, version: input.version, actorId: actor.userId });
    return ready.ok ? ok({ redirectTo: anew(paths.decisionSet(input.slug, input.result), ready.value) }) : said(ready, subject);
  },
});

export const sendBackToDrafting = action({
  name: "results.sendBackToDrafting",
  input: stepSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayReturnToDrafting,
  execute: async ({ subject, input, actor }) => {
    const returned = await returnToDrafting({ ...subject, version: input.version, actorId: actor.userId });
    return returned.ok ? ok({ redirectTo: anew(paths.decisionSet(input.slug, input.result), returned.value) }) : returned;
  },
});

export const reopenPublished = action({
  name: "results.reopenPublished",
  input: reopenSchema,
  load: ({ slug, result }) => editionResult(slug, result),
  policy: mayCompose,
  execute: async ({ subject, input, actor }) => {
    const confirmed = confirmedBy(input.editionCode, subject.edition.code);
    if (!confirmed.ok) return confirmed;
    const reopened = await giveBack({ ...subject, version: input.version, actorId: actor.userId }, input.reason);
    return reopened.ok ? ok({ redirectTo: anew(paths.decisionSet(input.slug, input.result), reopened.value) }) : reopened;
  },
});

export const publish = action({
  name: "results.publish",
  changesPublic: true,
  input: publishSchema,
  load: ({ slug, result }, actor) => publishingSubject(slug, result, actor.userId),
  policy: mayPublish,
  execute: async ({ subject, input, actor }) => {
    const address = paths.result(input.slug, input.result);
    const published = await publishSet({
      ...subject,
      version: input.version,
      publisherId: actor.userId,
      typedCode: input.editionCode,
      decree: { number: input.decreeNumber, date: input.decreeDate },
      filesOf: (content) => publicationFiles(content, { zone: subject.edition.zone, hash: sha256Of }),
      lettersOf: (content, recipients) => lettersOfPublication(content, recipients, new URL(address, env().NEXTAUTH_URL).href),
    });
    return published.ok ? ok({ redirectTo: anew(paths.publish(input.slug, input.result), published.value) }) : said(published, subject);
  },
});

type Refused = Extract<Result<never>, { ok: false }>;

/** A refusal with the names that the reader knows. */
const said = async ({ refusal }: Refused, { edition }: Pick<EditionResult, "edition">): Promise<Refused> => ({
  ok: false, refusal: inWords(refusal, edition.rules, await currentLocale()),
});

/**
 * The same page at an address of its own. A browser that stands at a place inside the page (`#…`) takes a redirect to the
 * plain address for a jump and keeps showing what was there.
 */
const anew = (path: string, { version }: { version: number }) => withQuery(path, { versi: version });
