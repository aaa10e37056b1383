import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { historyLines } from "../domain/timetable-history";
import type { EditionStage } from "../queries";

/** What was announced first, and each change of it with its day and its reason: a change of the timetable is never silent. */
export async function DateChanges({ stage, zone }: { stage: EditionStage; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("competition.dates"), getLocale()]);
  const lines = historyLines(stage, (moment) => formatDateTime(moment, { locale, zone }));
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm text-ink-muted">
      {lines.map(({ key, values }, place) => <li key={place}>{t(key, values as never)}</li>)}
    </ul>
  );
}
