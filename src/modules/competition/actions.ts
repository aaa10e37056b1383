"use server";

import { action } from "@/lib/action";
import { sentence } from "@/lib/form-state";
import { currentLocale } from "@/lib/locale";
import { paths } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import type { Zone } from "./domain/edition-rules";
import { closingInstantOf, instantOf } from "./domain/local-time";
import { mayManageEdition, mayOpenEdition } from "./policy";
import { editionBySlug } from "./queries";
import { createEdition, moveStage } from "./repository";
import { moveStageSchema, newEditionSchema, readRules } from "./schema";

export const openEdition = action({
  name: "competition.openEdition",
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
    const opened = await createEdition({ rules: read.rules, isDemo: false, createdById: actor.userId });
    return opened.ok ? ok({ redirectTo: paths.edition(opened.value.slug) }) : opened;
  },
});

export const changeTimetable = action({
  name: "competition.changeTimetable",
  input: moveStageSchema,
  load: ({ slug }) => editionBySlug(slug),
  policy: mayManageEdition,
  execute: async ({ input, subject: edition, actor }) => {
    const zone = edition.zone as Zone;
    const move = { key: input.stageKey, opensAt: instantOf(input.opensAt, zone), closesAt: closingInstantOf(input.closesAt, zone) };
    const moved = await moveStage({ edition, move, reason: input.reason, changedById: actor.userId });
    if (moved.ok) return ok({ staysHere: true, redirectTo: paths.organiserStages(edition.slug) });
    const { key, values } = moved.refusal;
    const stage = edition.stages.find((each) => each.key === values?.stage || each.name.id === values?.stage);
    return stage ? refuse(key, { ...values, stage: stage.name[await currentLocale()] }) : moved;
  },
});
