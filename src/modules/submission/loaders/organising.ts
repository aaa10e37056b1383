import { loader } from "@/lib/loader";
import { mayManageEdition } from "@/modules/competition/policy";
import { editionById, editionBySlug } from "@/modules/competition/queries";
import { filedVisibleTo, mayReadFiled } from "../policy/organising";
import { editionCounts, filedByCode, filedPage, leftPage } from "../queries/organising";
import { filedListQuery } from "../schema/organising";

/** The table of what was filed in the secretariat's edition, or of what left it after that. */
export const loadFiledList = loader({
  name: "submission.filedList",
  kind: "subject",
  load: async ({ slug, query = {} }: { slug: string; query?: unknown }, { actor }) => {
    const edition = await editionBySlug(slug);
    if (!edition) return null;
    const { cari: text, sesudah: after, tampil } = filedListQuery.parse(query);
    const scope = filedVisibleTo(actor);
    const [filed, left, counts] = await Promise.all([
      tampil ? null : filedPage(scope, { text, after }), tampil ? leftPage(scope, { text, after }) : null, editionCounts(scope),
    ]);
    return { editionId: edition.id, edition, text, tampil, filed, left, counts };
  },
  policy: mayReadFiled,
});

export const loadFiledProposal = loader({
  name: "submission.filedProposal",
  kind: "subject",
  load: async ({ slug, code }: { slug: string; code: string }, { actor }) => {
    const proposal = await filedByCode(filedVisibleTo(actor), code);
    return proposal && actor.hat?.editionSlug === slug ? proposal : null;
  },
  policy: mayReadFiled,
});

/** Numbers for the secretariat's desk. */
export const loadEditionCounts = loader({
  name: "submission.editionCounts",
  kind: "desk",
  load: async (_: object, { actor }) => {
    const edition = actor.hat?.editionId ? await editionById(actor.hat.editionId) : null;
    return edition && { id: edition.id, counts: await editionCounts(filedVisibleTo(actor)) };
  },
  policy: mayManageEdition,
});
