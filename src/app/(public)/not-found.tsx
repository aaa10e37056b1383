import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { loadViewer } from "@/modules/accounts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("notFound.title") };
}

/** In the frame that the layout of this group draws already. */
export default async function NotFound() {
  return <NotFoundPage viewer={await loadViewer({})} />;
}
