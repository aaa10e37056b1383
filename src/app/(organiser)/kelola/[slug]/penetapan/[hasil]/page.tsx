import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecisionPage } from "@/modules/results/components/decision/decision-page";
import { loadDecision } from "@/modules/results/loaders";

type Props = { params: Promise<{ slug: string; hasil: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("results");
  return { title: t("decision.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug, hasil }, query] = await Promise.all([params, searchParams]);
  const { subject } = await loadDecision({ slug, result: hasil, query });
  return <DecisionPage view={subject} />;
}
