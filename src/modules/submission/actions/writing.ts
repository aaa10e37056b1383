"use server";

import { action } from "@/lib/action";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { kindOutside } from "@/modules/competition/domain/participants";
import { isBarredForGood } from "../domain/eligibility";
import { readyToSend } from "../domain/sending";
import { sentenceOfUnmet } from "../domain/sentences";
import { isStillToCome, startOfMonth } from "../domain/start-date";
import { mayRecall, maySendToAgency, mayStart, mayWrite, submissionsVisibleTo } from "../policy/writing";
import { checkedProposalOf } from "../queries/proposal";
import { historyOf, judgeStart, proposalWithPast, startContext } from "../queries/starting";
import { findSection, findSubmission } from "../queries/writing";
import { saveIdentity as storeIdentity } from "../repository/identity";
import { recall as takeBackToImprove, sendToAgency as send } from "../repository/sending";
import { createSubmission, startedBefore } from "../repository/starting";
import { saveAnswer } from "../repository/writing";
import { askedDetails, stillOpen } from "../queries/related-lines";
import { sourceChoice } from "../queries/source";
import { identitySchema, recallSchema, sectionSchema, sendSchema, startSchema } from "../schema/writing";

/** S2: first what each group says to the answers, then the proposal in the group that was chosen. */
export const startSubmission = action({
  name: "submission.start",
  input: startSchema,
  load: ({ edition }, actor) => startContext(actor.hat?.agencyId ?? null, edition),
  policy: mayStart,
  execute: async ({ input, subject, actor, now }) => {
    const { rules, zone } = subject.edition;
    if (!rules.categories.some(({ key }) => key === input.category)) return refuse("submission.refused.category");
    if (isStillToCome(startOfMonth(input.year, input.month), now, zone)) return refuse("submission.refused.startStillToCome");

    const before = input.step === "create" ? await startedBefore({ context: subject, input, actor, groupKey: input.group ?? "" }) : null;
    if (before) return before.ok ? ok({ redirectTo: paths.submission(before.value) }) : before;

    const judgement = await judgeStart(subject, input);
    if (!judgement.ok) return judgement;
    const judged = judgement.value;
    const asked = await askedDetails(judged, judged.source);
    if (judged.settled.open.length > 0 || judged.source.isOpen) {
      return input.step === "check" ? ok({ details: asked, keepTyped: true }) : stillOpen(judged, judged.source);
    }
    const groups = await Promise.all(
      judged.groups.map(async ({ group: { key, name, description }, unmet }) => ({
        key, name, description, isForGood: isBarredForGood(unmet), reasons: await Promise.all(unmet.map((each) => sentence(sentenceOfUnmet(each)))),
      })),
    );
    if (input.step === "check") return ok({ details: { groups, ...asked }, keepTyped: true });

    const chosen = groups.find(({ key }) => key === input.group);
    if (!chosen || chosen.reasons.length > 0) return { ...refuse("submission.refused.group"), details: { groups, ...asked } };
    const created = await createSubmission({ ...judged, context: subject, input, actor, groupKey: chosen.key });
    return created.ok ? ok({ redirectTo: paths.submission(created.value) }) : { ...created, details: { groups, ...asked } };
  },
});

/** What the proposal is entered as; when that keeps it from its group, the check page says why. */
export const saveIdentity = action({
  name: "submission.saveIdentity",
  input: identitySchema,
  load: ({ code }, actor) => proposalWithPast(submissionsVisibleTo(actor), code),
  policy: mayWrite,
  execute: async ({ input, subject, actor, now }) => {
    const { categories, groups } = subject.rules;
    if (!categories.some(({ key }) => key === input.category)) return refuse("submission.refused.category");
    const group = groups.find(({ key }) => key === input.group);
    if (!group) return refuse("submission.refused.group");
    const outside = kindOutside(group, subject.kinds);
    if (outside) return refuse("submission.unmet.otherKind", { kind: outside });
    const implementedSince = startOfMonth(input.year, input.month);
    if (isStillToCome(implementedSince, now, subject.zone)) return refuse("submission.refused.startStillToCome");

    const { title, signatory, videoUrl, category: categoryKey, group: groupKey } = input;
    const history = await historyOf(subject, input);
    if (!history.ok) return history;
    const { innovationId, claimedResult, related } = history.value;
    const source = await sourceChoice(input, subject, subject);
    if (related.settled.open.length > 0 || source.isOpen) return stillOpen(related, source);
    const saved = await storeIdentity({
      submission: subject, version: input.version, actor, year: subject.rules.edition.year, related,
      stillAllowed: (fresh, now) => mayWrite(actor, fresh, now),
      identity: {
        title, signatory, ...source.kept, videoUrl, categoryKey, groupKey, claimedResult, implementedSince,
        innovationId,
      },
    });
    if (!saved.ok) return saved;
    const { completeness } = await checkedProposalOf(subject);
    return ok({ redirectTo: completeness.identity === "DONE" && !input.from ? paths.submission(subject.code) : paths.checkAnswers(subject.code) });
  },
});

/** S4 by its button, with or without a script. */
export const saveSection = action({
  name: "submission.saveSection",
  input: sectionSchema,
  sentBy: ({ writerId }) => writerId,
  load: (input, actor) => findSection(submissionsVisibleTo(actor), input),
  policy: mayWrite,
  execute: async ({ input, subject, actor }) => {
    const { code, sectionKey, nextSectionKey } = subject;
    const saved = await saveAnswer({
      submission: subject, sectionKey, body: input.body, version: input.version, actorId: actor.userId,
      isDone: input.finished === undefined ? undefined : input.finished === "yes",
      stillAllowed: (fresh, now) => mayWrite(actor, fresh, now),
    });
    if (!saved.ok) return saved;
    if (input.from) return ok({ redirectTo: paths.checkAnswers(code) });
    return ok({ redirectTo: nextSectionKey ? paths.section(code, nextSectionKey) : paths.submission(code) });
  },
});

/** S10: hands the proposal to the agency; everything is checked again where it is stored. */
export const sendToAgency = action({
  name: "submission.sendToAgency",
  input: sendSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: maySendToAgency,
  execute: async ({ input, subject, actor }) => {
    const sent = await send({
      submission: subject, version: input.version, actor, signers: input.signers, seen: input.seen, answered: input.answered,
      stillAllowed: (fresh, now) => maySendToAgency(actor, fresh, now),
      ready: ({ completeness, rules, groupKey }, toAnswer) => readyToSend({ ...completeness, statements: statementsFor(rules, groupKey), toAnswer }, input),
    });
    return sent.ok ? ok({ redirectTo: paths.receiptOf(subject.code) }) : sent;
  },
});

/** S11: until the agency has decided, the authors may have it again to improve it. */
export const recall = action({
  name: "submission.recall",
  input: recallSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: mayRecall,
  execute: async ({ input, subject, actor }) => {
    const recalled = await takeBackToImprove({
      submission: subject, version: input.version, actor,
      stillAllowed: (fresh, now) => mayRecall(actor, fresh, now),
    });
    return recalled.ok ? ok({ redirectTo: paths.submission(subject.code) }) : recalled;
  },
});
