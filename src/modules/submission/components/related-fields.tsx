import { getTranslations } from "next-intl/server";
import type { RelatedLine } from "../queries/related-lines";
import { RelatedQuestions } from "./related-questions";

/** The questions about related innovations, in a form that names or renames a proposal. */
export async function RelatedFields({ asked = [] }: { asked?: RelatedLine[] }) {
  const t = await getTranslations("submission.related");
  return (
    <RelatedQuestions
      open={asked}
      texts={{ title: t("title"), lead: t("lead"), yes: t("yes"), no: t("no"), because: t("because"), becauseHint: t("becauseHint") }}
    />
  );
}
