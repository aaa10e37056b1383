import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import type { StageChange } from "../queries";

/** That a date was moved, when, and why: a change of the timetable is never silent. */
export async function LastChange({ change, zone }: { change: StageChange; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone });
  return (
    <p className="text-sm text-ink-muted">
      {change.cause === "RELEASED"
        ? t("timetable.ended", { at: at(change.changedAt), before: at(change.closesBefore) })
        : t("timetable.changed", { at: at(change.changedAt), before: at(change.closesBefore), reason: change.reason })}
    </p>
  );
}
