import { randomUUID } from "node:crypto";
import { z } from "zod";
import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { wears } from "@/modules/accounts/domain/roles";
import type { EditionRules } from "./domain/edition-rules";
import { mayFollowEdition, mayManageEdition, mayOpenEdition, mayPrepareEdition } from "./policy";
import {
  askedWithWork, editionById, editionBySlug, editionDrafts, invitedAgencies, namedEditions, otherSecretaries, preparationOf, preparedEditions, stageStanding,
  onRecord,
} from "./queries";
import { namedIn, openRules, reviewRules, rulesText } from "./schema";

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

/** The timetable with what has become of its stages, and the closes that wait for a second person. */
export const loadTimetable = loader({
  name: "competition.timetable",
  kind: "subject",
  load: async ({ slug }: { slug: string }, { actor, now }) => {
    const edition = await editionBySlug(slug);
    if (!edition) return null;
    const standing = await stageStanding(edition);
    const [closes, others] = await Promise.all([askedWithWork(edition, { now, standing }), otherSecretaries(edition.id, actor.userId)]);
    return { id: edition.id, edition, standing, ...closes, others, viewerId: actor.userId };
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

/** The editions and drafts that one may go on with, and the rules to begin from: a copy for another edition, or those to be replaced. */
export const loadNewEdition = loader({
  name: "competition.newEdition",
  kind: "desk",
  load: async ({ copyOf, replaces = "" }: { copyOf?: string; replaces?: string }, { actor }) => {
    const preparation = await preparationOf(actor, { draftId: null, replaces });
    const { ownOrganizerId } = preparation;
    const own = wears(actor, "SUPER_ADMIN") ? null : (ownOrganizerId ?? NOBODY);
    const [editions, drafts, copied] = await Promise.all([
      preparedEditions(own), editionDrafts(own), copyOf ? editionBySlug(copyOf) : null,
    ]);
    const begun = preparation.replaces?.rules ?? (copied && (own === null || copied.organizerId === own) ? withoutNotes(copied.rules) : null);
    return { ...preparation, editions, drafts, draftId: randomUUID(), rules: begun && rulesText(begun), opens: own === null };
  },
  policy: mayPrepareEdition,
});

/** Whose notes on sources they are stays with the edition that they were written for. */
const withoutNotes = (rules: EditionRules): EditionRules => ({ ...rules, provenance: [] });

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** A draft with what is wrong with it today. */
export const loadEditionDraft = loader({
  name: "competition.editionDraft",
  kind: "subject",
  load: async ({ id }: { id: string }, { actor, now }) => {
    if (!z.uuid().safeParse(id).success) return null;
    const { draft, ...preparation } = await preparationOf(actor, { draftId: id, replaces: "" });
    const opens = wears(actor, "SUPER_ADMIN");
    if (!draft) return null;
    const read = openRules(draft.text);
    const record = await onRecord(namedIn(read));
    return { ...preparation, draft, opens, review: reviewRules(read, { ...preparation.belonging, ...record, now, opens: true }) };
  },
  policy: mayPrepareEdition,
});

/** An edition that may be taken back. */
export const loadWithdrawal = loader({
  name: "competition.withdrawal",
  kind: "subject",
  load: ({ slug }: { slug: string }) => editionBySlug(slug),
  policy: mayOpenEdition,
});
