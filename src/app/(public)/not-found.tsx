import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentPath } from "@/lib/locale";
import { isOfProposal, NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { loadViewer } from "@/modules/accounts/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const [t, viewer, path] = await Promise.all([getTranslations("common"), loadViewer({}), currentPath()]);
  return { title: t(viewer === null && isOfProposal(path) ? "notFound.perhapsSignIn" : "notFound.title") };
}

/** In the frame that the layout of this group draws already. */
export default async function NotFound() {
  return <NotFoundPage viewer={await loadViewer({})} />;
}
