import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadersPage } from "@/modules/review/components/readers/readers-page";
import { loadReaders } from "@/modules/review/loaders";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.readers");
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { subject } = await loadReaders({ slug, query });
  return <ReadersPage page={subject} />;
}
