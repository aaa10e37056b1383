import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { ErrorSummary } from "@/ui/forms/error-summary";
import { Link } from "@/ui/link";
import { countsIn, type QuotaLine } from "../domain/filing";
import type { AgencyEdition } from "../queries/filing";
import type { Check } from "./filing-check";

/** More was chosen than the quota takes: said above the page like every error, with the way to put it right. */
export async function OverQuota({ edition, check: { state, picked, exceeded } }: { edition: AgencyEdition; check: Check }) {
  if (state !== "OVER") return null;
  const [t, page, locale] = await Promise.all([getTranslations("filing"), getTranslations("common.page"), getLocale()]);
  const nameOf = (key: string | null) => (key === null ? t("quota.overAll") : edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key);
  const values = (line: QuotaLine) => {
    const { quota, filed, left } = line;
    const chosen = picked.filter(({ groupKey }) => countsIn(line, groupKey)).length;
    return { group: nameOf(line.groupKey), chosen, quota: quota ?? 0, filed, excess: chosen - (left ?? 0) };
  };
  const back = paths.filingStep(edition.slug, "pilih", picked.map(({ code }) => code));
  return (
    <ErrorSummary
      title={t("file.overTitle")}
      titlePrefix={page("errorPrefix")}
      problems={exceeded.map((line) => ({
        text: <>{t("quota.exceeded", values(line))} <Link href={back}>{t("file.back")}</Link></>,
      }))}
    />
  );
}
