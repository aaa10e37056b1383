import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LibraryPage } from "@/modules/results/components/public/library-page";
import { loadLibrary } from "@/modules/results/loaders";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("library.title") };
}

export default async function Page({ searchParams }: Props) {
  return <LibraryPage view={await loadLibrary(await searchParams)} />;
}
