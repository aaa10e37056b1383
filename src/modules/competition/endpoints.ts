import { guardedFile, type FileAddress } from "@/lib/guarded-file";
import { mayManageEdition } from "./policy";
import { editionBySlug } from "./queries";
import { rulesText } from "./schema";

/** The rules that an edition runs under, as a file that opens another edition. */
export const rulesFile = guardedFile({
  name: "competition.rulesFile",
  load: async ({ params }: FileAddress<{ slug: string }>) => editionBySlug(params.slug),
  policy: mayManageEdition,
  respond: async ({ subject: { slug, rules } }) => ({
    body: rulesText(rules), type: "application/yaml; charset=utf-8", fileName: `${slug}.yaml`,
  }),
});
