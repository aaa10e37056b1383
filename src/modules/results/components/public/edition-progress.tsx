import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/format";
import { BarChart, type BarRow } from "@/ui/bar-chart";
import { Section } from "@/ui/page-header";
import type { PublicEdition } from "../../queries/public-editions";

/** Counts per stage, each only after its announcement: nothing at all until selection has been released. */
export async function EditionProgress({ view: { selection, published, edition } }: { view: PublicEdition }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  if (!selection) return null;
  const row = (key: string, label: string, value: number): BarRow => ({ key, label, value, valueText: formatNumber(value, locale) });
  const ofResults = edition.rules.results.flatMap(({ key }) => published.find(({ resultKey }) => resultKey === key)?.levels ?? []);
  const rows = [
    { ...row("filed", t("filed"), selection.filed), note: t("notPassed", { count: selection.filed - selection.passed }) },
    row("passed", t("passed"), selection.passed),
    ...ofResults.map(({ key, nameId, nameEn, entries }) => row(key, locale === "en" ? nameEn : nameId, entries)),
  ];
  return (
    <Section id="progress" title={t("progress")}>
      <BarChart title={t("progressCaption")} rows={rows} />
    </Section>
  );
}
