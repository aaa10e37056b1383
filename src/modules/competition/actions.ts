"use server";

import { action } from "@/lib/action";
import { isDemo } from "@/lib/env";
import { sentence } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { currentLocale } from "@/lib/locale";
import { paths, withQuery, type Locale } from "@/lib/paths";
import { ok, refuse, type Refusal } from "@/lib/result";
import type { Zone } from "./domain/edition-rules";
import { workKind } from "./domain/earlier-close";
import { moveAsTyped } from "./domain/timetable-change";
import { planRows, type ShownPlan } from "./domain/timetable-plan";
import { mayManageEdition, mayOpenEdition, mayPrepareEdition } from "./policy";
import { agencyCalled, editionBySlug, type EditionView, preparationOf, onRecord } from "./queries";
import {
  createEdition, discardDraft as dropDraft, inviteToGroup as saveInvitation, keepDraft as saveDraft, openDraft, replaceRules,
  takeInvitationBack, withdrawEdition as takeEditionBack,
} from "./repository/editions";
import { confirmEarlierClose as closeEarlier, withdrawEarlierClose as takeRequestBack } from "./repository/earlier-close";
import { moveStage, type Shown } from "./repository/timetable";
import {
  namedIn, confirmEarlierCloseSchema, earlierCloseSchema, inviteToGroupSchema, moveStageSchema, newEditionSchema, openRules, preparedRulesSchema, type QuotedProblem, reviewRules, titleIn, withdrawEditionSchema,
  withdrawGroupInvitationSchema,
} from "./schema";

/** Checks rules without making anything, or keeps them as a draft that only its makers see. */
export const prepareEdition = action({
  name: "competition.prepareEdition",
  input: preparedRulesSchema,
  load: ({ draft, replaces }, actor) => preparationOf(actor, { draftId: draft, replaces }),
  policy: mayPrepareEdition,
  execute: async ({ input, subject, actor, now }) => {
    const { draft: id, version, rules: text, step } = input;
    if (step === "discard") {
      const gone = await dropDraft({ id, actorId: actor.userId });
      return gone.ok ? ok({ redirectTo: withQuery(paths.newEdition(), { dibuang: 1 }) }) : gone;
    }
    if (step === "keep") {
      const { ownOrganizerId, draft, replaces } = subject;
      const kept = await saveDraft({
        id, text, version, title: titleIn(text), createdById: actor.userId,
        organizerId: draft ? draft.organizerId : ownOrganizerId, replacesId: draft ? draft.replacesId : (replaces?.id ?? null),
      });
      return kept.ok ? ok({ redirectTo: paths.editionDraft(id) }) : kept;
    }
    const read = openRules(text);
    const record = await onRecord(namedIn(read));
    const { problems, remarks } = reviewRules(read, { ...subject.belonging, ...record, now, opens: false });
    if (problems.length > 0) {
      // What cannot be read is not compared with what is on record.
      const key = read.reading.ok ? "competition.refused.checked" : "competition.refused.checkedFirst";
      return { ...refuse(key, { count: problems.length }), details: await inLines(problems) };
    }
    const stops = reviewRules(read, { ...subject.belonging, ...record, now, opens: true }).problems.length;
    const key = stops > 0 ? "competition.new.fineToKeep" : "competition.new.fine";
    return ok({ message: { key, values: { stops, count: remarks.length } }, details: await inLines(remarks), keepTyped: true });
  },
});

/** Opens what was prepared: a new edition, or other rules for one in which nothing was filed. */
export const openEdition = action({
  name: "competition.openEdition",
  input: newEditionSchema,
  changesPublic: true,
  load: (input, actor) => preparationOf(actor, { draftId: input.draft ?? null, replaces: "" }),
  policy: mayOpenEdition,
  execute: async ({ input, subject: { draft, replaces, belonging }, actor, now }) => {
    if (input.draft && !draft) return refuse("common.errors.notFound");
    if (draft && draft.version !== input.version) return refuse("common.errors.changedMeanwhile");
    const text = draft?.text ?? input.rules ?? "";
    const read = openRules(text);
    const record = await onRecord(namedIn(read));
    const { rules, problems } = reviewRules(read, { ...belonging, ...record, now, opens: true });
    if (!rules || problems.length > 0) return { ...refuse("competition.refused.rules", { count: problems.length }), details: await inLines(problems) };
    const edition = { rules, isDemo: isDemo(), createdById: actor.userId };
    const reason = input.reason ?? "";
    if (draft && replaces && reason.length < LEAST_REASON) return refuse("competition.refused.reasonMissing", { least: LEAST_REASON });
    const opened = !draft ? await createEdition(edition)
      : replaces ? await replaceRules({ edition: replaces, rules, reason, actorId: actor.userId, draft })
      : await openDraft({ draft, edition });
    return opened.ok ? ok({ redirectTo: paths.edition(opened.value.slug) }) : opened;
  },
});

