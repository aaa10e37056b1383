import { headers } from "next/headers";
import { LOCALES, ownPath, type Locale } from "@/lib/paths";

/** Set by `src/proxy.ts` from the address; a request that did not pass it is answered in Indonesian. */
const LOCALE_HEADER = "x-sinovik-locale";
/** The address as the reader sees it, without the language, with its query. */
const PATH_HEADER = "x-sinovik-path";

export async function currentLocale(): Promise<Locale> {
  const value = (await headers()).get(LOCALE_HEADER);
  return LOCALES.find((locale) => locale === value) ?? "id";
}

/** The framework's own script sends the form, and can put a changed page in the place of the old one. */
export async function isFromScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** It comes from the address line, so it is led to and linked to only where it stays on this site. */
export async function currentPath(): Promise<string> {
  return ownPath((await headers()).get(PATH_HEADER) ?? "/") ?? "/";
}
