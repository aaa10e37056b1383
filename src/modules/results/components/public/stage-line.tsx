import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { Timestamp } from "@/ui/timestamp";
import type { PublicEditionLine } from "../../queries/public-editions";

/** Where an edition stands, with the time that comes next in all three zones. */
export async function StageLine({ line: { edition, current, next } }: { line: PublicEditionLine }) {
  const [t, locale] = await Promise.all([getTranslations("public.stage"), getLocale()]);
  const deadline = (at: Date) => formatDeadline(at, { locale, zone: edition.zone });
  if (current)
    return (
      <p>
        <strong className="font-semibold">{current.name[locale]}</strong>
        <br />
        <Timestamp at={current.closesAt}>{t("closes", { at: deadline(current.closesAt) })}</Timestamp>
      </p>
    );
  if (next)
    return (
      <p>
        {t("between", { stage: next.name[locale] })}
        <br />
        <Timestamp at={next.opensAt}>{t("opens", { at: deadline(next.opensAt) })}</Timestamp>
      </p>
    );
  return <p className="text-ink-muted">{t("finished")}</p>;
}
