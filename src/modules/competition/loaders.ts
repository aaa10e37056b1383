import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { mayFollowEdition, mayManageEdition, mayOpenEdition } from "./policy";
import { allEditions, editionById, editionBySlug, invitedAgencies, settledStages } from "./queries";

/** That editions exist, by which rules and when, is public. */
export const loadEditionList = openLoader({ name: "competition.editions", load: async (_: object) => allEditions() });

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

export const loadNewEdition = loader({
  name: "competition.newEdition",
  kind: "desk",
  load: async (_: object) => ({ editions: await allEditions() }),
  policy: mayOpenEdition,
});
