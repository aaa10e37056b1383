import { getTranslations } from "next-intl/server";
import type { JudgeLoad } from "../../queries/board";

/** Judges to choose from, each with what is still to be read. */
export async function judgeOptions(judges: readonly JudgeLoad[]): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("review.readers");
  return judges.map(({ id, name, left, load }) => ({ value: id, label: t("judgeOption", { name, left, load }) }));
}
