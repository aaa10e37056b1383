import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserLine } from "@/ui/user-text";
import type { DecisionPageView } from "./decision-page";

/** What people had decided on these entries on the ranking before, for those who decide again. */
export async function CarriedWords({ view, level, codes }: { view: DecisionPageView; level: string; codes: readonly string[] }) {
  const [t, locale] = await Promise.all([getTranslations("results.open.CARRIED"), getLocale()]);
  const { set, titles } = view.composed!;
  const words = set.earlier.filter((word) => word.level === level && codes.includes(word.code));
  return (
    <ul className="list-disc ps-6">
      {words.map(({ id, code, direction, reason, movedBy, movedAt }) => (
        <li key={id}>
          <UserLine text={titles[code] ?? ""} /> ({code}), {t(`said.${direction}`)}: <UserLine text={reason} /> ({movedBy}, {formatDateTime(movedAt, { locale, zone: view.edition.zone })})
        </li>
      ))}
    </ul>
  );
}
