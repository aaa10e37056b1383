import { loader } from "@/lib/loader";
import { zoneOf } from "./domain/zones";
import { agenciesManagedBy, mayManageUnits, maySeeAllAgencies } from "./policy";
import { agenciesIn } from "./queries";
import { allQuery, UNITS_SHOWN, unitsQuery } from "./schema";

/** The query of an address, as it came. */
type Asked = { query?: unknown };

export const loadOwnUnits = loader({
  name: "agencies.ownUnits",
  kind: "desk",
  load: async ({ query = {} }: Asked, { actor }) => {
    const { unit: unitText } = unitsQuery.parse(query);
    const units = await agenciesIn(agenciesManagedBy(actor), { text: unitText, limit: UNITS_SHOWN });
    return { units, unitText, zone: zoneOf(actor.hat?.agencyCode ?? "") ?? undefined };
  },
  policy: mayManageUnits,
});

export const loadAllAgencies = loader({
  name: "agencies.all",
  kind: "desk",
  load: async ({ query = {} }: Asked, { actor }) => {
    const { cari: text } = allQuery.parse(query);
    return { agencies: await agenciesIn(agenciesManagedBy(actor), { text, limit: 100 }), text };
  },
  policy: maySeeAllAgencies,
});
