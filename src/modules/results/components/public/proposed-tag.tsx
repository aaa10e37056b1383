import { getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { ownPart } from "@/modules/competition/domain/provenance";
import { Tag } from "@/ui/tag";

/** Marks a part of the page that shows these places of the rules, where one of them holds a default of this portal's own. */
export async function ProposedTag({ rules, paths }: { rules: EditionRules; paths: readonly string[] }) {
  const t = await getTranslations("public.edition.mark");
  const marks = paths.map((path) => ownPart(rules.provenance, path));
  const mark = marks.find((each) => each === "PROPOSED") ?? marks.find((each) => each !== null);
  return mark ? <Tag tone="neutral">{t(mark)}</Tag> : null;
}
