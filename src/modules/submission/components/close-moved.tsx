import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import type { CloseMove } from "@/modules/competition/domain/timetable-history";

/** Beside a close: that it was extended or brought forward, and what was announced first. Nothing where it is the first one. */
export async function CloseMoved({ moved, zone }: { moved: CloseMove | null | undefined; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("submission.closeMoved"), getLocale()]);
  return moved ? <span> ({t(moved.kind, { from: formatDateTime(moved.from, { locale, zone }) })})</span> : null;
}
