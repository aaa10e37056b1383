"use server";

import { action } from "@/lib/action";
import { ok } from "@/lib/result";
import { mayAddUnit, maySeeAllAgencies } from "./policy";
import { agencyByCode } from "./queries";
import { addAgency, addUnit } from "./repository";
import { addAgencySchema, addUnitSchema } from "./schema";

export const registerUnit = action({
  name: "agencies.addUnit",
  input: addUnitSchema,
  load: ({ parentCode }) => agencyByCode(parentCode),
  policy: mayAddUnit,
  execute: async ({ input, subject, actor }) => {
    const added = await addUnit({ parent: subject, kind: input.kind, name: input.name, addedById: actor.userId });
    return added.ok ? ok({ staysHere: true, message: { key: "agencies.unit.added", values: { name: input.name } } }) : added;
  },
});

export const registerAgency = action({
  name: "agencies.addAgency",
  input: addAgencySchema,
  load: async () => ({}),
  policy: maySeeAllAgencies,
  execute: async ({ input, actor }) => {
    const added = await addAgency({ ...input, addedById: actor.userId });
    return added.ok ? ok({ staysHere: true, message: { key: "agencies.unit.added", values: { name: input.name } } }) : added;
  },
});
