import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Tag } from "@/ui/tag";
import type { PublicationCheck } from "../../domain/publication-checks";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";

/** What was computed a moment ago; the act computes all of it again. */
export async function CheckList({ view, publishable }: { view: PublishingView; publishable: PublishableSet }) {
  const t = await getTranslations("results.publish");
  const details = await detailsOf(view, publishable);
  return (
    <section aria-labelledby="checks" className="min-w-0">
      <h2 id="checks">{t("checks")}</h2>
      <ul className="mt-4 border-t border-line">
        {publishable.checks.map(({ check, met }) => (
          <li key={check} className="flex flex-wrap items-start justify-between gap-2 border-b border-line py-3">
            <div className="min-w-0 flex-1">
              <p>{t(`check.${check}`)}</p>
              {details[check].map((line) => (
                <p key={line} className="text-sm text-ink-muted wrap-anywhere">{line}</p>
              ))}
            </div>
            <Tag tone={met ? "ok" : "err"}>{t(met ? "met" : "notMet")}</Tag>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-ink-muted">{t("detail.letters", { count: publishable.letters })}</p>
    </section>
  );
}

async function detailsOf(view: PublishingView, { set, levels, sha256, role }: PublishableSet): Promise<Record<PublicationCheck["check"], string[]>> {
  const [t, locale] = await Promise.all([getTranslations("results.publish.detail"), getLocale()]);
  const composers = [...new Set([set.composedBy ?? set.createdBy, set.createdBy, ...set.moves.map(({ movedBy }) => movedBy), ...(set.reopening ? [set.reopening.reopenedBy] : [])])];
  const counts = levels.map(({ key, name, entries }) => {
    const size = view.result.levels.find((level) => level.key === key)?.size ?? 0;
    return t("count", { level: name[locale], entries: entries.length, size });
  });
  return {
    ready: [],
    people: [
      t("frozenBy", { name: set.frozenBy }), t("composers", { names: composers.join(", ") }),
      ...(role.since ? [t(role.givenBy ? "role" : "roleUnknown", {
        at: formatDateTime(role.since, { locale, zone: view.edition.zone }), name: role.givenBy ?? "",
      })] : []),
    ],
    hash: [t("hash", { hash: sha256.recomputed })],
    composition: counts,
    entries: [],
  };
}
