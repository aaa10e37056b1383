import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomePage } from "@/modules/results/components/public/home-page";
import { loadHome } from "@/modules/results/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { description: t("home.lead") };
}

export default async function Page() {
  return <HomePage home={await loadHome({})} />;
}
