import { getRequestConfig } from "next-intl/server";
import { currentLocale } from "@/lib/locale";
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
