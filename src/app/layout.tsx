import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FontPreload } from "@/ui/font-preload";
import { UnreachableWords } from "@/ui/forms/form-action";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("tagline"), icons: "/icon.svg" };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, interactiveWidget: "resizes-content", themeColor: "#06344f" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("common")]);
  const unreachable = { title: t("errors.refusedTitle"), titlePrefix: t("page.errorPrefix"), because: t("errors.unreachable") };
  return (
    <html lang={locale}>
      <head>
        <FontPreload />
      </head>
      <body>
        {/* Client components get their words as props: no catalogue is sent to the browser. */}
        <NextIntlClientProvider messages={null}>
          <UnreachableWords value={unreachable}>{children}</UnreachableWords>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
