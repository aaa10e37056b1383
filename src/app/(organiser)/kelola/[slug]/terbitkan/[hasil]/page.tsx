import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublishingPage } from "@/modules/results/components/publishing/publishing-page";
import { loadPublishing } from "@/modules/results/loaders";

type Props = { params: Promise<{ slug: string; hasil: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("results");
  return { title: t("publish.title") };
}

export default async function Page({ params }: Props) {
  const { slug, hasil } = await params;
  const { subject } = await loadPublishing({ slug, result: hasil });
  return <PublishingPage view={subject} />;
}
