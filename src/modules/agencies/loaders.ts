import { loader } from "@/lib/loader";
import { agenciesManagedBy, mayManageUnits, maySeeAllAgencies } from "./policy";
import { agenciesIn } from "./queries";

export const loadOwnUnits = loader({
  name: "agencies.ownUnits",
  kind: "desk",
  load: async (_: object, { actor }) => ({ units: await agenciesIn(agenciesManagedBy(actor)) }),
  policy: mayManageUnits,
});

export const loadAllAgencies = loader({
  name: "agencies.all",
  kind: "desk",
  load: async ({ text = "" }: { text?: string }, { actor }) => ({
    agencies: await agenciesIn(agenciesManagedBy(actor), { text, limit: 100 }),
  }),
  policy: maySeeAllAgencies,
});
