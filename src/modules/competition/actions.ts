"use server";

import { action } from "@/lib/action";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import { mayOpenEdition } from "./policy";
import { createEdition } from "./repository";
import { newEditionSchema, readRules } from "./schema";

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
