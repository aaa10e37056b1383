import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserLine } from "@/ui/user-text";
import type { RelatedSaid } from "../queries/related";

/** For facts about a proposal: what its writers were asked about related innovations, and what they answered. */
export async function relatedFact(said: readonly RelatedSaid[], zone: string) {
  if (said.length === 0) return [];
  const [t, locale] = await Promise.all([getTranslations("submission.related"), getLocale()]);
  const detail = (
    <ul className="flex flex-col gap-2">
      {said.map(({ askedAs, isSame, reason, answeredBy, answeredAt }) => (
        <li key={askedAs}>
          <UserLine text={askedAs} />: {t(isSame ? "saidSame" : "saidOther")} {reason && <UserLine text={reason} />}
          <span className="block text-sm text-ink-muted">{t("saidBy", { name: answeredBy, at: formatDateTime(answeredAt, { locale, zone }) })}</span>
        </li>
      ))}
    </ul>
  );
  return [{ term: t("said"), detail }];
}
