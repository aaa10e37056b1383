import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FontPreload } from "@/ui/font-preload";
import { WordsOfForms } from "@/ui/forms/form-action";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("tagline"), icons: "/icon.svg" };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, interactiveWidget: "resizes-content", themeColor: "#06344f" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("common")]);
  const words = {
    title: t("errors.refusedTitle"), titlePrefix: t("page.errorPrefix"), unreachable: t("errors.unreachable"),
    updated: t("errors.updated"), reload: t("action.reload"), signIn: t("action.signIn"),
  };
  return (
    <html lang={locale}>
      <head>
        <FontPreload />
      </head>
      <body>
        {/* Client components get their words as props: no catalogue is sent to the browser. */}
        <NextIntlClientProvider messages={null}>
          <WordsOfForms value={words}>{children}</WordsOfForms>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
