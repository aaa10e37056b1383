import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import type { ReleasedOutcome } from "../queries/released";

/** What became of a proposal in administrative selection, for its authors and its agency; nothing before the release. */
export async function OutcomeNotice({ outcome, zone }: { outcome: ReleasedOutcome | null; zone: string }) {
  if (!outcome) return null;
  const [t, locale] = await Promise.all([getTranslations("selection.outcome"), getLocale()]);
  const { passed, reasons, note, releasedAt } = outcome;
  return (
    <Notice tone={passed ? "ok" : "warn"} title={t(passed ? "passed" : "failed")}>
      {reasons.length > 0 && (
        <>
          <p>{t("reasons")}</p>
          <ul className="list-disc ps-5">
            {reasons.map((reason) => (
              <li key={reason.id}>{reason[locale]}</li>
            ))}
          </ul>
        </>
      )}
      {note && (
        <>
          <p>{t("note")}</p>
          <UserText text={note} />
        </>
      )}
      <p className="text-sm text-ink-muted">{t("releasedAt", { at: formatDateTime(releasedAt, { locale, zone }) })}</p>
    </Notice>
  );
}
