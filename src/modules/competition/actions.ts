"use server";

import { action } from "@/lib/action";
import { isDemo } from "@/lib/env";
import { sentence } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { currentLocale } from "@/lib/locale";
import { paths, type Locale } from "@/lib/paths";
import { ok, refuse, type Refusal } from "@/lib/result";
import type { Zone } from "./domain/edition-rules";
import { closingInstantOf, instantOf } from "./domain/local-time";
import { mayManageEdition, mayOpenEdition } from "./policy";
import { agencyCalled, editionBySlug, type EditionView } from "./queries";
import { createEdition, inviteToGroup as saveInvitation, moveStage, takeInvitationBack } from "./repository";
import { inviteToGroupSchema, moveStageSchema, newEditionSchema, readRules, withdrawGroupInvitationSchema } from "./schema";

export const openEdition = action({
  name: "competition.openEdition",
  changesPublic: true,
  input: newEditionSchema,
  load: async () => ({}),
  policy: mayOpenEdition,
  execute: async ({ input, actor }) => {
    const read = readRules(input.rules);
    if (!read.ok) {
      const details = await Promise.all(
        read.problems.map(async ({ line, key, values }) => ({ line, text: await sentence({ key, values }) })),
      );
      return { ...refuse("competition.refused.rules", { count: details.length }), details };
    }
    const opened = await createEdition({ rules: read.rules, isDemo: isDemo(), createdById: actor.userId });
    return opened.ok ? ok({ redirectTo: paths.edition(opened.value.slug) }) : opened;
  },
});

export const changeTimetable = action({
  name: "competition.changeTimetable",
  changesPublic: true,
  input: moveStageSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const zone = edition.zone as Zone;
    const move = { key: input.stageKey, opensAt: instantOf(input.opensAt, zone), closesAt: closingInstantOf(input.closesAt, zone) };
    const moved = await moveStage({ edition, move, reason: input.reason, changedById: actor.userId });
    if (moved.ok) return ok({ staysHere: true, redirectTo: paths.organiserStages(edition.slug) });
    return { ok: false, refusal: inWords(moved.refusal, edition, await currentLocale()) };
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
    if (name === "now") return [name, formatDateTime(new Date(value), { locale, zone })] as const;
    return [name, name === "stage" || name === "other" ? nameOf(value) : value] as const;
  });
  return { key, values: Object.fromEntries(words) };
}
