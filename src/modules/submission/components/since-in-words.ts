import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/format";
import { yearsAndMonths } from "../domain/sentences";

/** The month in which an innovation began, with its age at the close of registration where that is known. */
export async function sinceInWords({ implementedSince, ageMonths }: { implementedSince: Date; ageMonths: number | null }): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("submission.facts"), getLocale()]);
  const month = formatMonth(implementedSince, locale);
  if (ageMonths === null) return month;
  const { ageYears: years = 0, ageMonths: months = 0 } = yearsAndMonths(ageMonths, "age");
  return years + months > 0 ? t("sinceWithAge", { month, years, months }) : t("sinceUnderMonth", { month });
}
