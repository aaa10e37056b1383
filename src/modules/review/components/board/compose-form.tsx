import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/forms/text-field";
import { SEED_LENGTH } from "../../schema";
import type { StageBoard } from "./assignment-board";

/** Asks for a preview: an address, so that it can be shown to somebody else and stores nothing. */
export async function ComposeForm({ board: { edition, stage, board } }: { board: StageBoard }) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  return (
    <form method="get" action={`${localised(paths.assignments(edition.slug), locale)}#pratinjau`} className="flex max-w-reading flex-col gap-4">
      <p>{t("composeBody")}</p>
      <input type="hidden" name="tahap" value={stage.key} />
      <input type="hidden" name="susun" value="1" />
      <TextField name="benih" label={t("seed")} hint={t("seedHint")} defaultValue={board.seed} maxLength={SEED_LENGTH} width="half" autoComplete="off" />
      <p><Button type="submit" variant="secondary">{t("composeAction")}</Button></p>
    </form>
  );
}
