import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { Link } from "@/ui/link";
import { isScored } from "../domain/desk";
import type { DeskRow } from "../queries/desk";
import { inPoints } from "./points";

/** What became of the entry that the judge comes from; the score is their own. */
export async function JustLeft({ row, rubric }: { row: DeskRow; rubric: RubricRule }) {
  const [t, locale] = await Promise.all([getTranslations("review.left"), getLocale()]);
  const { id, code, state, weightedSum } = row;
  const points = weightedSum === null ? "" : inPoints(weightedSum, rubric, locale);
  return (
    <p role="status" className="mb-4 flex flex-wrap items-baseline gap-x-4 text-sm">
      <span>{t("said", { state, code, points })}</span>
      {isScored(state) && <Link href={paths.scoringRoom(id)} className="py-1">{t("open", { code })}</Link>}
    </p>
  );
}