const LEAST_REASON = 10;

export const withdrawEdition = action({
  name: "competition.withdrawEdition",
  input: withdrawEditionSchema,
  changesPublic: true,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayOpenEdition,
  execute: async ({ input: { reason }, subject: edition, actor }) => {
    const withdrawn = await takeEditionBack({ edition, reason, actorId: actor.userId });
    return withdrawn.ok ? ok({ redirectTo: paths.newEdition() }) : withdrawn;
  },
});

/** Each problem with its line, its place, the text that stands there and what to do. */
async function inLines(problems: readonly QuotedProblem[]) {
  return Promise.all(problems.map(async ({ line, path, quote, key, values }) => ({ line, path, quote, text: await sentence({ key, values }) })));
}

export const changeTimetable = action({
  name: "competition.changeTimetable",
  changesPublic: true,
  input: moveStageSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const stage = edition.stages.find(({ key }) => key === input.stageKey);
    if (!stage) return refuse("common.errors.notFound");
    const move = moveAsTyped(stage, { ...input, opensNow: input.opensNow !== undefined, shifts: input.shifts !== undefined }, edition.zone as Zone);
    const moved = await moveStage({ edition, move, reason: input.reason, changedById: actor.userId }, input.seen);
    if (!moved.ok) return { ok: false, refusal: inWords(moved.refusal, edition, await currentLocale()) };
    if (moved.value.did !== "SHOWN")
      return ok({ staysHere: true, redirectTo: paths.organiserStages(edition.slug), keepsPublic: moved.value.did === "ASKED" });
    const details = await planInWords(edition, moved.value);
    if (moved.value.isAnother) return { ...refuse("competition.refused.planChanged"), details };
    const key = moved.value.work ? "competition.earlier.shown" : "competition.timetable.shown";
    return ok({ message: { key, values: { stage: stage.name[await currentLocale()] } }, details, keepTyped: true, isOnlyShown: true });
  },
});

/** The dates before and after, and whose work an earlier close would end; shown before it is done. */
async function planInWords({ zone }: EditionView, { plan, work }: Shown): Promise<ShownPlan> {
  const locale = await currentLocale();
  return {
    seen: plan.name,
    work: work && (await sentence({ key: `competition.earlier.work.${workKind(plan.moves[0]!.before.kind)}`, values: work })),
    rows: planRows(plan, locale, (moment) => formatDateTime(moment, { locale, zone })),
  };
}

export const confirmEarlierClose = action({
  name: "competition.confirmEarlierClose",
  changesPublic: true,
  input: confirmEarlierCloseSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const confirmed = await closeEarlier({ edition, requestId: input.request, actorId: actor.userId }, input.seen);
    if (!confirmed.ok) return { ok: false, refusal: inWords(confirmed.refusal, edition, await currentLocale()) };
    if (confirmed.value.did === "SHOWN") return { ...refuse("competition.refused.planChanged"), details: await planInWords(edition, confirmed.value) };
    return ok({ staysHere: true, redirectTo: paths.organiserStages(edition.slug) });
  },
});

export const withdrawEarlierClose = action({
  name: "competition.withdrawEarlierClose",
  input: earlierCloseSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const withdrawn = await takeRequestBack({ edition, requestId: input.request, actorId: actor.userId });
    return withdrawn.ok ? ok({ staysHere: true, redirectTo: paths.organiserStages(edition.slug) }) : withdrawn;
  },
});

export const inviteToGroup = action({
  name: "competition.inviteToGroup",
  input: inviteToGroupSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const agency = await agencyCalled(input.agency);
    if (!agency.ok) return agency;
    const invited = await saveInvitation({ edition, groupKey: input.group, agency: agency.value, actorId: actor.userId });
    return invited.ok
      ? ok({ staysHere: true, message: { key: "competition.invitations.done", values: { agency: agency.value.name } } })
      : invited;
  },
});

export const withdrawGroupInvitation = action({
  name: "competition.withdrawGroupInvitation",
  input: withdrawGroupInvitationSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const taken = await takeInvitationBack({ edition, groupKey: input.group, agencyCode: input.agencyCode, actorId: actor.userId });
    return taken.ok ? ok({ staysHere: true, message: { key: "competition.invitations.withdrawn", values: { agency: taken.value.name } } }) : taken;
  },
});

/** Stages by their names and instants by the edition's own clock, as the reader sees them on the page. */
function inWords({ key, values = {} }: Refusal, { stages, zone }: EditionView, locale: Locale): Refusal {
  const nameOf = (value: string | number) => stages.find((stage) => stage.key === value)?.name[locale] ?? value;
  const words = Object.entries(values).map(([name, value]) => {
    if (name === "now" || name === "at" || name === "earliest") return [name, formatDateTime(new Date(value), { locale, zone })] as const;
    return [name, name === "stage" || name === "other" ? nameOf(value) : value] as const;
  });
  return { key, values: Object.fromEntries(words) };
}
