import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RankingPage } from "@/modules/results/components/ranking/ranking-page";
import { loadRanking } from "@/modules/results/loaders";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("results");
  return { title: t("ranking.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { subject } = await loadRanking({ slug, query });
  return <RankingPage view={subject} />;
}
