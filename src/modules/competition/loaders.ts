import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { mayFollowEdition, mayManageEdition, mayOpenEdition } from "./policy";
import { allEditions, editionById, editionBySlug } from "./queries";

/** That editions exist, by which rules and when, is public. */
export const loadEditionList = openLoader({ name: "competition.editions", load: async (_: object) => allEditions() });

export const loadManagedEdition = loader({
  name: "competition.managedEdition",
  kind: "subject",
  load: ({ slug }: { slug: string }) => editionBySlug(slug),
  policy: mayManageEdition,
});

export const loadFollowedEdition = loader({
  name: "competition.followedEdition",
  kind: "subject",
  load: ({ slug }: { slug: string }) => editionBySlug(slug),
  policy: mayFollowEdition,
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
