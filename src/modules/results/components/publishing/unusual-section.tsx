import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";

/** What a signer must not have to look for: ties at a line, readings that are missing, a list that rests on a provisional one. */
export async function UnusualSection({ view, publishable }: { view: PublishingView; publishable: PublishableSet }) {
  const [t, locale] = await Promise.all([getTranslations("results.publish.unusual"), getLocale()]);
  const { edition, result } = view;
  const { ties, missing, acknowledged, provisionalSources } = publishable.unusual;
  const nameOf = (named: readonly { key: string; name: { id: string; en: string } }[], key: string) =>
    named.find((each) => each.key === key)?.name[locale] ?? key;
  const by = t(acknowledged ? "acknowledgedBy" : "notAcknowledged", { name: publishable.set.frozenBy });
  const lines = [
    ...provisionalSources.map((key) => t("provisionalSource", { result: nameOf(edition.rules.results, key) })),
    ...ties.map(({ level, codes }) => t("tie", { level: nameOf(result.levels, level), codes: codes.join(", ") })),
    ...missing.map(({ code, stage, readings, perSubmission }) =>
      t("missing", { code, stage: nameOf(edition.rules.stages, stage), readings, perSubmission })),
  ];
  return (
    <Section id="unusual" title={t("title")}>
      {lines.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : (
        <Notice tone="warn" title={t("lead")}>
          <ul className="list-disc ps-5">
            {lines.map((line) => <li key={line} className="wrap-anywhere">{line}</li>)}
          </ul>
          {missing.length > 0 && <p>{by}</p>}
        </Notice>
      )}
    </Section>
  );
}
