"use server";

import { action } from "@/lib/action";
import { paths, withQuery } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import { mayConfirm, mayDecide, mayRelease, maySelect, mayTakeNext, selectionsVisibleTo } from "./policy";
import { selectionPlace } from "./queries/ledger";
import { findSelection } from "./queries/reading";
import { confirm, decide, reopen, saveChecks, sendBack } from "./repository/deciding";
import { giveBack, take, takeNext } from "./repository/holding";
import { release } from "./repository/releasing";
import { checksSchema, confirmSchema, decideSchema, releaseSchema, sendBackSchema, takeNextSchema, takeSchema } from "./schema";

export const takeNextProposal = action({
  name: "selection.takeNext",
  input: takeNextSchema,
  load: async (_, actor) => selectionPlace(selectionsVisibleTo(actor)),
  policy: mayTakeNext,
  execute: async ({ subject, actor }) => {
    const { filter } = selectionsVisibleTo(actor);
    const taken = await takeNext({ ...filter, editionId: subject.editionId });
    return taken.ok ? ok({ redirectTo: paths.selectionOf(taken.value.code) }) : taken;
  },
});

export const takeProposal = action({
  name: "selection.take",
  input: takeSchema,
  load: ({ code }) => findSelection(code),
  policy: maySelect,
  execute: async ({ subject, actor }) => {
    const taken = await take(subject, actor.userId);
    return taken.ok ? ok({ redirectTo: paths.selectionOf(subject.code) }) : taken;
  },
});

export const giveProposalBack = action({
  name: "selection.giveBack",
  input: takeSchema,
  load: ({ code }) => findSelection(code),
  policy: mayDecide,
  execute: async ({ subject, actor }) => {
    const given = await giveBack(subject, actor.userId);
    return given.ok ? ok({ redirectTo: paths.selection() }) : given;
  },
});

export const saveChecklist = action({
  name: "selection.saveChecks",
  input: checksSchema,
  load: ({ code }) => findSelection(code),
  policy: mayDecide,
  execute: async ({ input: { intent, verdicts, notes }, subject, actor }) => {
    const saved = await saveChecks({ subject, actorId: actor.userId, verdicts, notes });
    if (!saved.ok) return saved;
    const { code } = subject;
    return ok({ redirectTo: intent === "decide" ? paths.selectionDecision(code) : withQuery(paths.selectionOf(code), { tersimpan: "1" }) });
  },
});

export const decideSelection = action({
  name: "selection.decide",
  input: decideSchema,
  load: ({ code }) => findSelection(code),
  policy: mayDecide,
  execute: async ({ input: { outcome, reasons, note }, subject, actor }) => {
    const decided = await decide({ subject, actorId: actor.userId, outcome, reasonKeys: reasons, note });
    return decided.ok ? ok({ redirectTo: withQuery(paths.selection(), { putusan: subject.code }) }) : decided;
  },
});

export const reopenSelection = action({
  name: "selection.reopen",
  input: takeSchema,
  load: ({ code }) => findSelection(code),
  policy: mayDecide,
  execute: async ({ subject, actor }) => {
    const reopened = await reopen({ subject, actorId: actor.userId });
    return reopened.ok ? ok({ redirectTo: paths.selectionDecision(subject.code) }) : reopened;
  },
});

export const confirmFail = action({
  name: "selection.confirm",
  input: confirmSchema,
  load: ({ code }) => findSelection(code),
  policy: mayConfirm,
  execute: async ({ input, subject, actor }) => {
    const confirmed = await confirm({ subject, actorId: actor.userId, decidedAt: new Date(input.decidedAt) });
    return confirmed.ok ? ok({ redirectTo: withQuery(paths.selection(), { status: "kedua", putusan: subject.code }) }) : confirmed;
  },
});

export const sendFailBack = action({
  name: "selection.sendBack",
  input: sendBackSchema,
  load: ({ code }) => findSelection(code),
  policy: mayConfirm,
  execute: async ({ input, subject, actor }) => {
    const sent = await sendBack({ subject, actorId: actor.userId, decidedAt: new Date(input.decidedAt), note: input.note });
    return sent.ok ? ok({ redirectTo: withQuery(paths.selection(), { status: "kedua", putusan: subject.code }) }) : sent;
  },
});

export const releaseSelection = action({
  name: "selection.release",
  changesPublic: true,
  input: releaseSchema,
  load: async (_, actor) => selectionPlace(selectionsVisibleTo(actor)),
  policy: mayRelease,
  execute: async ({ input, subject, actor }) => {
    const { code } = subject.edition;
    if (input.editionCode !== code) return refuse("selection.release.wrongCode", { code });
    const released = await release({ editionId: subject.editionId, actorId: actor.userId });
    return released.ok ? ok({ redirectTo: paths.selectionSummary() }) : released;
  },
});
