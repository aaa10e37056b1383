import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VisitList } from "@/modules/review/components/visit/visit-list";
import { loadVisits } from "@/modules/review/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.visit");
  return { title: t("title") };
}

export default async function Page({ searchParams }: Props) {
  const { subject } = await loadVisits({ query: await searchParams });
  return <VisitList list={subject} />;
}
