import { getLocale, getTranslations } from "next-intl/server";
import type { VerdictRule } from "@/modules/competition/domain/edition-rules";
import { UserText } from "@/ui/user-text";
import type { VerdictSheet } from "../../domain/verdict";

/** What one visit said, to be read. */
export async function VerdictRead({ verdict: { outcome, reason, notes }, questions }: { verdict: VerdictSheet; questions: VerdictRule["questions"] }) {
  const [t, locale] = await Promise.all([getTranslations("review.visit"), getLocale()]);
  return (
    <dl className="max-w-reading">
      <div className="py-2"><dt className="font-semibold">{t("verdict")}</dt><dd>{outcome ? t(`outcome.${outcome}`) : t("noVerdict")}</dd></div>
      {reason !== "" && <div className="py-2"><dt className="font-semibold">{t("reason")}</dt><dd><UserText text={reason} /></dd></div>}
      {questions.filter(({ key }) => notes[key]).map(({ key, text }) => (
        <div key={key} className="py-2"><dt className="font-semibold">{text[locale]}</dt><dd><UserText text={notes[key] ?? ""} /></dd></div>
      ))}
    </dl>
  );
}
