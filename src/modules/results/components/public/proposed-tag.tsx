import { getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { Tag } from "@/ui/tag";

/** Marks a part of the rules that holds a default of this portal's own: the part itself or anything inside it. */
export async function ProposedTag({ rules, path }: { rules: EditionRules; path: string }) {
  const t = await getTranslations("public.edition");
  const isProposed = rules.provenance.some(({ path: place, mark }) => mark === "PROPOSED" && (place === path || place.startsWith(`${path}.`)));
  return isProposed ? <Tag tone="neutral">{t("proposed")}</Tag> : null;
}
