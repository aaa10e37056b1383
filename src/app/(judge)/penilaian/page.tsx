import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JudgeDesk } from "@/modules/review/components/desk/judge-desk";
import { loadJudgeDesk } from "@/modules/review/loaders";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.desk");
  return { title: t("title") };
}

export default async function JudgingPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const { subject, now } = await loadJudgeDesk({ query });
  return <JudgeDesk desk={subject} now={now} />;
}
