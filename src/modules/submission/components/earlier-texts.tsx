import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserText } from "@/ui/user-text";
import type { EarlierText } from "../queries/history";

/** The texts of one section, newest first: who began each and when, and its words in full. */
export async function EarlierTexts({ texts, zone }: { texts: EarlierText[]; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("submission.history"), getLocale()]);
  if (texts.length === 0) return <p className="text-ink-muted">{t("none")}</p>;
  return (
    <ol className="flex max-w-reading flex-col gap-8">
      {texts.map(({ version, body, savedAt, savedBy }, place) => (
        <li key={version} className="flex flex-col gap-2 border-t border-line pt-4">
          <h2 className="text-base font-semibold">
            {t("by", { name: savedBy, at: formatDateTime(savedAt, { locale, zone }) })}
            {place === 0 && ` · ${t("latest")}`}
          </h2>
          {body.trim() === "" ? <p className="text-ink-muted">{t("empty")}</p> : <UserText text={body} />}
        </li>
      ))}
    </ol>
  );
}
