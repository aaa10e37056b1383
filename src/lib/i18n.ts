import { createTranslator } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { currentLocale } from "@/lib/locale";
import type { Locale } from "@/lib/paths";
import { messagesOf } from "@/messages/catalogue";

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return {
    locale,
    timeZone: "Asia/Jakarta",
    messages: messagesOf(locale),
    // A missing key is a defect: the test over the catalogues finds it; a reader still gets a page.
    onError: (error) => console.error(`message ${error.message.split("\n")[0]}`),
  };
});

/** Texts in a language of one's choice, for what is read outside of a request, such as a letter. */
export const textsIn = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale) });
