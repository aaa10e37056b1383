import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompetitionsPage } from "@/modules/results/components/public/competitions-page";
import { loadCompetitions } from "@/modules/results/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("competitions.title"), description: t("competitions.lead") };
}

export default async function Page() {
  return <CompetitionsPage lines={await loadCompetitions({})} />;
}
