import Hourglass from "lucide-react/icons/hourglass";
import Stamp from "lucide-react/icons/stamp";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";
import type { EditionView } from "@/modules/competition/queries";
import type { PublishedResult } from "../../queries/public-results";

/** One published list: what it is, its state, how many it names. */
export async function ResultLine({ edition, published }: { edition: EditionView; published: PublishedResult }) {
  const [t, locale] = await Promise.all([getTranslations("public.result"), getLocale()]);
  const { resultKey, state, version, isCorrected, publishedAt, levels } = published;
  const name = edition.rules.results.find(({ key }) => key === resultKey)?.name[locale] ?? resultKey;
  const count = levels.reduce((sum, { entries }) => sum + entries, 0);
  return (
    <div className="flex flex-col items-start gap-1">
      <Link href={paths.result(edition.slug, resultKey)} className="inline-block py-1 font-semibold">{name}, {edition.name[locale]}</Link>
      <Tag tone={state === "FINAL" ? "gold" : "warn"} icon={state === "FINAL" ? Stamp : Hourglass}>{t(`state.${state}`)}</Tag>
      {isCorrected && <p className="text-sm font-semibold">{t(`corrected.${state}`, { version })}</p>}
      <p className="text-sm text-ink-muted">
        {t("entries", { count })} · {t("published", { at: formatDate(publishedAt, { locale, zone: edition.zone }) })}
      </p>
    </div>
  );
}
