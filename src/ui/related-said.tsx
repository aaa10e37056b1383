import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserLine } from "./user-text";

type RelatedSaid = { askedAs: string; isSame: boolean; reason: string; answeredBy: string; answeredAt: Date };

/** For facts about a proposal: what its writers were asked about related innovations, and what they answered. */
export async function relatedFact(said: readonly RelatedSaid[], zone: string) {
  if (said.length === 0) return [];
  const [t, locale] = await Promise.all([getTranslations("common.said"), getLocale()]);
  const detail = (
    <ul className="flex flex-col gap-2">
      {said.map(({ askedAs, isSame, reason, answeredBy, answeredAt }) => (
        <li key={askedAs}>
          <UserLine text={askedAs} />: {t(isSame ? "same" : "other")} {reason && <UserLine text={reason} />}
          <span className="block text-sm text-ink-muted">{t("answeredBy", { name: answeredBy, at: formatDateTime(answeredAt, { locale, zone }) })}</span>
        </li>
      ))}
    </ul>
  );
  return [{ term: t("related"), detail }];
}
