import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EditionPage } from "@/modules/results/components/public/edition-page";
import { loadEdition } from "@/modules/results/loaders";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, locale] = await Promise.all([loadEdition(await params), getLocale()]);
  return view ? { title: view.edition.name[locale], description: view.edition.rules.edition.theme?.[locale] } : {};
}

export default async function Page({ params }: Props) {
  const view = await loadEdition(await params);
  if (!view) notFound();
  return <EditionPage view={view} />;
}
