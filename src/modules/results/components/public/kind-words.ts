import { getLocale, getTranslations } from "next-intl/server";
import type { AgencyKind } from "@/modules/competition/domain/edition-rules";

/** Kinds of agency as one list in the reader's language. */
export async function listOfKinds(): Promise<(kinds: readonly AgencyKind[]) => string> {
  const [t, locale] = await Promise.all([getTranslations("agencies.kind"), getLocale()]);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (kinds) => list.format(kinds.map((kind) => t(kind)));
}
