import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { localised, paths } from "@/lib/paths";
import { CopyText } from "@/ui/copy-text";
import { Details } from "@/ui/details";
import type { JudgeLoad } from "../../queries/board";
import type { ReadersPageView } from "./readers-page";

/** Words to send to those who have not finished: until letters are sent, people hand them on themselves. */
export async function Reminder({ page, judge }: { page: ReadersPageView; judge?: JudgeLoad }) {
  const [t, locale] = await Promise.all([getTranslations("review.readers.reminder"), getLocale()]);
  const { edition, stage, view, origin } = page;
  const late = (judge ? [judge] : view.judges).filter(({ active, left }) => active && left > 0);
  if (late.length === 0 || !page.assigning.allowed) return null;
  const names = late.map(({ name, left, load }) => t("name", { name, left, load })).join(", ");
  const text = t("text", {
    edition: edition.name[locale], stage: stage.name[locale], names,
    at: formatDateTime(stage.closesAt, { locale, zone: edition.zone }), address: `${origin}${localised(paths.judging(), locale)}`,
  });
  return (
    <Details summary={t("title", { count: late.length })}>
      <CopyText text={text} words={{ copy: t("copy"), copied: t("copied"), failed: t("failed") }} />
    </Details>
  );
}
