import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { mayFollowEdition, mayManageEdition, mayOpenEdition } from "./policy";
import { editionById, editionBySlug, invitedAgencies, namedEditions, settledStages } from "./queries";
import { rulesText } from "./schema";

/** That editions exist is public. */
export const loadEditionList = openLoader({ name: "competition.editions", load: async (_: object) => namedEditions() });

/** The edition with the agencies that are invited to its groups. */
export const loadManagedEdition = loader({
  name: "competition.managedEdition",
  kind: "subject",
  load: async ({ slug }: { slug: string }) => {
    const edition = await editionBySlug(slug);
    return edition && { id: edition.id, edition, invited: await invitedAgencies(edition) };
  },
  policy: mayManageEdition,
});

/** The timetable with the stages that can no longer be moved. */
export const loadTimetable = loader({
  name: "competition.timetable",
  kind: "subject",
  load: async ({ slug }: { slug: string }) => {
    const edition = await editionBySlug(slug);
    return edition && { id: edition.id, edition, settled: await settledStages(edition) };
  },
  policy: mayManageEdition,
});

/** The edition of the hat, for the desk. */
export const loadOwnEdition = loader({
  name: "competition.ownEdition",
  kind: "desk",
  load: async (_: object, { actor }) => (actor.hat?.editionId ? editionById(actor.hat.editionId) : null),
  policy: mayFollowEdition,
});

/** The editions there are, and the rules of the one to begin from. */
export const loadNewEdition = loader({
  name: "competition.newEdition",
  kind: "desk",
  load: async ({ copyOf }: { copyOf?: string }) => {
    const copied = copyOf ? await editionBySlug(copyOf) : null;
    return { editions: await namedEditions(), rules: copied && rulesText(copied.rules) };
  },
  policy: mayOpenEdition,
});
