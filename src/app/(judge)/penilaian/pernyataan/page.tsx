import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PactPage } from "@/modules/review/components/pact/pact-page";
import { loadPact } from "@/modules/review/loaders";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.pact");
  return { title: t("title") };
}

export default async function IntegrityPactPage({ searchParams }: { searchParams: Query }) {
  const { subject } = await loadPact({ query: await searchParams });
  return <PactPage page={subject} />;
}
