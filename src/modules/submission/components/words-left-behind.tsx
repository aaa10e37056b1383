import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/paths";
import type { SectionPage } from "../queries/proposal";
import { placeOf } from "./answer-place";
import { CopyOffer } from "./copy-offer";
import { editorTexts } from "./section-form";

/** Where a section can no longer be written in: what its writer typed after the last save, as far as this device kept it. */
export async function WordsLeftBehind({ page, writerId, locale }: { page: SectionPage; writerId: string; locale: Locale }) {
  const [t, texts] = await Promise.all([getTranslations("submission.editor"), editorTexts()]);
  const { code, section, answer, localZone } = page;
  return (
    <CopyOffer
      copy={placeOf({ writerId, code, section: section.key })} stored={answer?.body ?? ""} title={t.raw("leftTitle") as string} texts={texts}
      locale={locale} zone={localZone}
    />
  );
}
